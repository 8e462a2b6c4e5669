//! Links: a method that makes the next request, where its types allow one; and in the documentation of requests, which operation may
//! follow, and which value goes where. Looks at the finished representation.

mod method;

use std::borrow::Cow;
use std::ptr;

use bindery_spec::link::{Given, Link, has_links, links};
use bindery_spec::operation::{Operation as Said, operations};

use super::{Lower, Place as At, docs, text};
use crate::ir::{Field, Operation, Place, Shape, TypeId};

impl<'d> Lower<'d> {
    /// The links of the chosen operations, once all types are what they will be; `followed` says whether there is anyone to
    /// follow them.
    pub(super) fn links(&mut self, chosen: &[(Cow<'d, str>, At<'d>)], followed: bool) {
        let linked = chosen.iter().map(|(_, at)| at.operation).enumerate();
        let linked: Vec<_> = linked
            .filter(|(_, operation)| has_links(self.doc, operation))
            .collect();
        if linked.is_empty() {
            return;
        }
        let all = operations(self.doc);
        for (index, operation) in linked {
            if let Some(from) = all.iter().find(|it| ptr::eq(it.value(), operation)) {
                self.links_from(index, from, &all, followed);
            }
        }
    }

    fn links_from(&mut self, index: usize, from: &Said<'d>, all: &[Said<'d>], followed: bool) {
        let request = self.api.operations[index].request;
        let mut scope = self.method_names(request);
        let mut lines = Vec::new();
        for link in links(self.doc, all, from) {
            let Ok(target) = link.target else { continue };
            let id = &*all[target].id;
            let target = self.api.operations.iter().position(|it| it.id == id);
            let to = target.filter(|_| followed);
            let made = to.and_then(|to| self.link(index, from.value(), &link, to, &mut scope));
            let target = target.map(|target| &self.api.operations[target]);
            let by = made.as_ref().map(|made| &*made.name);
            lines.push(self.follower(&link, id, target, by));
            self.api.operations[index].links.extend(made);
        }
        if !lines.is_empty() {
            let docs = &mut self.api.types[request.0].docs;
            docs.push_str("\n\nWhat may follow, by the links of its reply:\n");
            docs.push_str(&lines.join("\n"));
        }
    }

    /// `` - `GetUser` by `link_user`, whose `id` is `/user/id` of the reply ``
    fn follower(
        &self,
        link: &Link<'d>,
        id: &str,
        target: Option<&Operation>,
        by: Option<&str>,
    ) -> String {
        let mut said = match target {
            Some(target) => format!("- `{}`", self.api.types[target.request.0].name),
            None => format!("- the operation `{id}`"),
        };
        if let Some(method) = by {
            said.push_str(&format!(" by `{method}`"));
        }
        said.push_str(&self.whose(link, target));
        if let Some(url) = server(link) {
            said.push_str(&format!(", on `{url}`"));
        }
        if !link.response.key.starts_with('2') {
            said.push_str(&format!(", after the status `{}`", link.response.key));
        }
        let about = docs(link.value);
        if !about.is_empty() {
            said.push_str(&format!(": {about}"));
        }
        one_line(&said)
    }

    /// What a link gives, as words.
    fn whose(&self, link: &Link<'d>, target: Option<&Operation>) -> String {
        let sound = link.given.iter().filter(|given| given.astray.is_none());
        let values: Vec<_> = sound.map(|given| self.value(given, target)).collect();
        if values.is_empty() {
            return String::new();
        }
        format!(", whose {}", values.join(" and "))
    }

    fn value(&self, given: &Given<'d>, target: Option<&Operation>) -> String {
        let source = given.described();
        let Some((place, wire)) = given.parameter else {
            return format!("body is {source}");
        };
        let named =
            target.and_then(|target| field_at(self.request_fields(target.request), place, wire));
        let named = named.map_or(wire, |(_, field)| &*field.name);
        format!("`{named}` is {source}")
    }

    fn request_fields(&self, request: TypeId) -> &[Field] {
        match &self.api.types[request.0].shape {
            Shape::Struct(made) => &made.fields,
            _ => &[],
        }
    }
}

/// The field of a request that a parameter is.
fn field_at<'f>(fields: &'f [Field], place: &str, wire: &str) -> Option<(usize, &'f Field)> {
    let place = match place {
        "path" => Place::Path,
        "query" => Place::Query,
        "header" => Place::Header,
        _ => Place::Cookie,
    };
    let mut fields = fields.iter().enumerate();
    fields.find(|(_, it)| {
        let named = it.wire == wire || place == Place::Header && it.wire.eq_ignore_ascii_case(wire);
        it.place == place && named
    })
}

/// The server that a link names.
fn server<'d>(link: &Link<'d>) -> Option<&'d str> {
    text(link.value.get("server")?, "url")
}

/// A line of its own would end the list it stands in.
fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ")
}
