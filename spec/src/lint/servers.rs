//! URLs of servers that bindings leave out, or that others read in another way.

use crate::check::place::Place;
use crate::document::Document;
use crate::finding::Finding;
use crate::lint::visit::Visit;
use crate::server::{Server, is_unsafe};
use crate::value::Value;

/// Complains about servers that are not offered, and about a `/` too many.
pub(super) fn lint(document: &Document, visit: Visit<'_>, findings: &mut Vec<Finding>) {
    let own = match visit.place {
        Place::Document => false,
        Place::PathItem | Place::Operation => true,
        _ => return,
    };
    let servers = visit.value.get("servers").and_then(Value::as_array);
    for server in servers.unwrap_or_default() {
        findings.extend(complaint(server, own));
        if own {
            findings.extend(without_tls(document, server));
        }
    }
}

fn without_tls(document: &Document, server: &Value) -> Option<Finding> {
    let found = Server::of_operation(server).filter(|server| is_unsafe(document, server))?;
    let message = "a server without TLS is not offered beside servers that have it";
    let finding = Finding::warning("server-not-offered", server.get("url")?.span, message);
    let help = format!(
        "write `https://`; else calls go to the client's server, and not to {}",
        found.base()
    );
    Some(finding.help(help))
}

fn complaint(server: &Value, own: bool) -> Option<Finding> {
    let url = server.get("url")?;
    let text = url.as_str().filter(|text| *text != "/")?;
    // What is wrong with a URL that is written out, the check says.
    let offered = Server::of(server).is_some() || own && Server::of_operation(server).is_some();
    let instead = if own {
        "else calls go to the client's server, and not to "
    } else {
        "else every caller has to give "
    };
    let (code, message, help) = if !offered {
        let (message, help) = if text.contains('{') {
            (
                "a server whose URL is none with its variables at their defaults is not offered by the bindings",
                format!("give every variable a `default`; {instead}the URL"),
            )
        } else {
            (
                "a server whose URL neither has a host nor begins with `/` is not offered by the bindings",
                format!("write the whole URL, `https://` included; {instead}it"),
            )
        };
        ("server-not-offered", message, help)
    } else if text.ends_with('/') {
        let message = "the URL of a server ends with `/`, and every path begins with one";
        let help = "leave out the last `/`: most tools would write two".to_owned();
        ("server-slash", message, help)
    } else {
        return None;
    };
    Some(Finding::warning(code, url.span, message).help(help))
}
