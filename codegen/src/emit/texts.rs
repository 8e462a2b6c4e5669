//! Text newtypes: the definition here, the impls in the runtime's macros.

use super::Emit;
use crate::docs;
use crate::ir::{Text, TypeDef, TypeId};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn text(&mut self, id: TypeId, def: &TypeDef, text: &Text) {
        let mut rules = Vec::new();
        if text.min_chars > 0 {
            rules.push(format!("min_chars: {}", text.min_chars));
        }
        rules.extend(text.max_chars.map(|max| format!("max_chars: {max}")));
        rules.extend(text.max_bytes.map(|max| format!("max_bytes: {max}")));
        rules.extend(text.pattern.as_ref().map(|pattern| {
            format!(
                "pattern: ::core::option::Option::Some({})",
                pattern.to_rust("__rt")
            )
        }));
        let wire = if text.wire.is_empty() {
            &def.name
        } else {
            &text.wire
        };
        let base = format!("__rt::TextRules::new({})", quoted(wire));
        let rules = if rules.is_empty() {
            base
        } else {
            format!("__rt::TextRules {{ {}, ..{base} }}", rules.join(", "))
        };
        let template = r"
            $docs
            #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(__rt::Cow<'static, str>);
            __rt::text_type!($name, $rules);
            __rt::$shown!($name);
        ";
        let shown = if text.secret {
            "secret_text"
        } else if text.private {
            "private_text"
        } else {
            "shown_text"
        };
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&self.origins.ty(id, def)),
            name = def.name,
            rules,
            shown
        ));
    }
}
