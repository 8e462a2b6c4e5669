//! What proves who is calling, and the parameters a signer fills in.

use super::{View, read, text};
use crate::extension::Signer;
use crate::span::Span;
use crate::value::Value;

/// The credentials a client asks for.
pub(in crate::diff) struct Credentials {
    /// The runtime's type.
    pub(in crate::diff) ty: &'static str,
    /// Where an API key goes.
    pub(in crate::diff) place: Option<(String, String)>,
    pub(in crate::diff) span: Option<Span>,
}

/// The credentials of the first operation that asks for any.
pub(in crate::diff) fn credentials(view: &View<'_>) -> Credentials {
    let operations = view.operations();
    let schemes = operations
        .iter()
        .flat_map(|operation| schemes(view, operation.value()));
    let mut known = schemes.filter_map(credentials_of);
    known.next().unwrap_or(Credentials {
        ty: "NoAuth",
        place: None,
        span: None,
    })
}

/// The names of the query parameters that are filled in for an operation.
pub(super) fn signed_parameters(view: &View<'_>, operation: &Value) -> Vec<String> {
    let mut names = Vec::new();
    for scheme in schemes(view, operation) {
        if let Some(signer) = read::<Signer>(scheme) {
            names.extend(signer.parameters.into_iter().map(|name| name.text));
        } else if text(scheme, "type") == Some("apiKey") {
            names.extend(text(scheme, "name").map(str::to_owned));
        }
    }
    names
}

/// The schemes of the first alternative that names any.
fn schemes<'d>(view: &View<'d>, operation: &Value) -> Vec<&'d Value> {
    let own = operation.get("security");
    let required = own.or_else(|| view.doc.root.get("security"));
    let alternatives = required.and_then(Value::as_array).unwrap_or_default();
    let mut filled = alternatives
        .iter()
        .filter_map(|one| one.as_object().filter(|members| !members.is_empty()));
    let first = filled.next().unwrap_or_default().iter();
    first
        .filter_map(|one| view.doc.component("securitySchemes", &one.key))
        .collect()
}

fn credentials_of(scheme: &Value) -> Option<Credentials> {
    let kind = text(scheme, "scheme").map(str::to_ascii_lowercase);
    let mut place = None;
    let ty = match (text(scheme, "type"), kind.as_deref()) {
        _ if read::<Signer>(scheme).is_some() => "UserSigCredentials",
        (Some("http"), Some("bearer")) | (Some("oauth2" | "openIdConnect"), _) => "Bearer",
        (Some("apiKey"), _) => {
            let stands = text(scheme, "in").filter(|it| matches!(*it, "query" | "header"))?;
            place = Some((stands.to_owned(), text(scheme, "name")?.to_owned()));
            "ApiKey"
        }
        _ => return None,
    };
    let span = Some(scheme.span);
    Some(Credentials { ty, place, span })
}
