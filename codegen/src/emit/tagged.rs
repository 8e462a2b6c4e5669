//! The codec of unions whose variants a member tells apart.

use super::Emit;
use super::encode::write_literal;
use crate::ir::{Literal, Shape, Type, TypeDef, Union, UnionVariant};
use crate::source::{fill, quoted};

/// The tag's name, and that of the member which holds the content, should there be one.
type Names<'a> = (&'a str, Option<&'a String>);

impl Emit<'_> {
    pub(super) fn encode_tagged(
        &mut self,
        def: &TypeDef,
        union: &Union,
        (tag, content): Names<'_>,
        open: bool,
    ) {
        let arm = |variant: &UnionVariant| {
            let content = match content {
                Some(member) => format!("w.field({}, content);", quoted(member)),
                None => "__rt::Encode::encode_fields(content, w);".to_owned(),
            };
            let written = variant.tag.iter();
            let written = written.filter(|_| !self.writes(&variant.ty, tag, &mut Vec::new()));
            let written =
                written.map(|it| format!("w.name({}); {}", quoted(tag), write_literal(it)));
            fill!(
                "$name::$variant(content) => { $tag $content }",
                name = def.name,
                variant = variant.name,
                tag = written.collect::<String>(),
                content
            )
        };
        let arms: String = union.variants.iter().map(arm).collect();
        let (whole, unknown) = if open {
            let whole = r"
                fn encode(&self, w: &mut __rt::Writer) {
                    if let $name::Unknown(json) = self {
                        return w.raw(json);
                    }
                    w.begin_object();
                    self.encode_fields(w);
                    w.end_object();
                }
            ";
            (
                fill!(whole, name = def.name),
                unknown_fields(&def.name, &union.outside),
            )
        } else {
            (String::new(), String::new())
        };
        let template = r"
            impl __rt::Encode for $name {
                $whole
                fn encode_fields(&self, w: &mut __rt::Writer) {
                    match self { $arms $unknown }
                }
            }
        ";
        self.out
            .push(&fill!(template, name = def.name, whole, arms, unknown));
    }

    /// Whether the content of a variant writes its tag itself: what an object is among heirs is a constant of it.
    fn writes(&self, ty: &Type, tag: &str, open: &mut Vec<usize>) -> bool {
        let id = match ty {
            Type::Named(id) => id.0,
            Type::Boxed(inner) => return self.writes(inner, tag, open),
            _ => return false,
        };
        if open.contains(&id) {
            return true;
        }
        open.push(id);
        let writes = match &self.api.types[id].shape {
            Shape::Struct(made) => made.constants.iter().any(|(name, _)| name == tag),
            Shape::Union(union) => {
                let mut variants = union.variants.iter();
                variants.all(|it| self.writes(&it.ty, tag, open))
            }
            _ => false,
        };
        open.pop();
        writes
    }

    pub(super) fn decode_tagged(
        &mut self,
        def: &TypeDef,
        union: &Union,
        (tag, content): Names<'_>,
        open: bool,
    ) {
        let arm = |variant: &UnionVariant| {
            let read = match content {
                Some(member) => format!("__rt::content(r, {})", quoted(member)),
                None => "__rt::Decode::decode(r)".to_owned(),
            };
            format!(
                "{} => {read}.map({}::{}),",
                quoted(&variant.tag.as_ref().map(Literal::plain).unwrap_or_default()),
                def.name,
                variant.name
            )
        };
        let arms: String = union.variants.iter().map(arm).collect();
        let texts = |it: &UnionVariant| matches!(it.tag, Some(Literal::Str(_)));
        let function = match (open, union.variants.iter().all(texts)) {
            (true, true) => "open_union",
            (true, false) => "open_plain_union",
            (false, true) => "closed_union",
            (false, false) => "closed_plain_union",
        };
        let read = if open {
            fill!(
                "$function(r, $tag, $name::Unknown,",
                function,
                tag = quoted(tag),
                name = def.name
            )
        } else {
            fill!("$function(r, $tag,", function, tag = quoted(tag))
        };
        let template = r"
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    __rt::$read |tag, r| ::core::option::Option::Some(match tag {
                        $arms
                        _ => return ::core::option::Option::None,
                    }))
                }
            }
        ";
        self.out.push(&fill!(template, name = def.name, read, arms));
    }
}

/// Writes what came as it was, but for what the unions around it have written.
pub(super) fn unknown_fields(name: &str, outside: &[String]) -> String {
    if outside.is_empty() {
        return fill!(
            "$name::Unknown(json) => __rt::Encode::encode_fields(json, w),",
            name
        );
    }
    let outside = outside.iter().map(|it| format!("{},", quoted(it)));
    let outside: String = outside.collect();
    fill!(
        "$name::Unknown(json) => __rt::members_but(json, &[$outside], w),",
        name,
        outside
    )
}
