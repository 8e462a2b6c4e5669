//! The text of a path: what may stand in a URL, and braces that match. Parameters are judged elsewhere.

use crate::finding::Finding;
use crate::value::Member;

/// Checks one key of `paths`.
pub(super) fn check(path: &Member, findings: &mut Vec<Finding>) {
    let text = &*path.key;
    let error = |message: String| Finding::error("bad-path", path.key_span, message);
    if !text.starts_with('/') {
        let message = format!("the path `{}` does not begin with `/`", text.escape_debug());
        findings.push(error(message));
    }
    let sent = text.split('#').next().unwrap_or_default();
    if sent.len() < text.len() {
        let message = "what follows `#` in a path reaches no service";
        let finding = Finding::warning("path-fragment", path.key_span, message);
        findings.push(finding.help("bindings send the path before it"));
    }
    if let Some(c) = sent.chars().find(|c| is_foreign(*c)) {
        let message = format!("a path cannot hold `{}`", c.escape_debug());
        findings.push(match c {
            '?' => error(message).help("declare what follows as parameters in `query`"),
            _ => error(message),
        });
    }
    if !braces_match(text) {
        let help = "each parameter stands in braces of its own, as in `/parcels/{id}`";
        findings.push(
            error(format!(
                "the braces of `{}` do not match",
                text.escape_debug()
            ))
            .help(help),
        );
    }
}

/// What ends a path, or stands in no URL.
fn is_foreign(c: char) -> bool {
    c == '?' || c.is_whitespace() || c.is_control()
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
