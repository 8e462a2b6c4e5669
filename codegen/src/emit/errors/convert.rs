//! Between codes or statuses and the variants of error enums.

use crate::emit::envelope::code;
use crate::ir::{ErrorRow, ErrorSet, Literal, Status};
use crate::source::{fill, quoted};

/// An expression of the variant for `code`.
pub(super) fn from_code(set: &ErrorSet) -> String {
    let arm = |row: &ErrorRow| match &row.code {
        Literal::Int(number) => format!("__rt::Code::Int({number}) => {}::{},", set.name, row.name),
        other => format!(
            "__rt::Code::Str(text) if text == {} => {}::{},",
            quoted(&other.plain()),
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
                "_ if ::core::iter::Iterator::any(&mut {0}::ROWS.iter(), |row| row.code == code) || {range} => {1}::{2}(<{0} as __rt::ItemError>::from_code(code)),",
                family.set, set.name, family.variant
            )
        })
        .collect();
    format!(
        "match &code {{ {rows} {families} _ => {}::Other(code) }}",
        set.name
    )
}

/// `from_status`, where the document gives statuses bodies of their own.
pub(super) fn from_status(set: &ErrorSet) -> String {
    let read = |status: &Status| {
        let variant = format!("{}::{}", set.name, status.variant);
        let read = format!("__rt::json::decode_payload(body).map({variant})");
        status.ty.is_some().then_some(read)
    };
    let arms = status_arms(set, &read);
    if arms.is_empty() {
        return arms;
    }
    let template = r"
        fn from_status(status: u16, body: &[u8]) -> ::core::option::Option<::core::result::Result<Self, __rt::DecodeError>> {
            ::core::option::Option::Some(match status { $arms _ => return ::core::option::Option::None })
        }
    ";
    fill!(template, arms)
}

/// `from_bare_status`, where the document has statuses without a body.
pub(super) fn from_bare_status(set: &ErrorSet) -> String {
    let read = |status: &Status| {
        let variant = format!("{}::{}", set.name, status.variant);
        status.ty.is_none().then_some(variant)
    };
    let arms = status_arms(set, &read);
    if arms.is_empty() {
        return arms;
    }
    let template = r"
        fn from_bare_status(status: u16) -> ::core::option::Option<Self> {
            ::core::option::Option::Some(match status { $arms _ => return ::core::option::Option::None })
        }
    ";
    fill!(template, arms)
}

/// An arm for each status that `read` has an expression for, the narrowest first. What is read otherwise is not one of the range
/// around it.
fn status_arms(set: &ErrorSet, read: &dyn Fn(&Status) -> Option<String>) -> String {
    let all = set
        .statuses
        .iter()
        .map(|status| (status.range, read(status)));
    let all = all.chain(set.texts.iter().map(|range| (*range, None)));
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|((first, last), _)| last - first);
    let mut arms = String::new();
    for (index, ((first, last), read)) in all.iter().enumerate() {
        let around = |(range, read): &((u16, u16), Option<String>)| {
            read.is_some() && range.0 <= *first && *last <= range.1
        };
        let read = match read {
            Some(read) => read,
            None if all[index..].iter().any(around) => "return ::core::option::Option::None",
            None => continue,
        };
        let status = if first == last {
            first.to_string()
        } else {
            format!("{first}..={last}")
        };
        arms.push_str(&format!("{status} => {read},"));
    }
    arms
}

/// The methods that give code and row of a family's or an item's error.
pub(super) fn item_reads(set: &ErrorSet, asked: Option<&str>) -> String {
    let template = r"
        fn code(&self) -> __rt::Code {
            match self {
                $name::Other(code) => ::core::clone::Clone::clone(code),
                $families
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
    let families = set.families.iter().map(|family| {
        let variant = &family.variant;
        format!(
            "{}::{variant}(error) => __rt::ItemError::code(error),",
            set.name
        )
    });
    let families: String = families.collect();
    fill!(
        template,
        name = set.name,
        families,
        rows,
        row = row_match(set, true, asked)
    )
}

/// The methods of an operation's error that have to do with codes.
pub(super) fn operation_codes(set: &ErrorSet, enveloped: bool, asked: Option<&str>) -> String {
    let from = if enveloped {
        let template = r"
            fn from_code(code: __rt::Code) -> ::core::option::Option<Self> {
                ::core::option::Option::Some($from)
            }
        ";
        fill!(template, from = from_code(set))
    } else {
        String::new()
    };
    let template = r"
        $from
        fn code(&self) -> ::core::option::Option<__rt::Code> {
            $code
        }
        fn row(&self) -> ::core::option::Option<&'static __rt::CodeRow> {
            $row
        }
    ";
    fill!(
        template,
        from,
        code = operation_code(set, enveloped),
        row = row_match(set, enveloped, asked)
    )
}

/// The code of an operation's error, where the service gave one.
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
    let rest = "other => __rt::OperationError::row(other).map(|row| ::core::clone::Clone::clone(&row.code)),";
    let rest = if set.rows.is_empty() && set.statuses.is_empty() {
        ""
    } else {
        rest
    };
    format!("match self {{ {arms} {rest} }}")
}

/// What the document says of an error; `asked` knows more codes than the error does.
fn row_match(set: &ErrorSet, other: bool, asked: Option<&str>) -> String {
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
            "{}::{}{} => ::core::option::Option::None,",
            set.name,
            status.variant,
            if status.ty.is_some() { "(_)" } else { "" }
        )
    });
    let arms: String = rows.chain(families).chain(statuses).collect();
    let rest = match (other, asked) {
        (false, _) => String::new(),
        (true, None) => format!("{}::Other(_) => ::core::option::Option::None,", set.name),
        (true, Some(asked)) => format!("{}::Other(code) => {asked},", set.name),
    };
    format!("match self {{ {arms} {rest} }}")
}
