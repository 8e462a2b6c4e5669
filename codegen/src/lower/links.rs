//! What links say, in the documentation of requests: which operation may follow, and which value goes where. No link becomes code.

use std::borrow::Cow;

use bindery_spec::link::{Given, Link, has_links, links};
use bindery_spec::operation::operations;

use super::{Lower, Place as At, docs, text};
use crate::ir::{Operation, Place, Shape};

impl<'d> Lower<'d> {
    /// Tells of the links of the chosen operations, once all types have their names.
    pub(super) fn say_links(&mut self, chosen: &[(Cow<'d, str>, At<'d>)]) {
        let linked = chosen.iter().map(|(_, at)| at.operation).enumerate();
        let linked: Vec<_> = linked
            .filter(|(_, operation)| has_links(self.doc, operation))
            .collect();
        if linked.is_empty() {
            return;
        }
        let all = operations(self.doc);
        for (index, operation) in linked {
            let from = all.iter().find(|it| std::ptr::eq(it.value(), operation));
            let found = from.map(|from| links(self.doc, &all, from));
            let found = found.iter().flatten();
            let sound = found.filter_map(|link| Some((link, link.target.as_ref().ok()?)));
            let lines = sound.map(|(link, target)| self.follower(link, &all[*target].id));
            let lines: Vec<_> = lines.collect();
            if !lines.is_empty() {
                let request = self.api.operations[index].request;
                let docs = &mut self.api.types[request.0].docs;
                docs.push_str("\n\nWhat may follow, by the links of its reply:\n");
                docs.push_str(&lines.join("\n"));
            }
        }
    }

    /// `` - `GetUser`, whose `id` is `/user/id` of the reply ``
    fn follower(&self, link: &Link<'d>, id: &str) -> String {
        let target = self.api.operations.iter().find(|it| it.id == id);
        let mut said = match target {
            Some(target) => format!("- `{}`", self.api.types[target.request.0].name),
            None => format!("- the operation `{id}`"),
        };
        let sound = link.given.iter().filter(|given| given.astray.is_none());
        let values: Vec<_> = sound.map(|given| self.value(given, target)).collect();
        if !values.is_empty() {
            said.push_str(", whose ");
            said.push_str(&values.join(" and "));
        }
        if let Some(url) = link.value.get("server").and_then(|it| text(it, "url")) {
            said.push_str(&format!(", on `{url}`"));
        }
        if !link.response.key.starts_with('2') {
            said.push_str(&format!(", after the status `{}`", link.response.key));
        }
        let about = docs(link.value);
        if !about.is_empty() {
            said.push_str(&format!(": {about}"));
        }
        // A line of its own would end the list.
        let words: Vec<_> = said.split_whitespace().collect();
        words.join(" ")
    }

    fn value(&self, given: &Given<'d>, target: Option<&Operation>) -> String {
        let source = given.source.described();
        let Some((place, wire)) = given.parameter else {
            return format!("body is {source}");
        };
        let named = target.and_then(|target| self.field_at(target, place, wire));
        format!("`{}` is {source}", named.unwrap_or(wire))
    }

    /// What a parameter is called in the request's type.
    fn field_at<'a>(&'a self, target: &Operation, place: &str, wire: &str) -> Option<&'a str> {
        let Shape::Struct(made) = &self.api.types[target.request.0].shape else {
            return None;
        };
        let place = match place {
            "path" => Place::Path,
            "query" => Place::Query,
            "header" => Place::Header,
            _ => Place::Cookie,
        };
        let mut fields = made.fields.iter();
        let found = fields.find(|it| it.place == place && it.wire.eq_ignore_ascii_case(wire));
        found.map(|field| &*field.name)
    }
}
