//! Servers that operations have of their own, where calls go in place of the client's.

use super::{Server, is_root, servers};
use crate::check::servers::fault;
use crate::document::Document;
use crate::value::Value;

/// The servers of an operation, the default first: its own, else those of its path item. None where every server that a client
/// may have by the document is among them: then calls go where all others go.
pub fn own_servers<'d>(
    document: &Document,
    operation: &'d Value,
    path_item: &'d Value,
) -> Vec<Server<'d>> {
    let Some(listed) = own_lists(operation, path_item).into_iter().next() else {
        return Vec::new();
    };
    let mut own: Vec<_> = listed.iter().filter_map(Server::of_operation).collect();
    own.retain(|server| !is_unsafe(document, server));
    let urls: Vec<_> = own.iter().map(Server::base).collect();
    let known = documented_urls(document);
    if !known.is_empty() && known.iter().all(|url| urls.contains(url)) {
        return Vec::new();
    }
    own
}

/// Whether a server is called without TLS, in a document that has servers with it: credentials do not leave these for that.
pub fn is_unsafe(document: &Document, server: &Server<'_>) -> bool {
    let begins = |url: &str, scheme: &str| {
        let start = url.get(..scheme.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    };
    let known = || servers(document);
    begins(&server.url(), "http://") && known().iter().any(|it| begins(&it.url(), "https://"))
}

/// The servers as they are written at an operation and at its path item, where there are any.
pub fn own_lists<'d>(operation: &'d Value, path_item: &'d Value) -> Vec<&'d [Value]> {
    let holders = [operation, path_item].into_iter();
    let lists = holders.filter_map(|holder| holder.get("servers")?.as_array());
    lists.filter(|list| !list.is_empty()).collect()
}

/// The base URLs that a client may have by the document. Of a server without a host it is the path alone, which is empty where
/// the document names no server, or the host as a whole.
pub fn documented_urls(document: &Document) -> Vec<String> {
    let listed = document.root.get("servers").and_then(Value::as_array);
    let listed = listed.unwrap_or_default();
    let mut texts = listed.iter().filter_map(|it| it.get("url")?.as_str());
    let mut urls: Vec<_> = servers(document).iter().map(Server::base).collect();
    if listed.is_empty() || texts.any(is_root) {
        urls.push(String::new());
    }
    urls
}

impl<'d> Server<'d> {
    /// Reads a server of an operation; `None` for one to which no call could go. Unlike one of the document, it may be nothing but
    /// the host that the client calls.
    pub fn of_operation(value: &'d Value) -> Option<Self> {
        let usable = |server: &Self| {
            let url = server.url();
            let root = server.relative && is_root(&url);
            root || server.is_offered() && (server.relative || fault(&url).is_none())
        };
        Self::read(value).filter(usable)
    }

    /// The URL with every variable at its default, without a slash at the end.
    pub fn base(&self) -> String {
        self.url().trim_end_matches('/').to_owned()
    }

    /// What to call it for want of better: the first part of its host, and its path.
    pub fn words_of_url(&self) -> String {
        let after_scheme = self.template.split_once("://").map(|(_, rest)| rest);
        let (host, path) = match after_scheme {
            Some(rest) => rest.split_once('/').unwrap_or((rest, "")),
            None => ("", self.template),
        };
        let fixed = |part: &&str| !part.contains('{') && *part != "www";
        let host = host.split('.').find(fixed);
        let words: Vec<_> = host
            .into_iter()
            .chain(path.split('/').filter(fixed))
            .collect();
        let words = words.join(" ");
        match words.trim() {
            "" if self.template.contains('{') => self.template.to_owned(),
            "" => "root".to_owned(),
            words => words.to_owned(),
        }
    }
}
