//! The members of `multipart/form-data` as every stage must read them: which are files, and of which media type.

use crate::document::Document;
use crate::media_type::{essence, is_json};
use crate::schema::{JsonType, Shape, keyword, read};
use crate::value::Value;

/// What a member of a form of parts is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Part<'d> {
    /// A file.
    File,
    /// A list of files; the schema of the list.
    Files(&'d Value),
    /// Anything that JSON can say.
    Value,
}

/// What the member `name` is, by its schema and by what `media`, the media type object, says of its encoding.
///
/// ```
/// use bindery_spec::{Document, multipart::{Part, part}};
///
/// let text = r#"{ "openapi": "3.0.3", "x": { "schema": { "properties": {
///     "photo": { "type": "string", "format": "binary" } } } } }"#;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// let media = document.root.get("x").unwrap();
/// let photo = media.get("schema").and_then(|it| it.get("properties")?.get("photo")).unwrap();
/// assert_eq!(part(&document, media, "photo", photo), Part::File);
/// ```
pub fn part<'d>(document: &'d Document, media: &Value, name: &str, schema: &'d Value) -> Part<'d> {
    let binary = encoded(media, name).is_some_and(|said| said.split(',').any(is_binary));
    let Ok(target) = document.resolve(schema) else {
        return Part::Value;
    };
    if !matches!(read(document, target).shape, Shape::Of(JsonType::Array)) {
        let file = binary || is_file(document, target, DEEPEST);
        return if file { Part::File } else { Part::Value };
    }
    let items = keyword(document, target, "items").and_then(|it| document.resolve(it).ok());
    let files = items.is_some_and(|items| binary || is_file(document, items, DEEPEST));
    if files {
        Part::Files(target)
    } else {
        Part::Value
    }
}

/// The one media type that the document gives for the part `name`.
pub fn media_type<'d>(media: &'d Value, name: &str) -> Option<&'d str> {
    let said = encoded(media, name)?.trim();
    let one = !said.is_empty() && !said.contains([',', '*']) && !said.contains(char::is_control);
    one.then_some(said)
}

fn encoded<'d>(media: &'d Value, name: &str) -> Option<&'d str> {
    media
        .get("encoding")?
        .get(name)?
        .get("contentType")?
        .as_str()
}

/// Choices of choices further down are no files.
const DEEPEST: u8 = 8;

/// Whether values are bytes: by themselves, or where a text may stand in their place.
fn is_file(document: &Document, schema: &Value, deeper: u8) -> bool {
    let Some(deeper) = deeper.checked_sub(1) else {
        return false;
    };
    match read(document, schema).shape {
        Shape::Of(JsonType::String) | Shape::Any => says_binary(document, schema),
        Shape::Same(other) | Shape::OrAny(other) => {
            let other = document.resolve(other).ok();
            says_binary(document, schema)
                || other.is_some_and(|other| is_file(document, other, deeper))
        }
        Shape::Choice(choice) => {
            let mut files = 0;
            let each = choice.alternatives.iter();
            let mut each = each.filter_map(|it| document.resolve(it.schema).ok());
            let fit = each.all(|it| {
                let file = is_file(document, it, deeper);
                files += u8::from(file && files == 0);
                file || matches!(read(document, it).shape, Shape::Of(JsonType::String))
            });
            fit && files > 0 && choice.base.is_none()
        }
        _ => false,
    }
}

fn says_binary(document: &Document, schema: &Value) -> bool {
    let said = |key| keyword(document, schema, key).and_then(Value::as_str);
    said("format") == Some("binary")
        || (said("contentEncoding").is_none() && said("contentMediaType").is_some_and(is_binary))
}

/// Whether a media type is neither text nor JSON.
fn is_binary(media_type: &str) -> bool {
    let essence = essence(media_type);
    !essence.is_empty() && !essence.starts_with("text/") && !is_json(&essence)
}
