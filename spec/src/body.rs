//! Bodies as every stage must read them: which media type is meant, and which reply is the one of a success.

use crate::document::Document;
use crate::header::is_value;
use crate::schema::{JsonType, Shape, read};
use crate::value::{Member, Value};

/// The entry of a body's `content` that is JSON: media type and object.
///
/// ```
/// use bindery_spec::{Document, body};
///
/// let text = r#"{ "openapi": "3.1.0", "x": { "content": {
///     "text/html": {}, "application/json; charset=utf-8": { "schema": true } } } }"#;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// let json = body::json(document.root.get("x").unwrap()).unwrap();
/// assert_eq!(&*json.key, "application/json; charset=utf-8");
/// ```
pub fn json(body: &Value) -> Option<&Member> {
    let mut content = body.get("content")?.as_object()?.iter();
    content.find(|member| is_json(&member.key))
}

/// How the members of a request's body are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// As JSON.
    Json,
    /// As pairs, as HTML forms send them: `application/x-www-form-urlencoded`.
    Form,
    /// As parts, files among them: `multipart/form-data`.
    Multipart,
}

/// The media type of a request's body that bindings write, its object and its encoding: JSON, else a form, else one of parts.
pub fn sent<'d>(document: &'d Document, body: &'d Value) -> Option<(&'d Member, Encoding)> {
    let of = |wanted: &str| {
        let mut content = body.get("content")?.as_object()?.iter();
        content.find(|member| essence(&member.key) == wanted)
    };
    let form = || Some((of("application/x-www-form-urlencoded")?, Encoding::Form));
    let multipart = || {
        let found = of("multipart/form-data")?;
        has_members(document, found).then_some((found, Encoding::Multipart))
    };
    let json = json(body).map(|json| (json, Encoding::Json));
    json.or_else(form).or_else(multipart)
}

/// Whether the schema of a body may be one of objects.
fn has_members(document: &Document, media_type: &Member) -> bool {
    let Some(schema) = media_type.value.get("schema") else {
        return false;
    };
    let schema = document.resolve(schema);
    schema.is_ok_and(|schema| match read(document, schema).shape {
        Shape::Of(ty) => ty == JsonType::Object,
        Shape::Constants(_) | Shape::Tuple(_) => false,
        _ => true,
    })
}

/// The media type of a body in a format that bindings leave to the caller.
pub fn raw(body: &Value) -> Option<&Member> {
    body.get("content")?.as_object()?.first()
}

/// Whether bytes or a text say all that is said of a body in a format that bindings leave to the caller. Parts are more.
pub fn is_plain(document: &Document, media_type: &Member) -> bool {
    if essence(&media_type.key).starts_with("multipart/") {
        return false;
    }
    let Some(schema) = media_type.value.get("schema") else {
        return true;
    };
    let schema = document.resolve(schema);
    schema.is_ok_and(|schema| {
        let shape = read(document, schema).shape;
        matches!(shape, Shape::Any | Shape::Of(JsonType::String)) && schema.get("enum").is_none()
    })
}

/// The schema of a request's body.
pub fn sent_schema<'d>(document: &'d Document, body: &'d Value) -> Option<&'d Value> {
    sent(document, body)?.0.value.get("schema")
}

/// The schema of a body that is JSON.
pub fn schema(body: &Value) -> Option<&Value> {
    json(body)?.value.get("schema")
}

/// The replies of a success, references followed: all of status 2xx, or `default` where there is none.
pub fn successes<'d>(document: &'d Document, operation: &'d Value) -> Vec<&'d Value> {
    let responses = operation.get("responses").and_then(Value::as_object);
    let responses = responses.unwrap_or_default();
    let of = |wanted: fn(&str) -> bool| {
        let found = responses.iter().filter(move |member| wanted(&member.key));
        found.filter_map(|member| document.resolve(&member.value).ok())
    };
    let mut found: Vec<_> = of(|status| status.starts_with('2')).collect();
    if found.is_empty() {
        found.extend(of(|status| status == "default"));
    }
    found
}

/// The reply of a success that bindings decode: the first with a JSON body, else the first with any.
pub fn success<'d>(document: &'d Document, operation: &'d Value) -> Option<&'d Value> {
    let all = successes(document, operation);
    let has_body = |reply: &Value| {
        reply
            .get("content")
            .and_then(Value::as_object)
            .is_some_and(|all| !all.is_empty())
    };
    let first = |wanted: &dyn Fn(&Value) -> bool| all.iter().copied().find(|reply| wanted(reply));
    first(&|reply| json(reply).is_some()).or_else(|| first(&has_body))
}

/// The media types that a reply is offered in beside the one that bindings decode; JSON of another name is none.
pub fn offers<'d>(document: &'d Document, operation: &'d Value) -> Vec<&'d str> {
    let reply = success(document, operation);
    let content = reply.and_then(|reply| reply.get("content")?.as_object());
    let content = content.unwrap_or_default();
    let decoded = content.iter().find(|member| is_json(&member.key));
    let decoded = decoded.or(content.first());
    let others = content.iter().map(|member| &*member.key);
    let others = others.filter(|key| decoded.is_some_and(|decoded| *key != &*decoded.key));
    others
        .filter(|key| !is_json(key) && is_concrete(key))
        .collect()
}

/// Whether a text is a media type that can be asked for by a header, and no range of them.
fn is_concrete(media_type: &str) -> bool {
    let (kind, subtype) = media_type.split_once('/').unwrap_or_default();
    is_value(media_type) && !kind.is_empty() && !subtype.is_empty() && !media_type.contains('*')
}

/// The first JSON body of a success that differs from that of [`success`]: then no one type fits them all.
pub fn other_success<'d>(document: &'d Document, operation: &'d Value) -> Option<&'d Value> {
    let chosen = document
        .resolve(schema(success(document, operation)?)?)
        .ok()?;
    let all = successes(document, operation).into_iter();
    all.filter_map(schema).find(|schema| {
        let target = document.resolve(schema);
        target.is_ok_and(|target| !target.equals(chosen))
    })
}

pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = essence(media_type);
    essence.ends_with("+json") || ["application/json", "text/json", "*/*"].contains(&&*essence)
}

/// A media type without its parameters.
pub(crate) fn essence(media_type: &str) -> String {
    let essence = media_type.split(';').next().unwrap_or_default();
    essence.trim().to_ascii_lowercase()
}
