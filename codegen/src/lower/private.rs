//! `x-bindery-private`: content of people, whose type stays as it is and which shows in `Debug` as its length.

use bindery_spec::schema::{holds_private, says_private};
use bindery_spec::{Finding, Value};

use super::Lower;
use crate::ir::{Field, Type};

impl<'d> Lower<'d> {
    /// Whether a value shows as its length, and its type does not see to that.
    pub(super) fn is_private(&self, schema: &'d Value, ty: &Type) -> bool {
        holds_private(self.doc, schema) && !self.api.shows_length(ty)
    }

    /// Every member of an object that is private as a whole.
    pub(super) fn hide_fields(&self, schema: &Value, fields: &mut [Field]) {
        if says_private(self.doc, schema) {
            for field in fields {
                field.private = !self.api.shows_length(&field.ty);
            }
        }
    }

    /// Complains of what is private and stands in no field that could hide it.
    pub(super) fn no_private(&mut self, schema: &'d Value, ty: &Type) {
        if self.is_private(schema, ty) && !self.api.is_struct(ty) {
            let message = "this is shown in full: only members, parameters and texts with a name are hidden yet";
            let finding = Finding::error("unsupported-private", schema.span, message);
            let help = "give the text a schema of its own under `components`, and put `x-bindery-private` there";
            self.findings.push(finding.help(help));
        }
    }
}
