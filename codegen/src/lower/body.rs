//! Bodies: the schema under the media type that bindery can write or read.

use bindery_spec::body::{self, Encoding};
use bindery_spec::{Finding, Value};

use super::Lower;
use crate::ir::BodyFormat;

/// The schema of a request's body and how it is written, where that is as JSON or as a form.
pub(super) fn sent(body: &Value) -> Option<(&Value, BodyFormat)> {
    let (member, encoding) = body::sent(body)?;
    let format = match encoding {
        Encoding::Json => BodyFormat::Json,
        Encoding::Form => BodyFormat::Form,
    };
    Some((member.value.get("schema")?, format))
}

/// The media type of a body that bindings hand over as it is, which is said with `remark`.
pub(super) fn raw<'d>(lower: &mut Lower<'d>, body: &'d Value, remark: &str) -> Option<&'d str> {
    let other = body.get("content")?.as_object()?.first()?;
    let message = format!("a body of type `{}` {remark}", other.key);
    let finding = Finding::warning("unsupported-media-type", other.key_span, message);
    let finding = finding.help("`application/json` is typed, and forms of requests are");
    lower.findings.push(finding);
    Some(&other.key)
}
