//! Rust names of the component schemas, the same whichever operations are chosen.

use std::collections::HashMap;

use bindery_spec::{Finding, Span, Value};

use super::Lower;
use crate::names::camel;

impl Lower<'_> {
    /// Names every component schema. Two that come to one name by themselves are numbered in the order of the document, which
    /// is said; a name that was chosen twice is an error.
    pub(super) fn name_components(&mut self) {
        let schemas = self
            .doc
            .root
            .get("components")
            .and_then(|components| components.get("schemas"));
        let mut taken: HashMap<String, (&str, Span)> = HashMap::new();
        for member in schemas.and_then(Value::as_object).unwrap_or_default() {
            let chosen = self.type_named(&member.value);
            let is_chosen = chosen.is_some();
            let name = chosen.unwrap_or_else(|| camel(&member.key));
            if let Some((other, span)) = taken.get(&name)
                && **other != *member.key
            {
                let message = format!(
                    "the schemas `{other}` and `{}` are both called `{name}` in Rust",
                    member.key
                );
                let (code, at) = ("duplicate-name", member.key_span);
                let finding = if is_chosen {
                    Finding::error(code, at, message).help("choose another `x-bindery-name`")
                } else {
                    let help = "the second has a number, unless one has an `x-bindery-name`";
                    Finding::warning(code, at, message).help(help)
                };
                let finding = finding.label(format!("`{name}` again"));
                self.findings
                    .push(finding.note(*span, format!("`{name}` first")));
            }
            taken.insert(name.clone(), (&member.key, member.key_span));
            let name = self.names.claim(&name);
            self.components.insert(&member.key, name);
        }
    }
}
