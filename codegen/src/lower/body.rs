//! Bodies: the schema under the media type that bindery can write or read.

use bindery_spec::body::{self, Encoding};
use bindery_spec::{Finding, Value};

use super::Lower;
use crate::ir::BodyFormat;

/// The schema of a request's body and how it is written; a body in another format is reported.
pub(super) fn sent<'d>(lower: &mut Lower<'d>, body: &'d Value) -> Option<(&'d Value, BodyFormat)> {
    if let Some((member, encoding)) = body::sent(body) {
        let format = match encoding {
            Encoding::Json => BodyFormat::Json,
            Encoding::Form => BodyFormat::Form,
        };
        return Some((member.value.get("schema")?, format));
    }
    json_schema(lower, body).map(|schema| (schema, BodyFormat::Json))
}

/// The JSON schema of a body; a body that is no JSON is reported.
pub(super) fn json_schema<'d>(lower: &mut Lower<'d>, body: &'d Value) -> Option<&'d Value> {
    if let Some(json) = body::json(body) {
        return json.value.get("schema");
    }
    let other = body.get("content")?.as_object()?.first()?;
    let message = format!("bodies of type `{}` are not supported yet", other.key);
    let finding = Finding::error("unsupported-media-type", other.value.span, message);
    lower
        .findings
        .push(finding.help("offer `application/json`, or leave the operation out of `operations`"));
    None
}
