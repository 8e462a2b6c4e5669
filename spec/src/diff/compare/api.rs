//! What all operations share: the marker type, credentials.

use super::pairs::pair;
use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::api as kinds;
use crate::diff::view::credentials::{Combination, credentials};
use crate::diff::view::{docs, span_of, text, type_named};
use crate::document::Document;
use crate::names::camel;

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
}
