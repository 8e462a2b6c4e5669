//! Enums of error codes and their tables.

mod convert;

use super::envelope::code;
use super::operation::meta_name;
use super::{Emit, fallback};
use crate::docs;
use crate::ir::{CodeFamily, ErrorRow, ErrorSet, FamilyRows, Operation, Status};
use convert::{from_bare_status, from_code, from_status, item_reads, operation_codes};

use crate::source::{fill, option, quoted};

impl Emit<'_> {
    /// The enum of a family or of single items; `asked` is who knows codes that it does not list.
    pub(super) fn code_enum(&mut self, set: &ErrorSet, asked: Option<&str>) {
        self.error_definition(set, true);
        let template = r"
            impl __rt::ItemError for $name {
                fn from_code(code: __rt::Code) -> Self {
                    $from
                }
                $reads
            }
            __rt::code_enum!($name, __rt::ItemError);
        ";
        self.out.push(&fill!(
            template,
            name = set.name,
            from = from_code(set),
            reads = item_reads(set, asked)
        ));
    }

    /// The enum of an operation, and how it is made of a code or a status.
    pub(super) fn operation_error(&mut self, operation: &Operation, enveloped: bool) {
        let set = &operation.errors;
        self.error_definition(set, enveloped);
        let coded = if enveloped || !set.rows.is_empty() || !set.families.is_empty() {
            let known = !self.api.code_families.is_empty();
            let asked = known.then(|| format!("__rt::Meta::row(&{}, code)", meta_name(operation)));
            operation_codes(set, enveloped, asked.as_deref())
        } else {
            String::new()
        };
        // Only a client reads statuses, so only a client can decode their bodies.
        let statuses = if self.options.client {
            from_status(set) + &from_bare_status(set)
        } else {
            String::new()
        };
        let template = r"
            impl __rt::OperationError for $name {
                $coded
                $statuses
            }
            __rt::code_enum!($name, __rt::OperationError);
        ";
        self.out
            .push(&fill!(template, name = set.name, coded, statuses));
    }

    /// Who knows codes that an enum of items does not list.
    pub(super) fn asked_of_items(&self) -> Option<&'static str> {
        let known = !self.api.code_families.is_empty();
        known.then_some("__rt::CodeFamily::row(&CODE_FAMILIES, code)")
    }

    /// All families, for codes that operations do not list.
    pub(super) fn code_families(&mut self) {
        let families = &self.api.code_families;
        if families.is_empty() {
            return;
        }
        for family in families {
            let FamilyRows::Table(name, rows) = &family.rows else {
                continue;
            };
            let rows: Vec<_> = rows.iter().map(row_text).collect();
            self.out.push(&fill!(
                "static $name: [__rt::CodeRow; $count] = [$rows];",
                name,
                count = rows.len().to_string(),
                rows = rows.join(", ")
            ));
        }
        let all: Vec<_> = families.iter().map(family_text).collect();
        self.out.push(&fill!(
            "static CODE_FAMILIES: [__rt::CodeFamily; $count] = [$all];",
            count = all.len().to_string(),
            all = all.join(", ")
        ));
    }

    /// The enum itself. `other`: whether codes can come that the document does not list.
    fn error_definition(&mut self, set: &ErrorSet, other: bool) {
        let mut variants: String = set.rows.iter().map(row_variant).collect();
        for family in &set.families {
            variants.push_str(&fill!(
                "$docs $name($set),",
                docs = docs::attributes(&fallback::text(&family.docs, &family.variant)),
                name = family.variant,
                set = family.set
            ));
        }
        for status in &set.statuses {
            variants.push_str(&self.status_variant(status));
        }
        if other {
            variants.push_str("#[doc = \" A code that the document does not list, as it came.\"] Other(__rt::Code),");
        }
        let rows: Vec<_> = set.rows.iter().map(row_text).collect();
        let template = r#"
            $docs
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub enum $name { $variants }

            impl $name {
                #[doc = " The documented codes, in the order of the variants."]
                pub const ROWS: &'static [__rt::CodeRow] = &[$rows];
            }
        "#;
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&self.origins.errors(set)),
            name = set.name,
            variants,
            rows = rows.join(", ")
        ));
    }

    fn status_variant(&self, status: &Status) -> String {
        let about = docs::after(&status_words(status.range), &status.docs);
        fill!(
            "$docs $name$held,",
            docs = docs::attributes(&about),
            name = status.variant,
            held = match &status.ty {
                Some(ty) => format!("({})", self.ty(ty, false)),
                None => String::new(),
            }
        )
    }
}

/// What is said of an answer with one of these statuses.
pub(super) fn status_words(range: (u16, u16)) -> String {
    match range {
        (first, last) if first == last => format!("HTTP status {first}:"),
        (first, last) => format!("Any other HTTP status from {first} to {last}:"),
    }
}

fn row_variant(row: &ErrorRow) -> String {
    let mut about = docs::after(&format!("{}:", row.code.plain()), &row.meaning);
    if !row.reaction.is_empty() {
        about.push_str(&format!("\n\nReaction: {}.", row.reaction));
    }
    if !row.notes.is_empty() {
        about.push_str(&format!("\n\n{}", row.notes));
    }
    fill!(
        "$docs $name,",
        docs = docs::attributes(&about),
        name = row.name
    )
}

fn family_text(family: &CodeFamily) -> String {
    let range = family
        .range
        .map(|(first, last)| format!("({first}, {last})"));
    let rest = family.rest.map(|(retry, unknown)| {
        let done = if unknown { "Unknown" } else { "No" };
        format!("(__rt::Retry::{retry}, __rt::Done::{done})")
    });
    fill!(
        "__rt::CodeFamily { rows: $rows, range: $range, rest: $rest }",
        rows = family.rows.expression(),
        range = option(range),
        rest = option(rest)
    )
}

fn row_text(row: &ErrorRow) -> String {
    let template = "__rt::CodeRow::new($code, $name, $meaning, $reaction, __rt::Retry::$retry, __rt::Done::$done)";
    fill!(
        template,
        code = code(&row.code),
        name = quoted(&row.name),
        meaning = quoted(&row.meaning),
        reaction = quoted(&row.reaction),
        retry = row.retry,
        done = if row.unknown_outcome { "Unknown" } else { "No" }
    )
}
