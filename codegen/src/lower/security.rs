//! Security schemes: the credentials a client asks for, what each operation accepts, and the parameters a signer fills in.

use bindery_spec::names::{Scope, snake};
use bindery_spec::security::{Named, Scheme as Read, named, schemes};
use bindery_spec::{Finding, Value};

use super::{Lower, Place, docs};
use crate::ir::{Combination, Credentials, Keyring, Scheme, SchemeKind};

impl<'d> Lower<'d> {
    /// The names of the parameters that an operation's signers fill in.
    pub(super) fn signed_parameters(&mut self, place: Place<'d>) -> Vec<String> {
        self.unsupported_schemes(place);
        let schemes = schemes(self.doc, place.operation).into_iter();
        schemes
            .flat_map(|named| named.scheme.parameters())
            .collect()
    }

    /// The names of the schemes that an operation accepts; `None` where every operation is signed alike.
    pub(super) fn accepts(&self, place: Place<'d>) -> Option<Vec<Vec<String>>> {
        let key = |&index: &usize| Some(self.security.schemes.get(index)?.key.to_owned());
        let accepted = self.security.accepted(self.doc, place.operation)?;
        let names = accepted
            .iter()
            .map(|all| all.iter().filter_map(key).collect());
        Some(names.collect())
    }

    /// What a client asks for. It follows from the whole document, so that choosing other operations changes nothing.
    pub(super) fn credentials(&mut self) {
        self.api.credentials = match &*self.security.schemes {
            [] => Credentials::None,
            [only] => kind(&only.scheme).map_or(Credentials::None, Credentials::One),
            _ => Credentials::Several(self.keyring()),
        };
    }

    fn keyring(&mut self) -> Keyring {
        let mut scope = Scope::default();
        let known = &self.security.schemes;
        let schemes = known.iter().filter_map(|named| scheme(named, &mut scope));
        let schemes = schemes.collect();
        let mut scope = Scope::with(&["and"]);
        let combinations = self.security.combinations.iter().map(|indices| {
            let keys: Vec<_> = indices.iter().map(|&index| known[index].key).collect();
            Combination {
                name: scope.claim(&snake(&keys.join(" and "))),
                schemes: indices.clone(),
            }
        });
        Keyring {
            combinations: combinations.collect(),
            schemes,
            name: self.names.claim("Credentials"),
        }
    }

    /// Complains about the schemes of an operation that bindings cannot sign with.
    fn unsupported_schemes(&mut self, place: Place<'d>) {
        let own = place.operation.get("security");
        let required = own.or_else(|| self.doc.root.get("security"));
        let alternatives = required.and_then(Value::as_array).unwrap_or_default();
        for requirement in alternatives.iter().filter_map(Value::as_object).flatten() {
            // One that is not there has been complained of.
            let Some(scheme) = named(self.doc, &requirement.key) else {
                continue;
            };
            match Read::of(scheme) {
                None => self.unsupported_scheme(
                    scheme,
                    "bindings do not sign in this way",
                    "calls go out without it; sign with a `Signer` of your own",
                ),
                Some(Read::MutualTls) => self.unsupported_scheme(
                    scheme,
                    "certificates are the transport's affair",
                    "give the client a `Transport` that shows yours",
                ),
                Some(_) => {}
            }
        }
    }

    fn unsupported_scheme(&mut self, scheme: &Value, message: &str, help: &str) {
        let finding = Finding::warning("unsupported-security", scheme.span, message).help(help);
        let is_it = |known: &Finding| known.code == finding.code && known.span == finding.span;
        if !self.findings.iter().any(is_it) {
            self.findings.push(finding);
        }
    }
}

fn scheme(named: &Named<'_>, scope: &mut Scope) -> Option<Scheme> {
    Some(Scheme {
        key: named.key.to_owned(),
        name: scope.claim(&snake(named.key)),
        docs: docs(named.value),
        kind: kind(&named.scheme)?,
    })
}

fn kind(scheme: &Read<'_>) -> Option<SchemeKind> {
    Some(match scheme {
        Read::UserSig(_) => SchemeKind::UserSig,
        Read::Bearer => SchemeKind::Bearer,
        Read::Basic => SchemeKind::Basic,
        Read::ApiKey { place, name } => SchemeKind::ApiKey {
            place: (*place).to_owned(),
            name: (*name).to_owned(),
        },
        // Not among those that add something to a request.
        Read::MutualTls => return None,
    })
}
