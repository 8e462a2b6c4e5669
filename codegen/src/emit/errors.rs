//! Enums of error codes and their tables.

use super::api::code;
use super::{Emit, fallback};
use crate::docs;
use crate::ir::{ErrorRow, ErrorSet, Literal};
use crate::source::{fill, quoted};

impl Emit<'_> {
    /// The enum of a family or of single items.
    pub(super) fn code_enum(&mut self, set: &ErrorSet) {
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
            reads = item_reads(set)
        ));
    }

    /// The enum of an operation, and how it is made of a code or a status.
    pub(super) fn operation_error(&mut self, set: &ErrorSet, enveloped: bool) {
        self.error_definition(set, enveloped);
        let from = if enveloped {
            format!("::core::option::Option::Some({{ {} }})", from_code(set))
        } else {
            "let _ = code; ::core::option::Option::None".to_owned()
        };
        let template = r"
            impl __rt::OperationError for $name {
                fn from_code(code: __rt::Code) -> ::core::option::Option<Self> {
                    $from
                }
                $statuses
                fn code(&self) -> ::core::option::Option<__rt::Code> {
                    $code
                }
                fn row(&self) -> ::core::option::Option<&'static __rt::CodeRow> {
                    $row
                }
            }
            __rt::code_enum!($name, __rt::OperationError);
        ";
        self.out.push(&fill!(
            template,
            name = set.name,
            from,
            statuses = from_status(set),
            code = operation_code(set, enveloped),
            row = row_match(set, enveloped)
        ));
    }

    /// `other`: whether codes can come that the document does not list.
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
            let about = match status.range {
                (first, last) if first == last => format!("HTTP status {first}: {}", status.docs),
                (first, last) => format!(
                    "Any other HTTP status from {first} to {last}: {}",
                    status.docs
                ),
            };
            let ty = self.ty(&status.ty, false);
            variants.push_str(&fill!(
                "$docs $name($ty),",
                docs = docs::attributes(&about),
                name = status.variant,
                ty
            ));
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
            docs = docs::attributes(&fallback::errors(self.api, set)),
            name = set.name,
            variants,
            rows = rows.join(", ")
        ));
    }
}

fn row_variant(row: &ErrorRow) -> String {
    let mut about = format!("{}: {}", plain(&row.code), row.meaning);
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

fn row_text(row: &ErrorRow) -> String {
    let template = "__rt::CodeRow { code: $code, name: $name, meaning: $meaning, reaction: $reaction, \
                    retry: __rt::Retry::$retry, done: __rt::Done::$done }";
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

/// An expression of the variant for `code`.
fn from_code(set: &ErrorSet) -> String {
    let arm = |row: &ErrorRow| match &row.code {
        Literal::Int(number) => format!("__rt::Code::Int({number}) => {}::{},", set.name, row.name),
        other => format!(
            "__rt::Code::Str(text) if text == {} => {}::{},",
            quoted(&plain(other)),
            set.name,
            row.name
        ),
    };
    let rows: String = set.rows.iter().map(arm).collect();
    let families: String = set
        .families
        .iter()
        .map(|family| {
            let range = family.range.map_or("false".to_owned(), |(first, last)| {
                format!("::core::matches!(code, __rt::Code::Int({first}..={last}))")
            });
            format!(
                "_ if {0}::ROWS.iter().any(|row| row.code == code) || {range} => {1}::{2}(<{0} as __rt::ItemError>::from_code(code)),",
                family.set, set.name, family.variant
            )
        })
        .collect();
    format!(
        "match &code {{ {rows} {families} _ => {}::Other(code) }}",
        set.name
    )
}

fn from_status(set: &ErrorSet) -> String {
    if set.statuses.is_empty() {
        return String::new();
    }
    let arms: String = set
        .statuses
        .iter()
        .map(|status| {
            let (first, last) = status.range;
            format!(
                "{first}..={last} => __rt::json::decode(body).map({}::{}),",
                set.name, status.variant
            )
        })
        .collect();
    let template = r"
        fn from_status(status: u16, body: &[u8]) -> ::core::option::Option<::core::result::Result<Self, __rt::DecodeError>> {
            ::core::option::Option::Some(match status { $arms _ => return ::core::option::Option::None })
        }
    ";
    fill!(template, arms)
}

fn item_reads(set: &ErrorSet) -> String {
    let template = r"
        fn code(&self) -> __rt::Code {
            match self {
                $name::Other(code) => ::core::clone::Clone::clone(code),
                $rows
            }
        }
        fn row(&self) -> ::core::option::Option<&'static __rt::CodeRow> {
            $row
        }
    ";
    let rows: String = set
        .rows
        .iter()
        .map(|row| format!("{}::{} => {},", set.name, row.name, code(&row.code)))
        .collect();
    fill!(template, name = set.name, rows, row = row_match(set, true))
}

fn operation_code(set: &ErrorSet, enveloped: bool) -> String {
    let mut arms: String = set
        .families
        .iter()
        .map(|family| {
            format!(
                "{}::{}(error) => ::core::option::Option::Some(__rt::ItemError::code(error)),",
                set.name, family.variant
            )
        })
        .collect();
    if enveloped {
        arms.push_str(&format!(
            "{}::Other(code) => ::core::option::Option::Some(::core::clone::Clone::clone(code)),",
            set.name
        ));
    }
    if arms.is_empty() && set.rows.is_empty() {
        return "::core::option::Option::None".to_owned();
    }
    let rest = "other => __rt::OperationError::row(other).map(|row| ::core::clone::Clone::clone(&row.code)),";
    let rest = if set.rows.is_empty() && set.statuses.is_empty() {
        ""
    } else {
        rest
    };
    format!("match self {{ {arms} {rest} }}")
}

fn row_match(set: &ErrorSet, other: bool) -> String {
    let rows = set.rows.iter().enumerate().map(|(i, row)| {
        format!(
            "{0}::{1} => ::core::option::Option::Some(&{0}::ROWS[{i}]),",
            set.name, row.name
        )
    });
    let families = set.families.iter().map(|family| {
        format!(
            "{}::{}(error) => __rt::ItemError::row(error),",
            set.name, family.variant
        )
    });
    let statuses = set.statuses.iter().map(|status| {
        format!(
            "{}::{}(_) => ::core::option::Option::None,",
            set.name, status.variant
        )
    });
    let arms: String = rows.chain(families).chain(statuses).collect();
    if arms.is_empty() && !other {
        return "match *self {}".to_owned();
    }
    let rest = if other {
        format!("{}::Other(_) => ::core::option::Option::None,", set.name)
    } else {
        String::new()
    };
    format!("match self {{ {arms} {rest} }}")
}

fn plain(literal: &Literal) -> String {
    match literal {
        Literal::Int(value) => value.to_string(),
        Literal::Bool(value) => value.to_string(),
        Literal::Str(text) => text.clone(),
    }
}
