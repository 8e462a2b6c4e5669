//! Security schemes: the credentials a client asks for, and the parameters a signer fills in.

use bindery_spec::{Algorithm, Extension, Finding, Signer, Value};

use super::{Lower, Place, text};
use crate::ir::Credentials;

impl<'d> Lower<'d> {
    /// The names of the query parameters that the operation's signer fills in.
    pub(super) fn signed_parameters(&mut self, place: Place<'d>) -> Vec<String> {
        let required = place
            .operation
            .get("security")
            .or_else(|| self.doc.root.get("security"));
        let alternatives = required.and_then(Value::as_array).unwrap_or_default();
        let Some(first) = alternatives
            .iter()
            .find_map(|one| one.as_object().filter(|members| !members.is_empty()))
        else {
            return Vec::new();
        };
        let mut parameters = Vec::new();
        for requirement in first {
            // One that is not there has been complained of.
            if let Some(scheme) = self.doc.component("securitySchemes", &requirement.key) {
                self.scheme(scheme, &mut parameters);
            }
        }
        parameters
    }

    fn scheme(&mut self, scheme: &'d Value, parameters: &mut Vec<String>) {
        if let Some(signer) = Signer::of(scheme, &mut self.findings) {
            match signer.algorithm {
                Algorithm::TlsSigApiV2 => self.set_credentials(Credentials::UserSig),
                _ => self.unsupported_scheme(scheme),
            }
            parameters.extend(signer.parameters.into_iter().map(|name| name.text));
            return;
        }
        match (
            text(scheme, "type"),
            text(scheme, "scheme"),
            text(scheme, "in"),
            text(scheme, "name"),
        ) {
            (Some("http"), Some(kind), ..) if kind.eq_ignore_ascii_case("bearer") => {
                self.set_credentials(Credentials::Bearer);
            }
            (Some("oauth2" | "openIdConnect"), ..) => self.set_credentials(Credentials::Bearer),
            (Some("apiKey"), _, Some("query"), Some(name)) => {
                self.set_credentials(Credentials::ApiKey {
                    place: "query",
                    name: name.to_owned(),
                });
                parameters.push(name.to_owned());
            }
            (Some("apiKey"), _, Some("header"), Some(name)) => {
                self.set_credentials(Credentials::ApiKey {
                    place: "header",
                    name: name.to_owned(),
                });
                parameters.push(name.to_owned());
            }
            _ => self.unsupported_scheme(scheme),
        }
    }

    fn unsupported_scheme(&mut self, scheme: &Value) {
        let finding = Finding::warning(
            "unsupported-security",
            scheme.span,
            "this kind of security is not supported yet",
        );
        self.findings
            .push(finding.help("calls go out without it; add it in a `Transport` of your own"));
    }
}
