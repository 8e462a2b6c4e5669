//! JSON text to [`Value`]: RFC 8259 and nothing beyond it. Knows nothing of `OpenAPI`.
//!
//! A slip after which the meaning is still plain, such as a trailing comma, does not end the reading, so that one run
//! reports several. The tree read that way is dropped: only a text without a slip is a document.

mod gap;
mod nested;
mod number;
mod object;
mod reader;
mod repeated;
mod slips;
mod string;
mod word;

#[cfg(feature = "yaml")]
pub(crate) use nested::DEEPEST;
#[cfg(feature = "yaml")]
pub(crate) use reader::span;
#[cfg(feature = "yaml")]
pub(crate) use repeated::repeated_keys;

use crate::finding::Finding;
use crate::json::reader::Reader;
use crate::json::slips::Slip;
use crate::span::Span;
use crate::value::Value;

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The tree, and what is wrong with it although it can be read: repeated keys. Or else all that was found,
/// in the order of the text.
///
/// Costs time in proportion to the text. Nesting ends at [`nested::DEEPEST`] levels, which also bounds every
/// recursion over a [`Value`].
pub(crate) fn parse(text: &str) -> Result<(Value, Vec<Finding>), Vec<Finding>> {
    if u32::try_from(text.len()).is_err() {
        let message = "the document is larger than 4 GiB";
        let finding = Finding::error("syntax", Span::start_of_file(), message);
        return Err(vec![finding]);
    }
    if is_yaml(text) {
        return Err(vec![slips::yaml()]);
    }
    let mut reader = Reader::new(text);
    if text.starts_with(BYTE_ORDER_MARK) {
        reader.at = BYTE_ORDER_MARK.len();
    }
    let read = reader.document();
    let Reader {
        slips,
        mut repeated,
        ..
    } = reader;
    match read {
        Ok(root) if slips.is_empty() => Ok((root, repeated)),
        _ => {
            repeated.extend(slips.into_iter().map(Slip::finding));
            repeated.sort_by_key(|finding| finding.span.start);
            Err(repeated)
        }
    }
}

/// Whether the first line that says something is YAML: many specs are.
fn is_yaml(text: &str) -> bool {
    let text = text.trim_start_matches(BYTE_ORDER_MARK);
    let mut lines = text.lines().map(str::trim);
    let first = lines.find(|line| !line.is_empty() && !line.starts_with('#'));
    let is_word =
        |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    first.is_some_and(|line| {
        line.starts_with("---") || line.split_once(':').is_some_and(|(key, _)| is_word(key))
    })
}
