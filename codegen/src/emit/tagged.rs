//! The codec of unions whose variants a member tells apart.

use super::Emit;
use crate::ir::{TypeDef, Union, UnionVariant};
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
            fill!(
                "$name::$variant(content) => { w.name($tag); w.string($value); $content }",
                name = def.name,
                variant = variant.name,
                tag = quoted(tag),
                value = quoted(&variant.tag),
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
                fill!(
                    "$name::Unknown(json) => __rt::Encode::encode_fields(json, w),",
                    name = def.name
                ),
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
                quoted(&variant.tag),
                def.name,
                variant.name
            )
        };
        let arms: String = union.variants.iter().map(arm).collect();
        let read = if open {
            fill!(
                "open_union(r, $tag, $name::Unknown,",
                tag = quoted(tag),
                name = def.name
            )
        } else {
            fill!("closed_union(r, $tag,", tag = quoted(tag))
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
