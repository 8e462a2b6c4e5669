//! Where bindings hold any JSON: every such place is noted here, for a report.

use bindery_spec::{Member, Span, Value};

use super::Lower;
use crate::Untyped;
use crate::ir::Type;

impl Lower<'_> {
    /// Any JSON, because the document says no more of the values at a place.
    pub(super) fn open_json(&mut self, at: Span, why: &str) -> Type {
        self.note_untyped(at, why, true);
        Type::Json
    }

    /// Any JSON, because bindings have no type for what the document says.
    pub(super) fn lost_json(&mut self, at: Span, why: &str) -> Type {
        self.note_untyped(at, why, false);
        Type::Json
    }

    /// Notes a place where JSON of any kind is among the values.
    pub(super) fn note_untyped(&mut self, at: Span, why: &str, said: bool) {
        // What stands nowhere is noted where it is missing.
        if at != Span::start_of_file() {
            let why = why.to_owned();
            self.untyped.push(Untyped {
                span: at,
                why,
                said,
            });
        }
    }

    /// Notes a media type of JSON that has no schema.
    pub(super) fn note_schemaless(&mut self, media: Option<&Member>) {
        let Some(media) = media.filter(|media| media.value.get("schema").is_none()) else {
            return;
        };
        self.note_untyped(media.key_span, "no schema says what the JSON is", true);
    }
}

/// What a schema that leaves its values open looks like.
pub(super) fn openness(schema: &Value) -> &'static str {
    match schema.as_object() {
        Some([]) => "`{}`: the schema says nothing",
        None => "`true`: the schema says nothing",
        _ => "the schema says nothing of the kind of its values",
    }
}
