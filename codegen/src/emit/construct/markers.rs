//! The types that stand for required fields in the builders' types, so that the compiler can name what is missing.

use super::super::Emit;
use crate::ir::Shape;
use crate::names::camel;
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(crate) fn field_markers(&mut self) {
        let markers = self.marker_names();
        if markers.is_empty() {
            return;
        }
        let items: String = markers.iter().map(|marker| item(marker)).collect();
        let template = r#"
            #[doc = " Names of required fields, for the builders' types."]
            #[doc(hidden)]
            #[allow(non_camel_case_types)]
            pub mod field { $items }
        "#;
        self.out.push(&fill!(template, items));
    }

    fn marker_names(&self) -> Vec<String> {
        let mut markers = Vec::new();
        for def in &self.api.types {
            let Shape::Struct(made) = &def.shape else {
                continue;
            };
            if (def.uses.request || self.encodes(def.uses)) && !self.is_plain(made) {
                let required = made.fields.iter().filter(|field| field.required);
                markers.extend(required.map(|field| marker(field.label())));
            }
        }
        markers.sort();
        markers.dedup();
        markers
    }
}

fn item(marker: &str) -> String {
    fill!(
        "#[doc = $docs] #[derive(Debug)] pub enum $marker {}",
        docs = quoted(&format!(" `{marker}`")),
        marker
    )
}

/// Named like the wire, so that messages are; the wire's own underscores stay.
pub(super) fn marker(wire: &str) -> String {
    let plain = wire.starts_with(|c: char| c.is_ascii_alphabetic())
        && wire.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !bindery_spec::is_keyword(wire);
    if plain { wire.to_owned() } else { camel(wire) }
}
