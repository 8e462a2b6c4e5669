//! Security as every stage must read it: what a scheme asks of callers, and which schemes an operation accepts.

use crate::document::Document;
use crate::extension::{Algorithm, Extension, Signer};
use crate::header;
use crate::operation::operations;
use crate::value::Value;

/// What a scheme asks of callers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scheme<'d> {
    /// A signature made with `tls-sig-api-v2`, in these query parameters.
    UserSig(Vec<String>),
    /// A token in the header `Authorization`; how it is got is not the bindings' affair.
    Bearer,
    /// A user name and a password.
    Basic,
    /// A key under a name of the service's own.
    ApiKey {
        /// `query`, `header` or `cookie`.
        place: &'d str,
        /// The name of the parameter, header or cookie.
        name: &'d str,
    },
    /// A certificate, which the transport shows: nothing is added to a request.
    MutualTls,
}

impl<'d> Scheme<'d> {
    /// Reads a scheme; `None` for what bindings cannot sign with.
    pub fn of(scheme: &'d Value) -> Option<Self> {
        if let Some(signer) = Signer::of(scheme, &mut Vec::new()) {
            let names = signer.parameters.into_iter().map(|name| name.text);
            return (signer.algorithm == Algorithm::TlsSigApiV2)
                .then(|| Scheme::UserSig(names.collect()));
        }
        let text = |key| scheme.get(key).and_then(Value::as_str);
        let is = |kind: &str| text("scheme").is_some_and(|it| it.eq_ignore_ascii_case(kind));
        match text("type")? {
            "http" if is("bearer") => Some(Scheme::Bearer),
            "http" if is("basic") => Some(Scheme::Basic),
            "oauth2" | "openIdConnect" => Some(Scheme::Bearer),
            "mutualTLS" => Some(Scheme::MutualTls),
            "apiKey" => {
                let place = text("in").filter(|it| ["query", "header", "cookie"].contains(it))?;
                let name =
                    text("name").filter(|name| place != "header" || header::is_name(name))?;
                Some(Scheme::ApiKey { place, name })
            }
            _ => None,
        }
    }

    /// The names of the parameters that are filled in.
    pub fn parameters(self) -> Vec<String> {
        match self {
            Scheme::UserSig(names) => names,
            Scheme::ApiKey { name, .. } => vec![name.to_owned()],
            Scheme::Bearer | Scheme::Basic | Scheme::MutualTls => Vec::new(),
        }
    }
}

/// A scheme and what it is called.
#[derive(Clone, Debug, PartialEq)]
pub struct Named<'d> {
    /// The name in the document.
    pub key: &'d str,
    /// What it asks.
    pub scheme: Scheme<'d>,
    /// The scheme itself.
    pub value: &'d Value,
}

/// The schemes that the document's operations ask for, and which of them go together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Security<'d> {
    /// Those that add something to a request. Two that add the same are one.
    pub schemes: Vec<Named<'d>>,
    /// The combinations that operations accept, as indices of schemes.
    pub combinations: Vec<Vec<usize>>,
}

impl<'d> Security<'d> {
    /// Collects them from every operation, so that choosing some changes nothing.
    pub fn of(document: &'d Document) -> Self {
        let mut security = Self::default();
        let shared = document.root.get("security");
        let listed = operations(document).into_iter();
        let own = listed.map(|operation| operation.value().get("security").or(shared));
        for required in own {
            for alternative in alternatives(document, required) {
                security.add(alternative);
            }
        }
        security
    }

    /// What an operation accepts, as indices of schemes: alternatives, each of the schemes that go together. None at all is a
    /// call that goes out unsigned; `None` is one that is signed as all calls are.
    pub fn accepted(
        &self,
        document: &'d Document,
        operation: &'d Value,
    ) -> Option<Vec<Vec<usize>>> {
        let mut accepted = Vec::new();
        let required = operation
            .get("security")
            .or_else(|| document.root.get("security"));
        for alternative in alternatives(document, required) {
            let indices: Vec<_> = alternative
                .iter()
                .filter_map(|named| self.index(named))
                .collect();
            if !accepted.contains(&indices) {
                accepted.push(indices);
            }
        }
        if accepted.iter().all(Vec::is_empty) {
            return (!self.schemes.is_empty()).then(Vec::new);
        }
        (self.schemes.len() > 1).then_some(accepted)
    }

    fn add(&mut self, alternative: Vec<Named<'d>>) {
        let mut indices = Vec::new();
        for named in alternative {
            let index = self.index(&named).unwrap_or_else(|| {
                self.schemes.push(named);
                self.schemes.len() - 1
            });
            if !indices.contains(&index) {
                indices.push(index);
            }
        }
        if !indices.is_empty() && !self.combinations.contains(&indices) {
            self.combinations.push(indices);
        }
    }

    fn index(&self, named: &Named<'_>) -> Option<usize> {
        self.schemes
            .iter()
            .position(|known| known.scheme == named.scheme)
    }
}

/// The schemes that one operation names, each once.
pub fn schemes<'d>(document: &'d Document, operation: &'d Value) -> Vec<Named<'d>> {
    let required = operation
        .get("security")
        .or_else(|| document.root.get("security"));
    let mut found: Vec<Named<'d>> = Vec::new();
    for named in alternatives(document, required).into_iter().flatten() {
        if !found.contains(&named) {
            found.push(named);
        }
    }
    found
}

/// The scheme of that name, its reference followed.
pub fn named<'d>(document: &'d Document, name: &str) -> Option<&'d Value> {
    let scheme = document.component("securitySchemes", name)?;
    document.resolve(scheme).ok()
}

/// The alternatives that bindings can sign for, without what the transport does; where there is none, the first, as far as it
/// goes.
fn alternatives<'d>(document: &'d Document, required: Option<&'d Value>) -> Vec<Vec<Named<'d>>> {
    let required = required.and_then(Value::as_array).unwrap_or_default();
    let mut partial = None;
    let mut found = Vec::new();
    for keys in required.iter().filter_map(Value::as_object) {
        let named = keys.iter().filter_map(|member| {
            let value = named(document, &member.key)?;
            let scheme = Scheme::of(value)?;
            Some(Named {
                key: &member.key,
                scheme,
                value,
            })
        });
        let mut named: Vec<_> = named.collect();
        let whole = named.len() == keys.len();
        named.retain(|named| named.scheme != Scheme::MutualTls);
        if whole {
            found.push(named);
        } else {
            partial.get_or_insert(named);
        }
    }
    if found.is_empty() {
        found.extend(partial);
    }
    found
}
