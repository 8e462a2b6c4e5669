//! The parser's complaints about syntax in words that say what to do. Most have one of a few causes.

use granit_parser::{ErrorKind, ScanError};

use crate::finding::Finding;
use crate::json;
use crate::span::Span;
use crate::yaml::slips;

type Words = (&'static str, &'static str);

const TAB: Words = ("a tab where only spaces can be", "indent with spaces");
const INDENTATION: Words = (
    "a line that is indented like nothing around it",
    "line it up with what it belongs to",
);
const COLON: Words = (
    "a `:` that belongs to no key",
    "the line before lacks its `:`, or this one is indented wrongly",
);
const SECOND_COLON: Words = (
    "a second `: ` in one line",
    "text with `: ` in it stands in quotes",
);
const NO_COLON: Words = ("a key without `: `", "put `:` and a space behind the key");
const DASH: Words = (
    "a `- ` where no item can be",
    "an item begins a line of its own",
);
const UNCLOSED_STRING: Words = (
    "a string that is never closed",
    "its closing quote is missing",
);
const BEHIND_SINGLE: Words = (
    "something follows a string directly",
    "a quote inside single quotes is written `''`",
);
const BEHIND_DOUBLE: Words = (
    "something follows a string directly",
    "a quote inside double quotes is written `\\\"`",
);
const ESCAPE: Words = (
    "an escape that YAML does not have",
    "in this string: write a backslash as `\\\\`, or use single quotes",
);
const BLOCK_TEXT: Words = (
    "something follows `|` or `>` directly",
    "the text begins on the next line",
);
const COMMENT: Words = (
    "a comment in the middle of a text",
    "put it on another line, or the text in quotes",
);
const NO_NAME: Words = (
    "a `*` or `&` without a name",
    "text that begins with it stands in quotes",
);
const TAG: Words = (
    "a tag that is not written as YAML has it",
    "text that begins with `!` stands in quotes",
);
const DIRECTIVE: Words = (
    "a directive that YAML 1.2 does not have",
    "remove it; text that begins with `%` stands in quotes",
);
const SEPARATOR: Words = (
    "no `,` and no closing bracket",
    "put one here; text with `: ` in it stands in quotes",
);

/// The complaint, at the word where the parser stopped.
pub(super) fn finding(error: &ScanError, text: &str) -> Finding {
    let start = error.marker().byte_offset().unwrap_or(text.len());
    let start = start.min(text.trim_end().len());
    let at = word(text, start);
    let (message, label) = match error.kind() {
        ErrorKind::RecursionLimitExceeded => return slips::too_deep(at),
        ErrorKind::MismatchedFlowCollectionEnd { open, close } => {
            (format!("`{open}` is closed by `{close}`"), "it begins here")
        }
        ErrorKind::UnclosedFlowCollection { open } => {
            (format!("`{open}` is never closed"), "it begins here")
        }
        ErrorKind::UnexpectedCharacter { character } => {
            let shown = character.escape_debug();
            let message = format!("`{shown}` begins no value");
            (message, "text that begins with it stands in quotes")
        }
        ErrorKind::MappingValueNotAllowed if is_second_colon(text, start) => {
            let (message, label) = SECOND_COLON;
            (message.to_owned(), label)
        }
        kind => match words(kind) {
            Some((message, label)) => (message.to_owned(), label),
            None => (kind.to_string(), ""),
        },
    };
    Finding::error("syntax", at, message).label(label)
}

fn words(kind: &ErrorKind) -> Option<Words> {
    Some(match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabInPlainScalar
        | ErrorKind::TabAtBlockScalarStart => TAB,
        ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry => INDENTATION,
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::InvalidMappingValueWhitespace => COLON,
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => NO_COLON,
        ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::BlockEntryInFlowCollection
        | ErrorKind::InvalidBlockEntryWhitespace => DASH,
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            UNCLOSED_STRING
        }
        ErrorKind::InvalidTrailingSingleQuotedScalar => BEHIND_SINGLE,
        ErrorKind::InvalidTrailingDoubleQuotedScalar => BEHIND_DOUBLE,
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidLowSurrogateHexEscape
        | ErrorKind::InvalidLowSurrogate
        | ErrorKind::MissingLowSurrogate
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::InvalidUnicodeEscape => ESCAPE,
        ErrorKind::InvalidBlockScalarHeader | ErrorKind::ZeroBlockScalarIndent => BLOCK_TEXT,
        ErrorKind::CommentInterceptedScalar | ErrorKind::CommentNotSeparated => COMMENT,
        ErrorKind::MissingAnchorOrAliasName => NO_NAME,
        ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::InvalidColonPlacement => SEPARATOR,
        _ => return rare(kind),
    })
}

fn rare(kind: &ErrorKind) -> Option<Words> {
    Some(match kind {
        ErrorKind::MisplacedFlowCollectionEnd => ("a bracket that closes nothing", "remove it"),
        ErrorKind::UndeclaredTagHandle
        | ErrorKind::InvalidTagTerminator
        | ErrorKind::UnclosedVerbatimTag
        | ErrorKind::MissingTagUri
        | ErrorKind::InvalidTagEscape => TAG,
        ErrorKind::UnsupportedYamlMajorVersion
        | ErrorKind::DuplicateVersionDirective
        | ErrorKind::DuplicateTagDirective
        | ErrorKind::MissingDirectiveName
        | ErrorKind::InvalidDirectiveName
        | ErrorKind::InvalidDirectiveTerminator => DIRECTIVE,
        ErrorKind::ExpectedDocumentStart => (
            "no `---` behind a directive",
            "put `---` on a line before it",
        ),
        ErrorKind::BomInsideDocument => ("a byte order mark inside the text", "remove it"),
        _ => return None,
    })
}

/// Whether a key with its colon stands before a place, in the same line.
fn is_second_colon(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let line = before.rsplit(['\n', '\r']).next().unwrap_or_default();
    line.contains(": ")
}

/// The characters up to the next space, at least one.
fn word(text: &str, start: usize) -> Span {
    let rest = text.get(start..).unwrap_or_default();
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    json::span(start, start + length.max(first))
}
