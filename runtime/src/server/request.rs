//! A request as it came in, and as an operation's handler gets it.

use std::fmt;

use http::{HeaderMap, Method};

use crate::operation::Meta;
use crate::upload::Upload;

/// An HTTP request as it came in. `Debug` shows method and path, never the query or headers: they carry proofs.
#[derive(Clone)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The path, still percent-encoded, without the server's prefix.
    pub path: String,
    /// What stands behind the `?`, still percent-encoded; empty where nothing does.
    pub query: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: Vec<u8>,
}

/// What a handler is told beside the typed request.
#[derive(Clone)]
pub struct Call {
    /// The operation.
    pub operation: &'static Meta,
    /// The path parameters, decoded.
    pub path: Vec<(&'static str, String)>,
    /// The query, decoded, in its order.
    pub query: Vec<(String, String)>,
    /// The headers.
    pub headers: HeaderMap,
    /// The path parameters as they came.
    pub(super) raw_path: Vec<(&'static str, String)>,
    /// The query as it came.
    pub(super) raw_query: String,
}

impl Call {
    /// The first query parameter of that name.
    pub fn query(&self, name: &str) -> Option<&str> {
        let pair = self.query.iter().find(|(found, _)| found == name);
        pair.map(|(_, value)| value.as_str())
    }

    /// The path parameter of that name.
    pub fn path(&self, name: &str) -> Option<&str> {
        let pair = self.path.iter().find(|(found, _)| *found == name);
        pair.map(|(_, value)| value.as_str())
    }

    /// The body as it came, for an operation whose body is no JSON.
    #[doc(hidden)]
    pub fn raw(&self, body: &[u8]) -> Upload {
        let content_type = self.header("content-type").unwrap_or_default();
        Upload::new(content_type.to_owned(), body.to_vec())
    }

    /// The cookie of that name, as it was sent.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let pairs = self.header("cookie")?.split(';');
        let mut named = pairs.filter_map(|pair| pair.trim().split_once('='));
        named
            .find(|(found, _)| *found == name)
            .map(|(_, value)| value)
    }

    /// The first header of that name, where it is visible ASCII.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("path", &self.path)
            .field("body_bytes", &self.body.len())
            .finish_non_exhaustive()
    }
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query: Vec<_> = self.query.iter().map(|(name, _)| name).collect();
        f.debug_struct("Call")
            .field("operation", &self.operation.id)
            .field("path", &self.path)
            .field("query", &query)
            .finish_non_exhaustive()
    }
}
