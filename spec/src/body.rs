//! Bodies as every stage must read them: which media type is meant, and which reply is the one of a success.

use crate::document::Document;
use crate::media_type::{essence, is_concrete, is_json, is_json_entry};
use crate::schema::{JsonType, Shape, read};
use crate::span::Span;
use crate::value::{Kind, Member, Value};

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
    content.find(|member| is_json_entry(member))
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

/// Whether a request's body could be files too, by a media type that bindings pass over.
pub fn has_other_files(document: &Document, body: &Value) -> bool {
    let Some((sent, encoding)) = sent(document, body) else {
        return false;
    };
    let content = body.get("content").and_then(Value::as_object);
    let mut others = content.unwrap_or_default().iter();
    let files = |name: &str| {
        let bytes = ["multipart/", "image/", "audio/", "video/"];
        name == "application/octet-stream" || bytes.iter().any(|it| name.starts_with(it))
    };
    encoding != Encoding::Multipart
        && others.any(|member| member.key != sent.key && files(&essence(&member.key)))
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
    sent(document, body).map(|(media_type, _)| schema_of(media_type))
}

/// The schema of a body that is JSON.
pub fn schema(body: &Value) -> Option<&Value> {
    json(body).map(schema_of)
}

/// The schema of an entry of `content`. Without one its values are any.
pub fn schema_of(media_type: &Member) -> &Value {
    static ANY: Value = Value {
        span: Span::start_of_file(),
        kind: Kind::Object(Vec::new()),
    };
    media_type.value.get("schema").unwrap_or(&ANY)
}

/// Whether a response documents nothing that it holds.
pub fn is_bare(response: &Value) -> bool {
    let content = response.get("content").and_then(Value::as_object);
    content.is_none_or(<[Member]>::is_empty)
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
    let decoded = content.iter().find(|member| is_json_entry(member));
    let decoded = decoded.or(content.first());
    let others = content.iter().map(|member| &*member.key);
    let others = others.filter(|key| decoded.is_some_and(|decoded| *key != &*decoded.key));
    others
        .filter(|key| !is_json(key) && is_concrete(key))
        .collect()
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
