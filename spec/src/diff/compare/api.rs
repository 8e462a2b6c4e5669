//! What all operations share: the marker type, servers, credentials.

use super::pairs::pair;
use super::{At, Compare, became};
use crate::check::servers::is_offered;
use crate::diff::kind::Side;
use crate::diff::kinds::api as kinds;
use crate::diff::view::credentials::{Combination, credentials};
use crate::diff::view::{docs, items, span_of, text, type_named};
use crate::document::Document;
use crate::value::Value;
use crate::words::camel;

/// A variant of `Server`.
struct Server<'d> {
    name: String,
    url: &'d str,
    at: &'d Value,
}

impl Compare<'_, '_> {
    pub(super) fn api(&mut self) {
        self.marker();
        self.credentials();
        self.servers();
    }

    fn marker(&mut self) {
        let about = |doc: &'_ Document| {
            let info = doc.root.get("info");
            let title = info.and_then(|info| text(info, "title")).unwrap_or("API");
            let name = info.and_then(type_named).unwrap_or_else(|| camel(title));
            let words = info.map(docs).unwrap_or_default();
            (name, (title.to_owned(), words.to_owned()))
        };
        let (old, new) = (&self.old.doc.root, &self.new.doc.root);
        let at = At::new(
            Side::Api,
            "info",
            span_of(old, "info"),
            span_of(new, "info"),
        );
        let ((old, before), (new, after)) = (about(self.old.doc), about(self.new.doc));
        self.push_if(old != new, kinds::API_RENAMED, &at, became(&old, &new));
        self.push_if(before != after, kinds::DESCRIPTION, &at, "");
    }

    fn credentials(&mut self) {
        let (old, new) = (credentials(self.old), credentials(self.new));
        let start = crate::span::Span::start_of_file();
        let mut at = At::new(Side::Api, "security", start, start);
        (at.old, at.new) = (old.span, new.span);
        if old.ty != new.ty {
            return self.push(kinds::CREDENTIALS_CHANGED, &at, became(old.ty, new.ty));
        }
        if let (Some(old), Some(new)) = (old.place, new.place)
            && old != new
        {
            let shown = |place: &(String, String)| format!("{} `{}`", place.0, place.1);
            let detail = became(shown(&old), shown(&new));
            self.push(kinds::CREDENTIALS_MOVED, &at, detail);
        }
        let by_name = |a: &Combination, b: &Combination| a.name == b.name;
        let pairs = pair(old.combinations, new.combinations, &[&by_name]);
        for (old, new) in pairs.both {
            let at = At::new(
                Side::Api,
                format!("security/{}", new.name),
                old.span,
                new.span,
            );
            let detail = became(&old.asks, &new.asks);
            self.push_if(
                old.asks != new.asks,
                kinds::CREDENTIALS_CHANGED,
                &at,
                detail,
            );
            let moved = old.asks == new.asks && old.goes != new.goes;
            self.push_if(
                moved,
                kinds::CREDENTIALS_MOVED,
                &at,
                became(&old.goes, &new.goes),
            );
            self.push_if(old.docs != new.docs, kinds::DESCRIPTION, &at, "");
        }
        for gone in pairs.old {
            let at = at.only_old(&gone.name, gone.span);
            self.push(kinds::CREDENTIALS_REMOVED, &at, gone.goes);
        }
        for come in pairs.new {
            let at = at.only_new(&come.name, come.span);
            self.push(kinds::CREDENTIALS_ADDED, &at, come.goes);
        }
    }

    fn servers(&mut self) {
        let (old, new) = (servers(self.old.doc), servers(self.new.doc));
        let first = (old.first(), new.first());
        let default = match first {
            (Some(old), Some(new)) if old.url != new.url => Some((
                At::new(Side::Api, "servers/0", old.at.span, new.at.span),
                became(old.url, new.url),
            )),
            _ => None,
        };
        let pairs = pair(
            old,
            new,
            &[&|a, b| a.name == b.name, &|a, b| a.url == b.url],
        );
        for (old, new) in pairs.both {
            let subject = format!("servers/{}", new.name);
            let at = At::new(Side::Api, subject, old.at.span, new.at.span);
            let renamed = old.name != new.name;
            self.push_if(
                renamed,
                kinds::SERVER_RENAMED,
                &at,
                became(&old.name, &new.name),
            );
            let moved = old.url != new.url;
            self.push_if(moved, kinds::SERVER_MOVED, &at, became(old.url, new.url));
            let words = docs(old.at) != docs(new.at);
            self.push_if(words, kinds::DESCRIPTION, &at, "");
        }
        let root = At::new(
            Side::Api,
            "servers",
            span_of(&self.old.doc.root, "servers"),
            span_of(&self.new.doc.root, "servers"),
        );
        for gone in pairs.old {
            let at = root.only_old(&gone.name, gone.at.span);
            self.push(kinds::SERVER_REMOVED, &at, gone.url);
        }
        for come in pairs.new {
            let at = root.only_new(&come.name, come.at.span);
            self.push(kinds::SERVER_ADDED, &at, come.url);
        }
        if let Some((at, detail)) = default {
            self.push(kinds::SERVER_DEFAULT, &at, detail);
        }
    }
}

fn servers(doc: &Document) -> Vec<Server<'_>> {
    let server = |at| {
        let url = text(at, "url").filter(|url| is_offered(url))?;
        let short = text(at, "description").filter(|text| text.len() <= 24);
        let name = type_named(at).unwrap_or_else(|| camel(short.unwrap_or("default")));
        Some(Server { name, url, at })
    };
    items(&doc.root, "servers")
        .iter()
        .filter_map(server)
        .collect()
}
