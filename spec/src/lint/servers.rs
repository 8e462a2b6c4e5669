//! URLs of servers that bindings leave out, or that others read in another way.

use crate::document::Document;
use crate::finding::Finding;
use crate::server::Server;
use crate::value::Value;

/// Complains about servers that are not offered, and about a `/` too many.
pub(super) fn lint(document: &Document, findings: &mut Vec<Finding>) {
    let servers = document.root.get("servers").and_then(Value::as_array);
    let servers = servers.unwrap_or_default().iter();
    findings.extend(servers.filter_map(complaint));
}

fn complaint(server: &Value) -> Option<Finding> {
    let url = server.get("url")?;
    let text = url.as_str().filter(|text| *text != "/")?;
    let (code, message, help) = if Server::of(server).is_none() {
        let (message, help) = if text.contains('{') {
            (
                "a server whose URL is none with its variables at their defaults is not offered by the bindings",
                "give every variable a `default`; else every caller has to give the URL",
            )
        } else {
            (
                "a server whose URL neither has a host nor begins with `/` is not offered by the bindings",
                "write the whole URL, `https://` included; else every caller has to give it",
            )
        };
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
