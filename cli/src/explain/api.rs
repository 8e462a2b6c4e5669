//! The operations and families of a document, as the pages need them. Expects a document without errors, and shrugs
//! at what is wrong nevertheless.

use std::borrow::Cow;

use bindery_spec::{
    Document, Envelope, ErrorFamilies, Extension, OperationEnvelope, Signer, Value, operation,
};

/// What pages are made from.
#[derive(Debug)]
pub(super) struct Api<'d> {
    pub(super) document: &'d Document,
    pub(super) operations: Vec<Operation<'d>>,
    pub(super) families: ErrorFamilies,
}

/// An operation and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Operation<'d> {
    pub(super) id: Cow<'d, str>,
    pub(super) method: &'d str,
    pub(super) path: &'d str,
    /// The path item around it, whose parameters it shares.
    pub(super) item: &'d Value,
    pub(super) value: &'d Value,
}

impl<'d> Api<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let families = document.root.get("components");
        let families = families.and_then(|all| ErrorFamilies::of(all, &mut Vec::new()));
        Api {
            document,
            operations: operations(document),
            families: families.unwrap_or_else(|| ErrorFamilies {
                families: Vec::new(),
                span: document.root.span,
            }),
        }
    }

    /// The envelope of an operation's replies.
    pub(super) fn envelope(&self, operation: &Operation<'_>) -> Option<Envelope> {
        match OperationEnvelope::of(operation.value, &mut Vec::new()) {
            Some(OperationEnvelope::Off(_)) => None,
            Some(OperationEnvelope::Own(own)) => Some(*own),
            None => Envelope::of(&self.document.root, &mut Vec::new()),
        }
    }

    /// The query parameters that a signer fills in for an operation.
    pub(super) fn signed(&self, operation: &Operation<'_>) -> Vec<String> {
        let root = &self.document.root;
        let security = operation.value.get("security");
        let security = security.or_else(|| root.get("security"));
        let alternatives = security.and_then(Value::as_array).unwrap_or_default();
        let schemes = alternatives.iter().filter_map(Value::as_object).flatten();
        let signers = schemes.filter_map(|scheme| {
            let scheme = bindery_spec::security::named(self.document, &scheme.key)?;
            Signer::of(scheme, &mut Vec::new())
        });
        signers
            .flat_map(|signer| signer.parameters)
            .map(|name| name.text)
            .collect()
    }

    /// What a value is once its references are followed.
    pub(super) fn resolve(&self, value: &'d Value) -> &'d Value {
        self.document.resolve(value).unwrap_or(value)
    }
}

fn operations(document: &Document) -> Vec<Operation<'_>> {
    let listed = operation::operations(document).into_iter();
    let own = listed.map(|listed| Operation {
        method: &listed.method.key,
        path: &listed.path.key,
        item: listed.item,
        value: listed.value(),
        id: listed.id,
    });
    own.collect()
}

/// The members of an object; none of anything else.
pub(super) fn members(value: Option<&Value>) -> &[bindery_spec::Member] {
    value.and_then(Value::as_object).unwrap_or_default()
}

/// The text of a member.
pub(super) fn text<'v>(owner: &'v Value, key: &str) -> Option<&'v str> {
    owner.get(key)?.as_str()
}
