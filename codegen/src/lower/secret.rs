//! `x-bindery-secret`: texts of a type that does not show them, whichever object says so.

use bindery_spec::schema::{JsonType, Shape as Said, read};
use bindery_spec::{Extension, Finding, Secret, Value};

use super::Lower;
use super::schema::Found;
use crate::ir::{Shape, Text, Type};

impl<'d> Lower<'d> {
    /// The type of a secret. Where only a reference says so, the schema's other users keep its plain type.
    pub(super) fn secret(&mut self, found: Found<'d>, hint: &str) -> Type {
        let schema = found.schema;
        let plain = read(self.doc, schema).shape;
        let whole = schema.get("allOf").is_none() && schema.get("enum").is_none();
        if !whole || !matches!(plain, Said::Of(JsonType::String)) {
            let finding = Finding::error(
                "unsupported-secret",
                schema.span,
                "only texts can be secret yet",
            );
            self.findings
                .push(finding.help("put `x-bindery-secret` on the texts inside"));
            return Type::Json;
        }
        let component = found.component.filter(|_| is_secret(schema));
        let found = Found { schema, component };
        self.define(found, hint, "secret", |lower, _| {
            Shape::Text(Text {
                wire: component.map_or_else(String::new, |it| it.name.to_owned()),
                secret: true,
                ..lower.text_rules(schema)
            })
        })
    }
}

/// Whether an object says of its value that it is secret. What is wrong with the extension, the check has said.
pub(super) fn is_secret(owner: &Value) -> bool {
    Secret::of(owner, &mut Vec::new()).is_some_and(|secret| secret.0)
}
