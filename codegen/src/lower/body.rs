//! Bodies: the schema under the media type that bindery can read.

use bindery_spec::{Finding, Value};

use super::Lower;

/// The JSON media type of a body, or else its first.
fn media_type(content: &Value) -> Option<(&str, &Value)> {
    let members = content.as_object()?;
    let json =
        |key: &str| key.starts_with("application/json") || key.ends_with("+json") || key == "*/*";
    let member = members
        .iter()
        .find(|member| json(&member.key))
        .or(members.first())?;
    Some((&member.key, &member.value))
}

/// The JSON schema of a body; a body that is no JSON is reported.
pub(super) fn json_schema<'d>(lower: &mut Lower<'d>, body: &'d Value) -> Option<&'d Value> {
    let (name, media) = media_type(body.get("content")?)?;
    if name.contains("json") || name == "*/*" {
        return media.get("schema");
    }
    let message = format!("bodies of type `{name}` are not supported yet");
    let finding = Finding::error("unsupported-media-type", media.span, message);
    lower
        .findings
        .push(finding.help("offer `application/json`, or leave the operation out of `operations`"));
    None
}
