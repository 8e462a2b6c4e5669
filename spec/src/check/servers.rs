//! URLs of servers that no client could be given: the runtime refuses them, and only when the program runs.

use crate::check::slips::Slips;
use crate::document::Document;
use crate::finding::Finding;
use crate::operation::operations;
use crate::server::own_lists;
use crate::value::Value;

/// Checks the servers of the document, and those of operations: without one of these calls still go to the client's.
pub(super) fn check(document: &Document, slips: Slips, findings: &mut Vec<Finding>) {
    let listed = document.root.get("servers").and_then(Value::as_array);
    let bad = listed.unwrap_or_default().iter().filter_map(complaint);
    findings.extend(bad.map(|finding| slips.judge(finding, "bindings do not offer it")));
    for operation in operations(document) {
        let own = own_lists(operation.value(), operation.item)
            .into_iter()
            .flatten();
        let bad = own.filter_map(complaint);
        findings.extend(bad.map(|finding| slips.judge(finding, "calls go to the client's server")));
    }
}

fn complaint(server: &Value) -> Option<Finding> {
    let url = server.get("url")?;
    let message = url.as_str().filter(|text| is_whole(text)).and_then(fault)?;
    let finding = Finding::error("bad-server", url.span, message);
    Some(finding.help("write it as `https://host:port/prefix`"))
}

/// Whether this is all of a URL: what is wrong with one to be filled in may be mended by what fills it.
fn is_whole(url: &str) -> bool {
    url.contains("://") && !url.contains('{')
}

/// What is wrong with a URL.
pub(crate) fn fault(url: &str) -> Option<&'static str> {
    let (scheme, rest) = url.split_once("://")?;
    let rest = rest.trim_end_matches('/');
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let faults = [
        (
            !is_http(scheme),
            "the URL of a server begins with `http://` or `https://`",
        ),
        (
            rest.contains("://"),
            "the URL of a server has one scheme, and this has two",
        ),
        (rest.contains('?'), "the URL of a server has no query"),
        (rest.contains('#'), "the URL of a server has no fragment"),
        (
            authority.contains('@'),
            "the URL of a server has no user name or password",
        ),
        (
            !is_authority(authority),
            "the URL of a server has a host, and a port of digits where it has one",
        ),
        (
            rest.contains("//"),
            "the URL of a server has no empty part in its path",
        ),
        (
            !rest.bytes().all(|byte| byte.is_ascii_graphic()),
            "a URL is of printable ASCII characters",
        ),
        (
            rest.contains(['<', '>', '`']),
            "a URL has `<`, `>` and backquotes in their encoded form only",
        ),
    ];
    let found = faults.into_iter().find(|(found, _)| *found);
    found.map(|(_, message)| message)
}

fn is_http(scheme: &str) -> bool {
    ["http", "https"]
        .iter()
        .any(|it| scheme.eq_ignore_ascii_case(it))
}

/// Whether this is a host, in brackets for IPv6, with or without a port.
fn is_authority(authority: &str) -> bool {
    let after_brackets = authority.rfind(']').map_or(0, |end| end + 1);
    let (host, port) = match authority[after_brackets..].rfind(':') {
        Some(colon) => authority.split_at(after_brackets + colon),
        None => (authority, ":0"),
    };
    is_host(host)
        && port[1..].bytes().all(|it| it.is_ascii_digit())
        && port[1..].parse::<u16>().is_ok()
}

/// Whether nothing in a host ends it; what is no ASCII is complained about elsewhere.
fn is_host(host: &str) -> bool {
    let inside = host
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'));
    let ends = |c: char| "[]<>{}\"\\^`|%".contains(c) || c == ':' && inside.is_none();
    let inside = inside.unwrap_or(host);
    !inside.is_empty() && !inside.contains(ends)
}
