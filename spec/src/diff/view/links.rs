//! Links, as far as the documentation of bindings tells of them.

use std::ptr;

use super::operation::Operation;
use super::{View, docs, text};
use crate::link::{Link, has_links, links};
use crate::operation::operations;

impl<'d> View<'d> {
    /// What is told of the links of an operation's replies.
    pub(in crate::diff) fn links_told(&self, operation: &Operation<'d>) -> Vec<String> {
        if !has_links(self.doc, operation.value()) {
            return Vec::new();
        }
        let all = operations(self.doc);
        let from = all.iter().find(|it| ptr::eq(it.value(), operation.value()));
        let found = from.map(|from| links(self.doc, &all, from));
        let found = found.iter().flatten();
        let sound = found.filter_map(|link| Some((link, link.target.as_ref().ok()?)));
        sound
            .map(|(link, target)| told(link, &all[*target].id))
            .collect()
    }
}

fn told(link: &Link<'_>, id: &str) -> String {
    let sound = link.given.iter().filter(|given| given.astray.is_none());
    let values: Vec<_> = sound
        .map(|given| (given.parameter, given.source.described()))
        .collect();
    let server = link.value.get("server").and_then(|it| text(it, "url"));
    let status = &link.response.key;
    format!("{status} {id} {values:?} {server:?} {}", docs(link.value))
}
