//! What proves who is calling, and the parameters a signer fills in.

use super::operation::Operation;
use super::{View, docs};
use crate::names::{Scope, snake};
use crate::security::{Named, Scheme, Security, schemes};
use crate::span::Span;
use crate::value::Value;

/// The credentials a client asks for.
pub(in crate::diff) struct Credentials {
    /// The type.
    pub(in crate::diff) ty: &'static str,
    /// Where an API key goes, the only one there is.
    pub(in crate::diff) place: Option<(String, String)>,
    /// How a type of the bindings' own is made.
    pub(in crate::diff) combinations: Vec<Combination>,
    pub(in crate::diff) span: Option<Span>,
}

/// Schemes that go together: a constructor.
pub(in crate::diff) struct Combination {
    pub(in crate::diff) name: String,
    /// What it asks for.
    pub(in crate::diff) asks: String,
    /// Where that goes.
    pub(in crate::diff) goes: String,
    pub(in crate::diff) docs: String,
    pub(in crate::diff) span: Span,
}

/// The credentials that all operations together ask for.
pub(in crate::diff) fn credentials(view: &View<'_>) -> Credentials {
    let security = &view.security;
    let span = security.schemes.first().map(|named| named.value.span);
    let (ty, place, combinations) = match &*security.schemes {
        [] => ("NoAuth", None, Vec::new()),
        [only] => (runtime_type(&only.scheme), place(&only.scheme), Vec::new()),
        _ => ("Credentials", None, combinations(security)),
    };
    Credentials {
        ty,
        place,
        combinations,
        span,
    }
}

/// The names of the parameters that are filled in for an operation.
pub(super) fn signed_parameters(view: &View<'_>, operation: &Value) -> Vec<String> {
    let schemes = schemes(view.doc, operation).into_iter();
    schemes
        .flat_map(|named| named.scheme.parameters())
        .collect()
}

impl View<'_> {
    /// What an operation accepts, by where it goes; `None` where it is signed as all are.
    pub(in crate::diff) fn accepted(&self, operation: &Operation<'_>) -> Option<Vec<String>> {
        let security = &self.security;
        let accepted = security.accepted(self.doc, operation.value())?;
        let shown = |all: &Vec<usize>| joined(security, all, &|named| goes(&named.scheme));
        Some(accepted.iter().map(shown).collect())
    }
}

fn combinations(security: &Security<'_>) -> Vec<Combination> {
    let mut scope = Scope::with(&["and"]);
    let combination = |indices: &Vec<usize>| {
        let each = |text: &dyn Fn(&Named<'_>) -> String| joined(security, indices, text);
        let first = indices
            .first()
            .and_then(|&index| security.schemes.get(index));
        Combination {
            name: scope.claim(&snake(&each(&|named| named.key.to_owned()))),
            asks: each(&|named| asks(&named.scheme).to_owned()),
            goes: each(&|named| goes(&named.scheme)),
            docs: each(&|named| docs(named.value).to_owned()),
            span: first.map_or(Span::start_of_file(), |named| named.value.span),
        }
    };
    security.combinations.iter().map(combination).collect()
}

fn joined(security: &Security<'_>, all: &[usize], text: &dyn Fn(&Named<'_>) -> String) -> String {
    let schemes = all.iter().filter_map(|&index| security.schemes.get(index));
    schemes.map(text).collect::<Vec<_>>().join(" and ")
}

/// What the caller gives.
fn asks(scheme: &Scheme<'_>) -> &'static str {
    match scheme {
        Scheme::UserSig(_) => "signer",
        Scheme::Bearer | Scheme::ApiKey { .. } => "secret",
        Scheme::Basic => "user and password",
        Scheme::MutualTls => "nothing",
    }
}

/// Where that goes.
fn goes(scheme: &Scheme<'_>) -> String {
    match scheme {
        Scheme::ApiKey { place, name } => format!("{place} `{name}`"),
        scheme => format!("`{}`", runtime_type(scheme)),
    }
}

fn runtime_type(scheme: &Scheme<'_>) -> &'static str {
    match scheme {
        Scheme::UserSig(_) => "UserSigCredentials",
        Scheme::Bearer => "Bearer",
        Scheme::Basic => "Basic",
        Scheme::ApiKey { .. } => "ApiKey",
        Scheme::MutualTls => "NoAuth",
    }
}

fn place(scheme: &Scheme<'_>) -> Option<(String, String)> {
    match scheme {
        Scheme::ApiKey { place, name } => Some(((*place).to_owned(), (*name).to_owned())),
        _ => None,
    }
}
