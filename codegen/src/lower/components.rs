//! Rust names of the component schemas, the same whichever operations are chosen.

use std::collections::HashMap;

use bindery_spec::{Finding, Span, Value};

use super::Lower;
use crate::names::camel;

impl Lower<'_> {
    /// Names every component schema; two that come to one name are an error, since renaming one would be arbitrary.
    pub(super) fn name_components(&mut self) {
        let schemas = self
            .doc
            .root
            .get("components")
            .and_then(|components| components.get("schemas"));
        let mut taken: HashMap<String, (&str, Span)> = HashMap::new();
        for member in schemas.and_then(Value::as_object).unwrap_or_default() {
            let name = self
                .type_named(&member.value)
                .unwrap_or_else(|| camel(&member.key));
            if let Some((other, span)) = taken.get(&name)
                && **other != *member.key
            {
                let message = format!(
                    "the schemas `{other}` and `{}` are both called `{name}` in Rust",
                    member.key
                );
                let finding = Finding::error("duplicate-name", member.key_span, message)
                    .label(format!("`{name}` again"))
                    .note(*span, format!("`{name}` first"))
                    .help("give one of them an `x-bindery-name`");
                self.findings.push(finding);
                continue;
            }
            taken.insert(name.clone(), (&member.key, member.key_span));
            let name = self.names.claim(&name);
            self.components.insert(&member.key, name);
        }
    }
}
