//! Servers: variants of one enum, and types for URLs of which the caller gives a part.

use super::pairs::pair;
use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::api as kinds;
use crate::diff::view::operation::Operation;
use crate::diff::view::{View, docs, span_of, text, type_named};
use crate::document::Document;
use crate::names::{Scope, camel, snake};
use crate::server::{self, Variable, documented_urls, own_servers};

/// The servers an operation has of its own.
#[derive(PartialEq)]
struct Own {
    urls: Vec<String>,
    /// Paths of the document's servers, where a URL without a host depends on them.
    paths: Vec<String>,
}

impl Own {
    fn of(doc: &Document, operation: &Operation<'_>) -> Self {
        let own = own_servers(doc, operation.value(), operation.item);
        let urls: Vec<_> = own.iter().map(server::Server::base).collect();
        let mut paths = Vec::new();
        if urls.iter().any(|url| !is_whole(url)) {
            paths = documented_urls(doc);
            paths.retain(|url| !is_whole(url));
        }
        Own { urls, paths }
    }

    fn shown(&self) -> String {
        if self.urls.is_empty() {
            return "the client's server".to_owned();
        }
        let shown = |url: &String| if url.is_empty() { "/" } else { url }.to_owned();
        let urls: Vec<_> = self.urls.iter().map(shown).collect();
        urls.join(" or ")
    }
}

fn is_whole(url: &str) -> bool {
    url.contains("://")
}

/// A server and what it is called.
struct Server<'d> {
    name: String,
    url: String,
    at: server::Server<'d>,
}

impl Compare<'_, '_> {
    pub(super) fn servers(&mut self) {
        let (old, new) = (servers(self.old.doc), servers(self.new.doc));
        self.default_server(&old, &new);
        self.both("servers", old, new);
        let (old, new) = (of_operations(self.old), of_operations(self.new));
        self.both("operation-servers", old, new);
    }

    /// Where calls of one operation go.
    pub(super) fn own_servers(&mut self, old: &Operation<'_>, new: &Operation<'_>) {
        let at = At::new(
            Side::Api,
            &*new.id,
            old.span("servers"),
            new.span("servers"),
        );
        let (from, to) = (Own::of(self.old.doc, old), Own::of(self.new.doc, new));
        let detail = became(from.shown(), to.shown());
        self.push_if(from != to, kinds::SERVER_OF_OPERATION, &at, detail);
    }

    fn both(&mut self, under: &str, old: Vec<Server<'_>>, new: Vec<Server<'_>>) {
        let alike = |a: &Server<'_>, b: &Server<'_>| a.at.relative == b.at.relative;
        let by_name = |a: &Server<'_>, b: &Server<'_>| a.name == b.name && alike(a, b);
        let by_url = |a: &Server<'_>, b: &Server<'_>| a.url == b.url && alike(a, b);
        let pairs = pair(old, new, &[&by_name, &by_url]);
        for (old, new) in &pairs.both {
            self.server(under, old, new);
        }
        let root = At::new(
            Side::Api,
            under,
            span_of(&self.old.doc.root, "servers"),
            span_of(&self.new.doc.root, "servers"),
        );
        for gone in pairs.old {
            let at = root.only_old(&gone.name, gone.at.value.span);
            self.push(kinds::SERVER_REMOVED, &at, gone.url);
        }
        for come in pairs.new {
            let at = root.only_new(&come.name, come.at.value.span);
            self.push(kinds::SERVER_ADDED, &at, come.url);
        }
    }

    fn default_server(&mut self, old: &[Server<'_>], new: &[Server<'_>]) {
        let first = |servers: &'_ [Server<'_>]| servers.iter().position(|it| !it.at.relative);
        if let (Some(old), Some(new)) =
            (first(old).map(|at| &old[at]), first(new).map(|at| &new[at]))
        {
            let at = At::new(Side::Api, "servers/0", old.at.value.span, new.at.value.span);
            let differs = old.url != new.url;
            self.push_if(
                differs,
                kinds::SERVER_DEFAULT,
                &at,
                became(&old.url, &new.url),
            );
        }
    }

    fn server(&mut self, under: &str, old: &Server<'_>, new: &Server<'_>) {
        let subject = format!("{under}/{}", new.name);
        let (before, after) = (&old.at, &new.at);
        let at = At::new(Side::Api, subject, before.value.span, after.value.span);
        let renamed = old.name != new.name;
        self.push_if(
            renamed,
            kinds::SERVER_RENAMED,
            &at,
            became(&old.name, &new.name),
        );
        let moved = before.template != after.template || old.url != new.url;
        self.push_if(moved, kinds::SERVER_MOVED, &at, became(&old.url, &new.url));
        let words = docs(before.value) != docs(after.value);
        self.push_if(words, kinds::DESCRIPTION, &at, "");
        let pairs = pair(
            variables(before),
            variables(after),
            &[&|a, b| a.1.name == b.1.name],
        );
        for ((was, old), (is, new)) in pairs.both {
            let at = at.below(new.name, old.value.span, new.value.span);
            self.push_if(was != is, kinds::VARIABLE_REMOVED, &at, became(&was, &is));
            self.variable(old, new, &at);
        }
        for (_, gone) in pairs.old {
            let at = at.only_old(gone.name, gone.value.span);
            self.push(kinds::VARIABLE_REMOVED, &at, gone.default);
        }
        for (_, come) in pairs.new {
            let at = at.only_new(come.name, come.value.span);
            self.push(kinds::VARIABLE_ADDED, &at, come.default);
        }
    }

    fn variable(&mut self, old: &Variable<'_>, new: &Variable<'_>, at: &At) {
        let words = docs(old.value) != docs(new.value);
        self.push_if(words, kinds::DESCRIPTION, at, "");
        if old.values.is_empty() != new.values.is_empty() {
            let shown = |values: &[&str]| {
                if values.is_empty() {
                    "any text"
                } else {
                    "an enum"
                }
            };
            return self.push(
                kinds::VARIABLE_REMOVED,
                at,
                became(shown(&old.values), shown(&new.values)),
            );
        }
        let pairs = pair(values(old), values(new), &[&|a, b| a.1 == b.1]);
        for ((was, _), (is, _)) in &pairs.both {
            let renamed = was != is;
            self.push_if(renamed, kinds::SERVER_VALUE_REMOVED, at, became(was, is));
        }
        for (_, gone) in pairs.old {
            self.push(kinds::SERVER_VALUE_REMOVED, at, gone);
        }
        for (_, come) in pairs.new {
            self.push(kinds::SERVER_VALUE_ADDED, at, come);
        }
    }
}

/// The variables of a server, behind the names of their setters.
fn variables<'s, 'd>(server: &'s server::Server<'d>) -> Vec<(String, &'s Variable<'d>)> {
    let mut scope = Scope::with(&["new", "url"]);
    let variables = server.variables.iter();
    let named = variables.map(|it| (scope.claim(&snake(it.name)), it));
    named.collect()
}

/// What a variable may be, behind the names of the variants.
fn values<'d>(variable: &Variable<'d>) -> Vec<(String, &'d str)> {
    let mut scope = Scope::default();
    let values = variable.values.iter();
    values.map(|it| (scope.claim(&camel(it)), *it)).collect()
}

fn servers(doc: &Document) -> Vec<Server<'_>> {
    let mut scope = Scope::default();
    let offered = server::servers(doc).into_iter();
    let named = offered.map(|server| {
        let name = scope.claim(&name(&server).unwrap_or_else(|| camel("default")));
        let url = server.url();
        Server {
            name,
            url,
            at: server,
        }
    });
    named.collect()
}

/// Those that calls of single operations go to.
fn of_operations<'d>(view: &View<'d>) -> Vec<Server<'d>> {
    let mut scope = Scope::default();
    let mut found: Vec<Server<'d>> = Vec::new();
    for operation in view.operations() {
        let own = own_servers(view.doc, operation.value(), operation.item);
        let Some(server) = own.into_iter().next() else {
            continue;
        };
        let url = server.base();
        let known = |it: &Server<'_>| it.at.template == server.template && it.url == url;
        if !found.iter().any(known) {
            let name = name(&server).unwrap_or_else(|| camel(&server.words_of_url()));
            found.push(Server {
                name: scope.claim(&name),
                url,
                at: server,
            });
        }
    }
    found
}

fn name(server: &server::Server<'_>) -> Option<String> {
    let short = text(server.value, "description").filter(|text| text.len() <= 24);
    type_named(server.value).or_else(|| short.map(camel))
}
