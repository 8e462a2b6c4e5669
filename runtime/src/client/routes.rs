//! Which base URL a call goes to: the client's, or that of a server which the operation has of its own.
//!
//! A call leaves the client's base URL for another host in two cases only: the base URL is one that the API documents, or the
//! builder was told where to.

use super::base_url::BaseUrl;
use super::build_error::BuildError;
use crate::operation::Api;

pub(super) struct Routes {
    base: BaseUrl,
    /// Whether the base URL is a documented one, host included.
    documented: bool,
    /// What a URL without a host is put behind; none where the base URL is no documented one on any host.
    root: Option<String>,
    own: Vec<Own>,
}

/// A server of operations, and where calls go in its place.
struct Own {
    server: &'static str,
    to: BaseUrl,
    /// The builder was told.
    given: bool,
}

impl Routes {
    /// `given` are servers of operations and the base URLs that stand for them.
    pub(super) fn of<A: Api>(
        base: BaseUrl,
        given: &[(String, String)],
    ) -> Result<Self, BuildError> {
        let is_known = |server: &str| A::OPERATION_SERVERS.contains(&server);
        if given.iter().any(|(server, _)| !is_known(server)) {
            return Err(BuildError::NoSuchServer);
        }
        let documented = A::SERVERS.iter().any(|url| trimmed(url) == base.as_str());
        let root = root(&base, documented, A::SERVER_PATHS).map(str::to_owned);
        let mut routes = Self {
            base,
            documented,
            root,
            own: Vec::new(),
        };
        for server in A::OPERATION_SERVERS {
            let own = routes.own(server, given)?;
            routes.own.push(own);
        }
        Ok(routes)
    }

    fn own(&self, server: &'static str, given: &[(String, String)]) -> Result<Own, BuildError> {
        // As with other settings of a builder, the last one counts.
        let url = given.iter().rev().find(|(known, _)| known == server);
        let to = match (url, self.whole(server)) {
            (Some((_, url)), _) => BaseUrl::parse(url)?,
            (None, Some(url)) => BaseUrl::parse(&url)?,
            (None, None) => self.base.clone(),
        };
        Ok(Own {
            server,
            to,
            given: url.is_some(),
        })
    }

    /// The base URL of a call: `servers` are the operation's own, the default first.
    pub(super) fn to(&self, servers: &[&str]) -> &BaseUrl {
        let first = servers.first();
        let own = first.and_then(|first| self.own.iter().find(|own| own.server == *first));
        match own {
            Some(own) if own.given || !self.is_among(servers) => &own.to,
            _ => &self.base,
        }
    }

    fn is_among(&self, servers: &[&str]) -> bool {
        let mut urls = servers.iter().filter_map(|server| self.whole(server));
        urls.any(|url| trimmed(&url) == self.base.as_str())
    }

    /// A documented URL with a host; none where calls are not to leave the base URL for it.
    fn whole(&self, url: &str) -> Option<String> {
        if url.contains("://") {
            return self.documented.then(|| url.to_owned());
        }
        Some(format!("{}{url}", self.root.as_ref()?))
    }

    pub(super) fn base(&self) -> &BaseUrl {
        &self.base
    }

    /// Every base URL that calls may go to.
    pub(super) fn all(&self) -> impl Iterator<Item = &BaseUrl> {
        std::iter::once(&self.base).chain(self.own.iter().map(|own| &own.to))
    }
}

/// What stands before the path of the server that a base URL is: the host of a documented one, else what is left of it without the
/// documented path it ends with.
fn root<'a>(base: &'a BaseUrl, documented: bool, paths: &[&str]) -> Option<&'a str> {
    let text = base.as_str();
    let (scheme, rest) = text.split_once("://")?;
    let host = rest.find('/').unwrap_or(rest.len());
    let (host, path) = text.split_at(scheme.len() + 3 + host);
    if documented {
        return Some(host);
    }
    let fronts = paths.iter().filter_map(|known| path.strip_suffix(known));
    let front = fronts.min_by_key(|front| front.len())?;
    text.get(..host.len() + front.len())
}

fn trimmed(url: &str) -> &str {
    url.trim_end_matches('/')
}
