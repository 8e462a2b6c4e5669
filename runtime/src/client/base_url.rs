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
        let unwanted = [('?', Bad::Query), ('#', Bad::Fragment)];
        if let Some((_, bad)) = unwanted.into_iter().find(|(mark, _)| rest.contains(*mark)) {
            return Err(bad);
        }
        let authority = rest.split('/').next().unwrap_or_default();
        if authority.contains('@') {
            return Err(Bad::UserInfo);
        }
        if rest.contains("//") || authority.ends_with(':') {
            return Err(if rest.contains("://") {
                Bad::TwoSchemes
            } else {
                Bad::Malformed
            });
        }
        let text = text.trim_end_matches('/');
        let uri: Uri = text.parse().map_err(|_| Bad::Malformed)?;
        let port_reads = uri.authority().is_some_and(|authority| {
            let port = authority.as_str().strip_prefix(authority.host());
            port.is_some_and(|port| port.is_empty() || authority.port_u16().is_some())
        });
        if !port_reads || !text.is_ascii() || uri.host().is_none_or(str::is_empty) {
            return Err(Bad::Malformed);
        }
        Ok(Self(text.to_owned()))
    }

    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    #[cfg(feature = "reqwest")]
    pub(super) fn is_https(&self) -> bool {
        self.0
            .get(..6)
            .is_some_and(|scheme| scheme.eq_ignore_ascii_case("https:"))
    }
}
