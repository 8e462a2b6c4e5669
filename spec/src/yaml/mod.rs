//! YAML text to [`Value`]: the tree that the JSON reader would give for the same data, with places in the YAML.
//! Knows nothing of `OpenAPI`.
//!
//! YAML 1.2 with its core schema, kept to what JSON can say: keys are strings, numbers are finite, tags are those of
//! the schema. Anchors, aliases and merge keys are resolved. The syntax is `granit-parser`'s affair, which ends at the
//! first fault in it; everything else that is wrong is found in one run.

mod anchors;
mod faults;
mod merge;
mod number;
mod open;
mod reader;
mod scalar;
mod slips;

use crate::finding::Finding;
use crate::span::Span;
use crate::value::Value;
use crate::yaml::reader::Reader;

/// The tree, and what is wrong with it although it can be read, such as repeated keys. Or else all that was found,
/// in the order of the text.
///
/// Costs time in proportion to the text: aliases may not make much more of it than stands there. Nesting ends where
/// that of JSON does.
pub(crate) fn parse(text: &str) -> Result<(Value, Vec<Finding>), Vec<Finding>> {
    if u32::try_from(text.len()).is_err() {
        let message = "the document is larger than 4 GiB";
        let finding = Finding::error("syntax", Span::start_of_file(), message);
        return Err(vec![finding]);
    }
    let mut reader = Reader::new(text);
    let read = reader.document();
    let (slips, mut noticed) = reader.found();
    match read {
        Ok(root) if slips.is_empty() => Ok((root, noticed)),
        _ => {
            noticed.extend(slips);
            noticed.sort_by_key(|finding| finding.span.start);
            Err(noticed)
        }
    }
}
