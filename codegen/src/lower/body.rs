//! Bodies: the schema under the media type that bindery can read.

use bindery_spec::{Finding, Value, body};

use super::Lower;

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
