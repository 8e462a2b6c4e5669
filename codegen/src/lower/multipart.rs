//! Bodies of parts: members that are files, and the documented media types of parts.

use bindery_spec::multipart::{self, Part};
use bindery_spec::names::Scope;
use bindery_spec::schema::{Properties, Way, one_way, read};
use bindery_spec::{Document, Member, Value};

use super::Lower;
use super::schema::Found;
use crate::ir::{Shape, Struct, Type};

impl<'d> Lower<'d> {
    /// The fields of parts.
    pub(super) fn parts(
        &mut self,
        properties: &Properties<'d>,
        media: &'d Value,
        owner: &str,
        scope: &mut Scope,
    ) -> Struct {
        self.fields_of(properties, owner, &[], scope, &mut |lower, member, hint| {
            lower.part(media, member, hint)
        })
    }

    /// The struct of an object whose members are parts: another one than where it is JSON.
    pub(super) fn parts_struct(&mut self, found: Found<'d>, media: &'d Value, hint: &str) -> Type {
        let apart = format!("parts of {media:p}");
        self.define(found, hint, &apart, |lower, name| {
            let properties = lower.properties(found.schema);
            let mut scope = Scope::of_fields();
            let mut made = lower.parts(&properties, media, name, &mut scope);
            made.fields
                .extend(lower.rest(&properties, name, &mut scope));
            Shape::Struct(made)
        })
    }

    fn part(&mut self, media: &Value, member: &'d Member, hint: &str) -> Type {
        let ty = match multipart::part(self.doc, media, &member.key, &member.value) {
            Part::Value => return self.ty(&member.value, hint),
            Part::File => Type::File,
            Part::Files(list) => Type::List {
                item: Box::new(Type::File),
                bounds: self.bounds(list),
            },
        };
        let target = self.doc.resolve(&member.value).unwrap_or(&member.value);
        if read(self.doc, target).null {
            ty.or_null()
        } else {
            ty
        }
    }
}

/// The media types that the document gives for parts.
pub(super) fn media_types(
    doc: &Document,
    properties: &Properties<'_>,
    media: &Value,
) -> Vec<(String, String)> {
    let members = properties.members.iter();
    let sent = members.filter(|member| one_way(doc, &member.value) != Some(Way::Reply));
    let said = sent.filter_map(|member| {
        let media_type = multipart::media_type(media, &member.key)?;
        Some((member.key.to_string(), media_type.to_owned()))
    });
    said.collect()
}
