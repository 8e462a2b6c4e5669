//! Values of the vocabulary are such as their schemas let the service send.

use crate::check::lookup::{self, Found};
use crate::document::Document;
use crate::extension::{CodeValue, Scalar};
use crate::finding::Finding;
use crate::pointer::Pointer;
use crate::span::Span;
use crate::value::{Kind, Value};

/// Deeper compositions are taken to allow anything.
const DEEPEST: usize = 32;

/// How a schema receives a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Its type is another.
    WrongType,
    /// Its type would do, and it is not among the values listed.
    Unlisted,
    /// It may come.
    Fits,
}

/// A value that something is compared with.
pub(super) struct Compared<'v> {
    /// What the vocabulary calls it.
    pub(super) what: &'v str,
    pub(super) value: Scalar,
    pub(super) span: Span,
    /// Whether one that the schema does not list may come all the same, as codes do.
    pub(super) open: bool,
}

impl<'v> Compared<'v> {
    /// A code.
    pub(super) fn code(what: &'v str, code: &CodeValue, span: Span) -> Self {
        let value = match code {
            CodeValue::Int(number) => Scalar::Int(*number),
            CodeValue::Str(text) => Scalar::Str(text.clone()),
        };
        Compared {
            what,
            value,
            span,
            open: true,
        }
    }
}

/// Complains where a value can never stand where `pointer` leads to in any of these schemas.
pub(super) fn check(
    document: &Document,
    schemas: &[&Value],
    pointer: &Pointer,
    compared: &Compared<'_>,
    findings: &mut Vec<Finding>,
) {
    let led =
        schemas.iter().filter_map(
            |schema| match lookup::find(document, schema, &pointer.tokens) {
                Found::Schema(found) => Some(found),
                Found::Anything | Found::Nothing { .. } => None,
            },
        );
    let fits = led.map(|schema| (fit(document, schema, &compared.value, 0), schema));
    let Some((fit, schema)) = fits.max_by_key(|(fit, _)| *fit) else {
        return;
    };
    let Compared { what, .. } = compared;
    let shown = shown(&compared.value);
    let finding = match fit {
        Fit::Fits => return,
        Fit::Unlisted if compared.open => return,
        Fit::Unlisted => {
            format!("`{what}` is {shown}, which is not among the values of `{pointer}`")
        }
        Fit::WrongType => {
            format!("`{what}` is {shown}, and `{pointer}` never is: its schema has another type")
        }
    };
    let finding = Finding::error("value-type", compared.span, finding);
    findings.push(finding.note(schema.span, "this schema"));
}

/// Complains where a code would stand in what is neither a number nor a text.
pub(super) fn holds_codes(
    document: &Document,
    schemas: &[&Value],
    pointer: &Pointer,
    findings: &mut Vec<Finding>,
) {
    for schema in schemas {
        let Found::Schema(found) = lookup::find(document, schema, &pointer.tokens) else {
            continue;
        };
        let types = lookup::types(document, found);
        let may = |ty: &&str| ["integer", "number", "string"].contains(ty);
        if !types.is_empty() && !types.iter().any(may) {
            let message =
                format!("`{pointer}` holds no code: it is neither an integer nor a string");
            let finding = Finding::error("pointer-type", pointer.span, message);
            findings.push(finding.note(found.span, "this schema"));
            return;
        }
    }
}

fn fit(document: &Document, schema: &Value, value: &Scalar, depth: usize) -> Fit {
    if depth > DEEPEST {
        return Fit::Fits;
    }
    let below = |schema: &Value| fit(document, schema, value, depth + 1);
    let mut worst = own(schema, value);
    if let Some(Ok(target)) = schema.get("$ref").map(|it| document.follow(it)) {
        worst = worst.min(below(target));
    }
    let branches = |key| schema.get(key).and_then(Value::as_array);
    for part in branches("allOf").unwrap_or_default() {
        worst = worst.min(below(part));
    }
    for key in ["oneOf", "anyOf"] {
        let best = branches(key).unwrap_or_default().iter().map(below).max();
        worst = worst.min(best.unwrap_or(Fit::Fits));
    }
    worst
}

/// What the words of one schema say by themselves.
fn own(schema: &Value, value: &Scalar) -> Fit {
    if let Some(ty) = schema.get("type") {
        let types = ty.as_array().unwrap_or(std::slice::from_ref(ty));
        if !types
            .iter()
            .filter_map(Value::as_str)
            .any(|ty| is_of(ty, value))
        {
            return Fit::WrongType;
        }
    }
    let constant = schema.get("const").map(std::slice::from_ref);
    let listed = constant.or_else(|| schema.get("enum")?.as_array());
    let Some(listed) = listed else {
        return Fit::Fits;
    };
    if listed.iter().any(|it| is_same(it, value)) {
        Fit::Fits
    } else if listed.iter().any(|it| is_alike(it, value)) {
        Fit::Unlisted
    } else {
        Fit::WrongType
    }
}

/// An integer may come in quotes: the client takes it for the integer. A text is not taken for a number.
fn is_of(ty: &str, value: &Scalar) -> bool {
    match value {
        Scalar::Int(_) => ["integer", "number", "string"].contains(&ty),
        Scalar::Str(_) => ty == "string",
        Scalar::Bool(_) => ty == "boolean",
    }
}

fn is_same(listed: &Value, value: &Scalar) -> bool {
    let found = Scalar::from_value(listed);
    match (value, &found) {
        (Scalar::Int(number), Some(Scalar::Str(text))) => *text == number.to_string(),
        _ => found.as_ref() == Some(value),
    }
}

fn is_alike(listed: &Value, value: &Scalar) -> bool {
    match value {
        Scalar::Int(_) => matches!(listed.kind, Kind::Number(_) | Kind::String(_)),
        Scalar::Str(_) => matches!(listed.kind, Kind::String(_)),
        Scalar::Bool(_) => matches!(listed.kind, Kind::Bool(_)),
    }
}

fn shown(value: &Scalar) -> String {
    match value {
        Scalar::Int(number) => format!("the integer {number}"),
        Scalar::Str(text) => format!("the string \"{}\"", text.escape_debug()),
        Scalar::Bool(flag) => flag.to_string(),
    }
}
