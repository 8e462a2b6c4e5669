//! JSON text to [`Value`]. Strict JSON only; knows nothing of `OpenAPI`.

use jsonc_parser::ast;
use jsonc_parser::common::{Range, Ranged};
use jsonc_parser::errors::{ParseError, ParseErrorKind};
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};
use std::collections::HashMap;

use crate::finding::Finding;
use crate::span::Span;
use crate::value::{Kind, Member, Value};

/// RFC 8259 and nothing beyond it.
const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The tree, and what is wrong with it although it can be read: repeated keys, raw control characters.
///
/// The parser stops at 512 levels of nesting, which also bounds every recursion over a [`Value`].
pub(crate) fn parse(text: &str) -> Result<(Value, Vec<Finding>), Finding> {
    if u32::try_from(text.len()).is_err() {
        let message = "the document is larger than 4 GiB";
        return Err(Finding::error("syntax", Span::start_of_file(), message));
    }
    let json = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let mut converter = Converter {
        text,
        base: text.len() - json.len(),
        findings: Vec::new(),
    };
    let parsed = parse_to_ast(json, &CollectOptions::default(), &STRICT);
    match parsed.map(|result| result.value) {
        Ok(Some(value)) => Ok((converter.value(value), converter.findings)),
        Ok(None) => Err(
            Finding::error("syntax", Span::start_of_file(), "the document is empty")
                .label("an OpenAPI document is a JSON object"),
        ),
        Err(error) => Err(converter.syntax(&error)),
    }
}

struct Converter<'a> {
    text: &'a str,
    /// Where the JSON begins in the text.
    base: usize,
    findings: Vec<Finding>,
}

impl Converter<'_> {
    fn value(&mut self, value: ast::Value<'_>) -> Value {
        let span = self.span(value.range());
        let kind = match value {
            ast::Value::NullKeyword(_) => Kind::Null,
            ast::Value::BooleanLit(literal) => Kind::Bool(literal.value),
            ast::Value::NumberLit(literal) => Kind::Number(literal.value.into()),
            ast::Value::StringLit(literal) => {
                self.control_characters(span);
                Kind::String(literal.value.into())
            }
            ast::Value::Array(array) => self.array(array),
            ast::Value::Object(object) => self.object(object),
        };
        Value { span, kind }
    }

    fn array(&mut self, array: ast::Array<'_>) -> Kind {
        Kind::Array(
            array
                .elements
                .into_iter()
                .map(|item| self.value(item))
                .collect(),
        )
    }

    fn object(&mut self, object: ast::Object<'_>) -> Kind {
        let members: Vec<_> = object
            .properties
            .into_iter()
            .map(|property| self.member(property))
            .collect();
        self.repeated_keys(&members);
        Kind::Object(members)
    }

    fn member(&mut self, property: ast::ObjectProp<'_>) -> Member {
        let key_span = self.span(property.name.range());
        self.control_characters(key_span);
        let key = match property.name {
            ast::ObjectPropName::String(literal) => literal.value.into(),
            ast::ObjectPropName::Word(word) => word.value.into(),
        };
        Member {
            key,
            key_span,
            value: self.value(property.value),
        }
    }

    fn repeated_keys(&mut self, members: &[Member]) {
        let mut seen = HashMap::with_capacity(members.len());
        for member in members {
            if let Some(first) = seen.insert(&*member.key, member.key_span) {
                seen.insert(&*member.key, first);
                let message = format!("the key `{}` stands twice in one object", member.key);
                self.findings.push(
                    Finding::error("duplicate-key", member.key_span, message)
                        .label("readers disagree on which one counts")
                        .note(first, "first here"),
                );
            }
        }
    }

    /// The parser lets raw control characters in strings pass; JSON does not.
    fn control_characters(&mut self, string: Span) {
        let (start, end) = (string.start as usize, string.end as usize);
        let bytes = self.text.as_bytes().get(start..end).unwrap_or_default();
        let Some(at) = bytes.iter().position(|byte| *byte < 0x20) else {
            return;
        };
        let span = Span::new(offset(start + at), offset(start + at + 1));
        let escape = format!("write it as `\\u{:04x}`", bytes[at]);
        self.findings.push(
            Finding::error(
                "syntax",
                span,
                "a control character stands bare in a string",
            )
            .label(escape),
        );
    }

    fn syntax(&self, error: &ParseError) -> Finding {
        let (message, label) = explain(error.kind());
        Finding::error("syntax", self.span(error.range()), message).label(label)
    }

    fn span(&self, range: Range) -> Span {
        Span::new(
            offset(self.base + range.start),
            offset(self.base + range.end),
        )
    }
}

/// Cannot lose anything: [`parse`] refuses texts whose length is no `u32`.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// What the parser's error means to the author, and the next step.
fn explain(kind: &ParseErrorKind) -> (String, &'static str) {
    use ParseErrorKind as E;
    let (message, label) = match kind {
        E::CommentsNotAllowed => ("JSON has no comments", "say it in a `description`"),
        E::TrailingCommasNotAllowed => ("a comma without a value after it", "remove the comma"),
        E::ExpectedComma => ("a comma is missing", "put `,` here"),
        E::UnexpectedComma => (
            "a comma where a value belongs",
            "remove it or put a value before it",
        ),
        E::ExpectedColonAfterObjectKey => ("a key without a value", "`:` and a value are missing"),
        E::ExpectedObjectValue => ("a key without a value", "a value is missing"),
        E::ExpectedStringObjectProperty => ("a key without quotes", "write it in double quotes"),
        E::SingleQuotedStringsNotAllowed => ("a string in single quotes", "use double quotes"),
        E::MultipleRootJsonValues => ("something stands after the document", "remove it"),
        E::UnterminatedArray => ("an array that is never closed", "`]` is missing"),
        E::UnterminatedObject => ("an object that is never closed", "`}` is missing"),
        E::NestingDepthExceeded => ("the document is nested too deeply", "more than 512 levels"),
        E::BareDecimalPointNumbersNotAllowed => ("a decimal point without digits around it", ""),
        E::UnexpectedCloseBrace => ("`}` where a value belongs", ""),
        E::UnexpectedCloseBracket => ("`]` where a value belongs", ""),
        E::UnexpectedColon => ("`:` where a value belongs", ""),
        E::UnexpectedToken | E::UnexpectedTokenInObject => ("this is not JSON", ""),
        E::UnexpectedWord => ("a word without quotes", "text stands in double quotes"),
        other => return (other.to_string().to_lowercase(), ""),
    };
    (message.to_owned(), label)
}
