//! Kinds of resources, and which operation takes which.

use super::Emit;
use crate::docs;
use crate::ir::Operation;
use crate::source::fill;

impl Emit<'_> {
    pub(super) fn kinds(&mut self) {
        if self.api.kinds.is_empty() {
            return;
        }
        let items = self.api.kinds.iter().map(|(name, kind)| {
            fill!(
                "$docs #[derive(Debug, Clone, Copy)] pub enum $name {}",
                docs = docs::attributes(&docs::after(
                    &format!("{}:", docs::code(&kind.wire)),
                    &kind.docs
                )),
                name
            )
        });
        let items: String = items.collect();
        let operations = self.api.operations.iter();
        let takes: String = operations.map(|operation| self.takes(operation)).collect();
        let template = r#"
            #[doc = " Kinds of resources. `bindery::Of<Id, kind::K>` is an id known to be of kind `K`; an operation that does not"]
            #[doc = " take that kind does not compile with it."]
            #[doc = ""]
            $table
            pub mod kind { $items }
            $takes
        "#;
        let operations = self.api.operations.iter();
        let table: Vec<_> = operations.filter_map(row).collect();
        let table = docs::attributes(&table.join("\n"));
        self.out.push(&fill!(template, table, items, takes));
    }

    /// One impl for each kind that the operation takes, and one for ids whose kind nobody has stated.
    fn takes(&self, operation: &Operation) -> String {
        let Some(applies) = &operation.applies else {
            return String::new();
        };
        let request = &self.api.types[operation.request.0].name;
        let stated = applies.takes.iter().map(|kind| format!("kind::{kind}"));
        std::iter::once("__rt::AnyKind".to_owned())
            .chain(stated)
            .map(|kind| format!("impl __rt::Takes<{kind}> for {request} {{}}"))
            .collect()
    }
}

/// What one operation takes, for the docs.
fn row(operation: &Operation) -> Option<String> {
    let applies = operation.applies.as_ref()?;
    Some(format!(
        "- {} takes {} of kind {}; the service answers all others with {}",
        docs::code(&operation.id),
        docs::code(&applies.of),
        applies.takes.join(", "),
        applies.code.plain()
    ))
}
