//! Words beside a `$ref` that shape values: laid out as `allOf`, so that whoever reads a schema meets them in one form only.
//!
//! `{ "$ref": R, "nullable": true }` becomes `{ "allOf": [{ "$ref": R }], "nullable": true }`. Knows no place of a document, since a file
//! that a reference names may be a fragment; goes by keys, and leaves data alone.

use crate::value::{Kind, Member, Value};

/// Which words beside a reference count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Beside {
    /// `OpenAPI` 3.0 has them ignored. `nullable` is heeded all the same: services send the `null` that their documents tell of there.
    Nullable,
    /// From 3.1 on a reference is a keyword like others.
    Everything,
}

/// Words that say which values there are. `type` is not among them: beside a reference it can only repeat or narrow.
const SHAPING: [&str; 21] = [
    "properties",
    "required",
    "additionalProperties",
    "patternProperties",
    "items",
    "prefixItems",
    "allOf",
    "oneOf",
    "anyOf",
    "enum",
    "const",
    "format",
    "pattern",
    "minLength",
    "maxLength",
    "minItems",
    "maxItems",
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
];

/// Keys under which names stand, whatever they are: a response may be called `default`, a header `x-next`.
const NAMES: [&str; 16] = [
    "properties",
    "patternProperties",
    "dependentSchemas",
    "$defs",
    "definitions",
    "schemas",
    "responses",
    "parameters",
    "headers",
    "requestBodies",
    "callbacks",
    "pathItems",
    "paths",
    "webhooks",
    "content",
    "encoding",
];

/// Keys under which there is data, in which nothing refers.
const DATA: [&str; 5] = ["example", "examples", "default", "const", "enum"];

impl Beside {
    /// What a document of this version lets stand beside a reference.
    pub(crate) fn of(root: &Value) -> Self {
        let version = root.get("openapi").and_then(Value::as_str);
        let old = version.is_some_and(|it| it == "3.0" || it.starts_with("3.0."));
        if old {
            Self::Nullable
        } else {
            Self::Everything
        }
    }

    /// Whether a member of a reference says something that counts.
    pub(crate) fn counts(self, member: &Member) -> bool {
        match &*member.key {
            "nullable" => member.value.as_bool() == Some(true),
            // Of a parameter or a header it is no list.
            "required" => self == Self::Everything && member.value.as_array().is_some(),
            key => self == Self::Everything && SHAPING.contains(&key),
        }
    }

    /// Lays out every reference in a tree that has such words beside it.
    pub(crate) fn lay_out(self, root: &mut Value) {
        self.walk(root, false);
    }

    /// The tree as it was written.
    pub(crate) fn restore(root: &mut Value) {
        match &mut root.kind {
            Kind::Array(items) => items.iter_mut().for_each(Self::restore),
            Kind::Object(members) => {
                take_back(members);
                for member in members {
                    Self::restore(&mut member.value);
                }
            }
            _ => {}
        }
    }

    fn walk(self, value: &mut Value, names: bool) {
        match &mut value.kind {
            Kind::Array(items) => items.iter_mut().for_each(|item| self.walk(item, false)),
            Kind::Object(members) => {
                if !names && members.len() > 1 {
                    self.object(members);
                }
                for member in members {
                    let key = &*member.key;
                    if names || !(DATA.contains(&key) || key.starts_with("x-")) {
                        self.walk(&mut member.value, !names && NAMES.contains(&key));
                    }
                }
            }
            _ => {}
        }
    }

    fn object(self, members: &mut Vec<Member>) {
        let reference = members.iter().position(|it| &*it.key == "$ref");
        let reference = reference.filter(|at| members[*at].value.as_str().is_some());
        if let Some(at) = reference
            && members.iter().any(|member| self.counts(member))
        {
            let reference = members.remove(at);
            lay(members, at, reference);
        }
    }
}

/// Puts a reference last among the parts, so that pointers to the others lead where they did.
fn lay(members: &mut Vec<Member>, at: usize, reference: Member) {
    let (key_span, span) = (reference.key_span, reference.value.span);
    let part = Value {
        span,
        kind: Kind::Object(vec![reference]),
    };
    let listed = members.iter_mut().find(|it| &*it.key == "allOf");
    if let Some(Kind::Array(parts)) = listed.map(|it| &mut it.value.kind) {
        parts.push(part);
        return;
    }
    let parts = Value {
        span,
        kind: Kind::Array(vec![part]),
    };
    let whole = Member {
        key: "allOf".into(),
        key_span,
        value: parts,
    };
    members.insert(at, whole);
}

/// Undoes [`lay`]. Only a part that it made stands where its reference does.
fn take_back(members: &mut Vec<Member>) {
    let Some(at) = members.iter().position(|it| &*it.key == "allOf") else {
        return;
    };
    let Kind::Array(parts) = &mut members[at].value.kind else {
        return;
    };
    let span = parts.last().map(|part| part.span);
    let made = parts.last_mut().and_then(|part| match &mut part.kind {
        Kind::Object(inner) if inner.len() == 1 && Some(inner[0].value.span) == span => inner.pop(),
        _ => None,
    });
    let Some(reference) = made else {
        return;
    };
    parts.pop();
    if members[at].key_span == reference.key_span {
        members[at] = reference;
    } else {
        members.insert(at, reference);
    }
}
