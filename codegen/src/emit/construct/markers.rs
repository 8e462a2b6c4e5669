//! The types that stand for required fields in the builders' types, so that the compiler can name what is missing.
//! They are called what the setters are: a name in camel case would be that of another type too often, and the compiler
//! would then write its whole path, as it would for one that is hidden from the docs.

use super::super::Emit;
use crate::ir::Shape;
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(crate) fn field_markers(&mut self) {
        let markers = self.marker_names();
        if markers.is_empty() {
            return;
        }
        let items: String = markers.iter().map(|marker| item(marker)).collect();
        let template = r#"
            #[doc = " Names of required fields, as they stand in the types of builders and in the compiler's messages."]
            #[allow(non_camel_case_types)]
            pub mod field { $items }
        "#;
        self.out.push(&fill!(template, items));
    }

    fn marker_names(&self) -> Vec<&str> {
        let mut markers = Vec::new();
        for def in &self.api.types {
            let Shape::Struct(made) = &def.shape else {
                continue;
            };
            if (def.uses.request || self.encodes(def.uses)) && !self.is_plain(made) {
                let required = made.fields.iter().filter(|field| field.required);
                markers.extend(required.map(|field| &*field.name));
            }
        }
        markers.sort_unstable();
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
