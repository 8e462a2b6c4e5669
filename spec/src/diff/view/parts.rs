//! Bodies of parts: files, and media types of their own.

use std::borrow::Cow;

use super::View;
use super::fields::Field;
use super::form::{Form, What};
use crate::multipart::{self, Part};
use crate::value::Value;

impl<'d> View<'d> {
    /// Fields of a request: the members of the body, or the body as one.
    pub(super) fn as_parts(&self, fields: &mut [Field<'d>], media: &'d Value) {
        if let [whole] = fields
            && whole.wire.is_empty()
        {
            whole.place = Cow::Borrowed("body, as parts");
            if let Form::Named(named) = &mut whole.form
                && named.what == What::Struct
            {
                named.parts = Some(media);
            }
        } else {
            self.mark_parts(fields, media);
        }
    }

    /// Members of an object.
    pub(super) fn mark_parts(&self, fields: &mut [Field<'d>], media: &'d Value) {
        for field in fields {
            field.place = match multipart::media_type(media, field.wire) {
                Some(media_type) => Cow::Owned(format!("body, as a part of type `{media_type}`")),
                None => Cow::Borrowed("body, as a part"),
            };
            let file = match multipart::part(self.doc, media, field.wire, field.schema.value) {
                Part::Value => continue,
                Part::File => Form::Plain("FilePart"),
                Part::Files(list) => Form::Files(self.bounds(list)),
            };
            field.form = if field.form.is_nullable() {
                Form::Nullable(Box::new(file))
            } else {
                file
            };
        }
    }
}
