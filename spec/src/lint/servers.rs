//! URLs of servers that bindings leave out, or that others read in another way.

use crate::check::servers::{is_offered, urls};
use crate::document::Document;
use crate::finding::Finding;
use crate::value::Value;

/// Complains about servers that are not in the `Server` enum, and about a `/` too many.
pub(super) fn lint(document: &Document, findings: &mut Vec<Finding>) {
    findings.extend(urls(document).filter_map(complaint));
}

fn complaint(url: &Value) -> Option<Finding> {
    let text = url.as_str()?;
    let (code, message, help) = if !is_offered(text) {
        let message = if text.contains('{') {
            "a server whose URL has variables is not offered by the bindings"
        } else {
            "a server whose URL is relative is not offered by the bindings"
        };
        let help = "write the whole URL, `https://` included; else every caller has to give it";
        ("server-not-offered", message, help)
    } else if text.ends_with('/') {
        let message = "the URL of a server ends with `/`, and every path begins with one";
        let help = "leave out the last `/`: most tools would write two";
        ("server-slash", message, help)
    } else {
        return None;
    };
    Some(Finding::warning(code, url.span, message).help(help))
}
