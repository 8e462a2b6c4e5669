//! Where credentials may go without TLS: to this machine, and to where the API's document says that the service is.

use super::base_url::BaseUrl;
use super::build_error::BuildError;
use crate::host::is_loopback;
use crate::operation::Api;

/// Refuses the first URL that credentials would travel to in clear.
pub(super) fn check<'a, A: Api>(
    mut urls: impl Iterator<Item = &'a BaseUrl>,
) -> Result<(), BuildError> {
    let refused = urls.find(|url| !may_go::<A>(url));
    refused.map_or(Ok(()), |url| {
        let host = url.host().to_owned();
        Err(BuildError::PlainHttp { host })
    })
}

fn may_go<A: Api>(url: &BaseUrl) -> bool {
    url.is_https() || is_loopback(url.host()) || is_documented::<A>(url)
}

/// Whether the document lists the host with `http:`, whatever the path.
fn is_documented<A: Api>(url: &BaseUrl) -> bool {
    let servers = A::SERVERS.iter().chain(A::OPERATION_SERVERS);
    let mut listed = servers.chain(A::SERVER_TEMPLATES);
    listed.any(|server| fits(origin(server), origin(url.as_str())))
}

/// Scheme and authority.
fn origin(url: &str) -> &str {
    let start = url.find("://").map_or(0, |at| at + 3);
    let len = url[start..].find('/').unwrap_or(url.len() - start);
    &url[..start + len]
}

/// Whether a text is what a template gives, any text standing for its variables.
fn fits(template: &str, text: &str) -> bool {
    let Some((before, rest)) = template.split_once('{') else {
        return template.eq_ignore_ascii_case(text);
    };
    let Some(((_, behind), (found, given))) = rest
        .split_once('}')
        .zip(text.split_at_checked(before.len()))
    else {
        return false;
    };
    let mut ends = (0..=given.len()).filter_map(|at| given.get(at..));
    before.eq_ignore_ascii_case(found) && ends.any(|given| fits(behind, given))
}
