//! Where values stand that a schema should take.

use super::fit::Manner;
use crate::check::place::Place;
use crate::document::Document;
use crate::lint::visit::{self, Visit};
use crate::media_type::{essence, is_json};
use crate::schema::Way;
use crate::value::Value;

/// What a value is given as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Source {
    Example,
    Default,
    /// One of the values of an `enum`, of how many.
    Enum(usize),
    Const,
}

/// A value and the schema that should take it.
pub(super) struct Example<'d> {
    pub(super) source: Source,
    pub(super) schema: &'d Value,
    pub(super) value: &'d Value,
    pub(super) manner: Manner,
    /// The keyword that the value stands in itself.
    pub(super) besides: Option<&'d Value>,
}

/// All values of a document that stand beside their schema or in it.
pub(super) fn examples(document: &Document) -> Vec<Example<'_>> {
    let mut found = Vec::new();
    visit::document(document, &mut |visit| {
        let value = visit.value;
        match visit.place {
            Place::Schema | Place::SchemaPart => of_schema(value, &mut found),
            // `default` and `enum` of a variable mean what they mean in a schema.
            Place::Server => {
                let variables = value.get("variables").and_then(Value::as_object);
                for variable in variables.unwrap_or_default() {
                    of_schema(&variable.value, &mut found);
                }
            }
            Place::Parameter | Place::Header => {
                let manner = Manner {
                    way: None,
                    written: true,
                };
                beside(document, value, manner, &mut found);
                content(document, value, None, &mut found);
            }
            Place::RequestBody => {
                content(
                    document,
                    value,
                    way(document, visit, Way::Request),
                    &mut found,
                );
            }
            Place::Response => {
                content(
                    document,
                    value,
                    way(document, visit, Way::Reply),
                    &mut found,
                );
            }
            _ => {}
        }
    });
    found
}

/// The way that a body travels. What the service sends by itself holds what its replies do, and of another file it is not seen who refers
/// to it.
fn way(document: &Document, visit: Visit<'_>, way: Way) -> Option<Way> {
    (!visit.by_service && !document.is_foreign(visit.value)).then_some(way)
}

fn of_schema<'d>(schema: &'d Value, found: &mut Vec<Example<'d>>) {
    let mut add = |source, value: &'d Value, besides| {
        found.push(Example {
            source,
            schema,
            value,
            manner: Manner::default(),
            besides,
        });
    };
    for member in schema.as_object().unwrap_or_default() {
        let value = &member.value;
        match &*member.key {
            "example" => add(Source::Example, value, None),
            "examples" => {
                let all = value.as_array().unwrap_or_default().iter();
                all.for_each(|one| add(Source::Example, one, None));
            }
            "default" => add(Source::Default, value, None),
            "const" => add(Source::Const, value, Some(value)),
            // Beside `const`, one value alone is ever meant.
            "enum" if schema.get("const").is_none() => {
                let all = value.as_array().unwrap_or_default();
                for one in all {
                    add(Source::Enum(all.len()), one, Some(value));
                }
            }
            _ => {}
        }
    }
}

/// Those of the media types whose bodies can be told: JSON, and forms, in which everything is written as text.
fn content<'d>(
    document: &'d Document,
    body: &'d Value,
    way: Option<Way>,
    found: &mut Vec<Example<'d>>,
) {
    let content = body.get("content").and_then(Value::as_object);
    for media in content.unwrap_or_default() {
        let written = match essence(&media.key).as_str() {
            "application/x-www-form-urlencoded" | "multipart/form-data" | "text/plain" | "*/*" => {
                true
            }
            _ if is_json(&media.key) => false,
            _ => continue,
        };
        beside(document, &media.value, Manner { way, written }, found);
    }
}

/// `example` and `examples` beside a `schema`.
fn beside<'d>(
    document: &'d Document,
    holder: &'d Value,
    manner: Manner,
    found: &mut Vec<Example<'d>>,
) {
    let Some(schema) = holder.get("schema") else {
        return;
    };
    let named = holder.get("examples").and_then(Value::as_object);
    let named = named.unwrap_or_default().iter();
    let named = named.filter_map(|it| document.target(&it.value).ok()?.get("value"));
    for value in holder.get("example").into_iter().chain(named) {
        found.push(Example {
            source: Source::Example,
            schema,
            value,
            manner,
            besides: None,
        });
    }
}
