//! The part of every URL that comes before the operation's path.

use http::Uri;

use super::build_error::BaseUrlError as Bad;

/// Scheme, authority and path prefix, without a slash at the end.
#[derive(Debug, Clone)]
pub(super) struct BaseUrl(String);

impl BaseUrl {
    pub(super) fn parse(text: &str) -> Result<Self, Bad> {
        let (scheme, rest) = text.split_once("://").ok_or(Bad::NoScheme)?;
        if !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str()) {
            return Err(Bad::Scheme);
        }
        let rest = rest.trim_end_matches('/');
        if let Some(bad) = unwanted(rest) {
            return Err(bad);
        }
        let text = format!("{scheme}://{rest}");
        if is_sound(&text) {
            Ok(Self(text))
        } else {
            Err(Bad::Malformed)
        }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// The host, and the port where the URL has one.
    pub(super) fn authority(&self) -> &str {
        let (_, rest) = self.0.split_once("://").unwrap_or_default();
        rest.split('/').next().unwrap_or_default()
    }

    /// Without its port.
    pub(super) fn host(&self) -> &str {
        let authority = self.authority();
        match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => host,
            _ => authority,
        }
    }

    pub(super) fn is_https(&self) -> bool {
        self.0
            .get(..6)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("https:"))
    }
}

/// What would be a URL, but no base of one.
fn unwanted(rest: &str) -> Option<Bad> {
    let authority = rest.split('/').next().unwrap_or_default();
    let findings = [
        (rest.contains("://"), Bad::TwoSchemes),
        (rest.contains("//"), Bad::Malformed),
        (rest.contains('?'), Bad::Query),
        (rest.contains('#'), Bad::Fragment),
        (authority.contains('@'), Bad::UserInfo),
    ];
    let found = findings.into_iter().find(|(found, _)| *found);
    found.map(|(_, bad)| bad)
}

fn is_sound(text: &str) -> bool {
    let uri = text.parse::<Uri>().ok().filter(|_| text.is_ascii());
    let authority = uri.as_ref().and_then(Uri::authority);
    authority.is_some_and(|authority| {
        let port_reads = authority.as_str() == authority.host() || authority.port_u16().is_some();
        port_reads && !authority.host().is_empty()
    })
}
