//! The codec of unions whose variants are told apart by what they look like.

use super::Emit;
use super::tagged::unknown_fields;
use crate::ir::{Shape, Tagging, Type, TypeDef, Union};
use crate::source::fill;

impl Emit<'_> {
    pub(super) fn encode_choice(&mut self, def: &TypeDef, union: &Union, open: bool) {
        let name = &*def.name;
        let arms = |method: &str, unknown: Option<&str>| -> String {
            let variants = union.variants.iter().map(|variant| &*variant.name);
            let arm = |variant| {
                fill!(
                    "$name::$variant(content) => __rt::Encode::$method(content, w),",
                    name,
                    variant,
                    method
                )
            };
            variants.chain(unknown).map(arm).collect()
        };
        // Only what stands inside an envelope is asked for its members alone: replies that a server gives.
        // And what stands in a union with a tag.
        let inside = self.is_content(def) || self.options.server && def.uses.reply;
        let fields = if inside {
            let template = r"
                fn encode_fields(&self, w: &mut __rt::Writer) {
                    match self { $arms $unknown }
                }
            ";
            let unknown = if open {
                unknown_fields(name, &union.outside)
            } else {
                String::new()
            };
            fill!(template, arms = arms("encode_fields", None), unknown)
        } else {
            String::new()
        };
        let template = r"
            impl __rt::Encode for $name {
                fn encode(&self, w: &mut __rt::Writer) {
                    match self { $arms }
                }
                $fields
            }
        ";
        let arms = arms("encode", open.then_some("Unknown"));
        self.out.push(&fill!(template, name, arms, fields));
    }

    /// Whether a union with a tag has these values as the content of a variant.
    fn is_content(&self, def: &TypeDef) -> bool {
        let is = |ty: &Type| match ty {
            Type::Named(id) => self.api.types[id.0].name == def.name,
            Type::Boxed(inner) => {
                matches!(&**inner, Type::Named(id) if self.api.types[id.0].name == def.name)
            }
            _ => false,
        };
        self.api.types.iter().any(|def| match &def.shape {
            Shape::Union(union) if matches!(union.tagging, Tagging::Internal { .. }) => {
                union.variants.iter().any(|it| is(&it.ty))
            }
            _ => false,
        })
    }

    /// How a choice of scalars is written as a parameter.
    pub(super) fn param_choice(&mut self, def: &TypeDef, union: &Union, open: bool) {
        let name = &*def.name;
        let unknown = open.then_some("Unknown");
        let variants = union.variants.iter().map(|variant| &*variant.name);
        let arm = |variant| {
            fill!(
                "$name::$variant(content) => __rt::Param::write_param(content, out),",
                name,
                variant
            )
        };
        let arms: String = variants.chain(unknown).map(arm).collect();
        let template = r"
            impl __rt::Param for $name {
                fn write_param(&self, out: &mut __rt::String) {
                    match self { $arms }
                }
                $sendable
            }
        ";
        let sendable = sendable(name, union, open);
        self.out.push(&fill!(template, name, arms, sendable));
    }

    pub(super) fn decode_choice(&mut self, def: &TypeDef, union: &Union, open: bool) {
        let last = union.variants.len().saturating_sub(1);
        let arms = union.variants.iter().enumerate().map(|(at, variant)| {
            let pattern = if at == last {
                "_".to_owned()
            } else {
                at.to_string()
            };
            fill!(
                "$pattern => __rt::Decode::decode(r).map($name::$variant),",
                pattern,
                name = def.name,
                variant = variant.name
            )
        });
        let arms: String = arms.collect();
        let count = union.variants.len().to_string();
        let read = if open {
            fill!(
                "open_choice(r, $count, $name::Unknown,",
                count,
                name = def.name
            )
        } else {
            fill!("closed_choice(r, $count,", count)
        };
        let template = r"
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    __rt::$read &mut |variant, r| match variant { $arms })
                }
            }
        ";
        self.out.push(&fill!(template, name = def.name, read, arms));
    }
}

/// Asks the variants that may hold a number.
fn sendable(name: &str, union: &Union, open: bool) -> String {
    let mut variants = union.variants.iter();
    if !variants.any(|it| may_be_float(&it.ty)) {
        return String::new();
    }
    let arms = union.variants.iter().map(|variant| {
        let template = if may_be_float(&variant.ty) {
            "$name::$variant(content) => __rt::Param::is_sendable(content),"
        } else {
            "$name::$variant(_) => true,"
        };
        fill!(template, name, variant = variant.name)
    });
    let unknown =
        open.then(|| format!("{name}::Unknown(content) => __rt::Param::is_sendable(content),"));
    let arms: String = arms.chain(unknown).collect();
    fill!(
        "fn is_sendable(&self) -> bool { match self { $arms } }",
        arms
    )
}

fn may_be_float(ty: &Type) -> bool {
    match ty {
        Type::Float(_) | Type::Json | Type::Named(_) => true,
        Type::Boxed(inner) => may_be_float(inner),
        _ => false,
    }
}
