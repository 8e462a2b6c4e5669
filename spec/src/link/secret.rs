//! Which values of a link are kept out of documentation: those that go where the document says that secrets go.

use super::{Ends, parameters};
use crate::body;
use crate::document::Document;
use crate::extension::{Extension, Secret};
use crate::value::Value;

impl Ends<'_, '_> {
    /// Whether a parameter, or the body, is a secret.
    pub(super) fn takes_secret(&self, parameter: Option<(&str, &str)>) -> bool {
        let Some(to) = self.to else {
            return false;
        };
        let Some(wanted) = parameter else {
            let body = to.value().get("requestBody");
            let body = body.and_then(|body| self.document.resolve(body).ok());
            let schema = body.and_then(|body| body::sent_schema(self.document, body));
            return schema.is_some_and(|schema| holds_secret(self.document, schema));
        };
        let mut all = parameters(self.document, to);
        all.find(|it| (it.place, it.name) == wanted)
            .is_some_and(|it| {
                let schema = it.value.get("schema");
                says_secret(it.value)
                    || schema.is_some_and(|schema| holds_secret(self.document, schema))
            })
    }
}

/// Whether a schema is one of a secret, or of a secret or `null`.
fn holds_secret(document: &Document, schema: &Value) -> bool {
    let is_secret =
        |schema: &Value| says_secret(schema) || document.resolve(schema).is_ok_and(says_secret);
    let Ok(target) = document.resolve(schema) else {
        return false;
    };
    let choices = ["oneOf", "anyOf", "allOf"].into_iter();
    let choices = choices.filter_map(|key| target.get(key)?.as_array());
    is_secret(schema) || choices.flatten().any(is_secret)
}

fn says_secret(owner: &Value) -> bool {
    Secret::of(owner, &mut Vec::new()).is_some_and(|secret| secret.0)
}
