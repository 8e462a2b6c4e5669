//! The text of a path: what may stand in a URL, and braces that match. Parameters are judged elsewhere.

use crate::check::slips::Slips;
use crate::finding::Finding;
use crate::value::Member;

/// Checks one key of `paths`.
pub(super) fn check(path: &Member, slips: Slips, findings: &mut Vec<Finding>) {
    let text = &*path.key;
    let error = |message: String| Finding::error("bad-path", path.key_span, message);
    if !text.starts_with('/') {
        let message = format!("the path `{}` does not begin with `/`", text.escape_debug());
        findings.push(slips.judge(error(message), "bindings send it with one"));
    }
    let sent = text.split('#').next().unwrap_or_default();
    if sent.len() < text.len() {
        let message = "what follows `#` in a path reaches no service";
        let finding = Finding::warning("path-fragment", path.key_span, message);
        findings.push(finding.help("bindings send the path before it"));
    }
    let (before, query) = sent.split_once('?').unwrap_or((sent, ""));
    if let Some(c) = outside_braces(before).find(|c| c.is_whitespace() || c.is_control()) {
        let message = format!("a path cannot hold `{}`", c.escape_debug());
        findings.push(slips.judge(error(message), "it is sent percent-encoded"));
    }
    if before.len() < sent.len() {
        let finding = error("a path cannot hold `?`".to_owned());
        let finding = finding.help("declare what follows as parameters in `query`");
        findings.push(slips.judge(finding, "what follows is sent as the query"));
        findings.extend(mixed(path, query));
    }
    if !braces_match(text) {
        let message = format!("the braces of `{}` do not match", text.escape_debug());
        let help = "each parameter stands in braces of its own, as in `/parcels/{id}`";
        let finding = error(message).help(help);
        findings.push(slips.judge(finding, "a brace without its other is sent percent-encoded"));
    }
}

/// The complaint about a query of which more than one value of a pair is a parameter's.
fn mixed(path: &Member, query: &str) -> Option<Finding> {
    let is_plain = |pair: &str| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let is_one = value.starts_with('{') && value.find('}') == Some(value.len() - 1);
        !name.contains('{') && (is_one || !value.contains('{'))
    };
    let pair = query.split('&').find(|pair| !is_plain(pair))?;
    let message = format!("`{}` is no name and value", pair.escape_debug());
    let finding = Finding::warning("unsupported-query", path.key_span, message);
    Some(finding.help("its value is a parameter's, or a text written as the caller gives it"))
}

fn outside_braces(text: &str) -> impl Iterator<Item = char> {
    let mut inside = false;
    text.chars().filter(move |c| {
        inside = *c == '{' || inside && *c != '}';
        !inside
    })
}

fn braces_match(path: &str) -> bool {
    let mut open = false;
    for c in path.chars().filter(|c| matches!(c, '{' | '}')) {
        if open == (c == '{') {
            return false;
        }
        open = !open;
    }
    !open
}
