//! What keeps YAML from being a document that JSON could be, in the words of its author, and the next step.

use crate::finding::Finding;
use crate::json::DEEPEST;
use crate::span::Span;

fn slip(at: Span, message: impl Into<Box<str>>, label: impl Into<Box<str>>) -> Finding {
    Finding::error("syntax", at, message).label(label)
}

/// Says that nothing is said about the rest of the text.
pub(super) fn last_of(slip: Finding, most: usize) -> Finding {
    slip.help(format!(
        "the first {most} slips are listed, there may be more"
    ))
}

pub(super) fn empty() -> Finding {
    let label = "an OpenAPI document begins with `openapi: 3.1.0`";
    slip(Span::start_of_file(), "the document is empty", label)
}

pub(super) fn second_document(at: Span) -> Finding {
    let label = "a file holds one: put the others into files of their own";
    slip(at, "a second document begins", label)
}

pub(super) fn unexpected(at: Span) -> Finding {
    slip(at, "something stands where no value can be", "remove it")
}

pub(super) fn too_deep(at: Span) -> Finding {
    let label = format!("more than {DEEPEST} levels");
    slip(at, "the document is nested too deeply", label)
}

pub(super) fn unknown_anchor(alias: Span, name: &str) -> Finding {
    let message = format!("no anchor stands before the alias `*{name}`");
    slip(alias, message, "text that begins with `*` stands in quotes")
}

pub(super) fn alias_within_itself(alias: Span) -> Finding {
    let label = "a schema refers to itself with `$ref`";
    slip(alias, "an alias inside the value it stands for", label)
}

pub(super) fn too_many_copies(at: Span) -> Finding {
    let label = "use `$ref`, or write it out";
    slip(at, "aliases make the document many times longer", label)
}

pub(super) fn no_key(at: Span, what: &str) -> Finding {
    let message = format!("{what} where a key belongs");
    slip(
        at,
        message,
        "a key is text; text with braces stands in quotes",
    )
}

pub(super) fn not_to_merge(at: Span, what: &str) -> Finding {
    let message = format!("{what} behind a merge key");
    slip(at, message, "`<<` takes a mapping, or a list of mappings")
}

pub(super) fn other_tag(tag: Span, name: &str) -> Finding {
    let label = "JSON has no such type: remove the tag, or write the value as JSON has it";
    slip(
        tag,
        format!("a tag that has no meaning here, `{name}`"),
        label,
    )
}

pub(super) fn unfit_for_tag(at: Span, name: &str) -> Finding {
    slip(
        at,
        format!("a value that its tag `{name}` does not fit"),
        "",
    )
}

pub(super) fn not_finite(at: Span) -> Finding {
    slip(
        at,
        "a number that is not finite",
        "JSON has none of these; text stands in quotes",
    )
}

pub(super) fn too_large(at: Span) -> Finding {
    slip(
        at,
        "a number of more than 128 bits",
        "write it with the digits 0 to 9",
    )
}

pub(super) fn padded(at: Span, read_as: &str) -> Finding {
    let message = format!("a number with a leading zero is read as {read_as}");
    Finding::warning("leading-zero", at, message)
        .label("leave the zero out, or write text in quotes")
}
