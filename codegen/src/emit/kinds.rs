//! Kinds of resources, and which operation takes which.

use super::Emit;
use crate::docs;
use crate::ir::Operation;
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn kinds(&mut self) {
        if self.api.kinds.is_empty() {
            return;
        }
        let mut items = String::new();
        for (name, kind) in &self.api.kinds {
            let docs = docs::attributes(&format!("`{}`: {}", kind.wire, kind.docs));
            items.push_str(&fill!("$docs #[derive(Debug, Clone, Copy)] pub enum $name {} impl sealed::Sealed for $name {}", docs, name));
        }
        let traits: String = self
            .api
            .operations
            .iter()
            .map(|operation| self.kind_trait(operation))
            .collect();
        let template = r#"
            #[doc = " Kinds of resources. `bindery::Of<Id, kind::K>` is an id known to be of kind `K`; an operation that does not"]
            #[doc = " take that kind does not compile with it."]
            pub mod kind {
                use super::__rt;

                mod sealed {
                    pub trait Sealed {}
                }
                impl sealed::Sealed for __rt::AnyKind {}

                $items
                $traits
            }
        "#;
        self.out.push(&fill!(template, items, traits));
    }

    fn kind_trait(&self, operation: &Operation) -> String {
        let Some(applies) = &operation.applies else {
            return String::new();
        };
        let name = &self.api.types[operation.request.0].name;
        let takes: String = applies
            .takes
            .iter()
            .map(|kind| format!("impl TakenBy{name} for {kind} {{}}"))
            .collect();
        let code = applies.code.plain();
        let message = format!(
            "`{}` does not take `{}` of kind `{{Self}}`",
            operation.id, applies.of
        );
        let note = format!(
            "it takes {}; the service answers all others with {code}",
            applies.takes.join(", ")
        );
        let template = r#"
            #[doc = $about]
            #[diagnostic::on_unimplemented(message = $message, label = "not this kind", note = $note)]
            pub trait TakenBy$name: sealed::Sealed {}
            impl TakenBy$name for __rt::AnyKind {}
            $takes
        "#;
        let about = quoted(&format!(
            " The kinds that `{}` takes, and any kind nobody has stated.",
            operation.id
        ));
        fill!(
            template,
            about,
            name,
            message = quoted(&message),
            note = quoted(&note),
            takes
        )
    }
}
