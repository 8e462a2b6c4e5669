//! Tagged unions. Those that replies hold keep values whose tag the document does not list.

use super::{Emit, fallback};
use crate::docs;
use crate::ir::{TypeDef, TypeId, Union, UnionVariant};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn union(&mut self, id: TypeId, def: &TypeDef, union: &Union) {
        let open = def.uses.reply;
        self.union_definition(id, def, union, open);
        self.union_from(def, union);
        if self.encodes(def.uses) {
            self.encode_union(def, union, open);
        }
        if self.decodes(def.uses) {
            self.decode_union(def, union, open);
        }
        if def.uses.request {
            let checks = if self.checked[id.0] {
                self.union_checks(def, union, open)
            } else {
                String::new()
            };
            self.check_impl(def, &checks);
        }
    }

    fn union_definition(&mut self, id: TypeId, def: &TypeDef, union: &Union, open: bool) {
        let variants: String = union
            .variants
            .iter()
            .map(|variant| {
                fill!(
                    "$docs $name($ty),",
                    docs = docs::attributes(&fallback::text(&variant.docs, &variant.tag)),
                    name = variant.name,
                    ty = self.ty(&variant.ty, def.uses.request)
                )
            })
            .collect();
        let unknown = if open {
            "#[doc = \" A value whose tag the document does not list, or that breaks its schema, as it came.\"] Unknown(__rt::Json),"
        } else {
            ""
        };
        let template = r"
            $docs
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub enum $name { $variants $unknown }
        ";
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&fallback::ty(self.api, id, def)),
            name = def.name,
            variants,
            unknown
        ));
    }

    /// `From` for each content that belongs to one variant only.
    fn union_from(&mut self, def: &TypeDef, union: &Union) {
        for variant in &union.variants {
            if union
                .variants
                .iter()
                .filter(|other| other.ty == variant.ty)
                .count()
                > 1
            {
                continue;
            }
            let template = r"
                impl ::core::convert::From<$ty> for $name {
                    fn from(content: $ty) -> Self {
                        $name::$variant(content)
                    }
                }
            ";
            let ty = self.ty(&variant.ty, def.uses.request);
            self.out.push(&fill!(
                template,
                ty,
                name = def.name,
                variant = variant.name
            ));
        }
    }

    fn encode_union(&mut self, def: &TypeDef, union: &Union, open: bool) {
        let arm = |variant: &UnionVariant| {
            let content = match &union.content {
                Some(member) => format!("w.field({}, content);", quoted(member)),
                None => "__rt::Encode::encode_fields(content, w);".to_owned(),
            };
            fill!(
                "$name::$variant(content) => { w.name($tag); w.string($value); $content }",
                name = def.name,
                variant = variant.name,
                tag = quoted(&union.tag),
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
                format!("{}::Unknown(_) => {{}}", def.name),
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

    fn decode_union(&mut self, def: &TypeDef, union: &Union, open: bool) {
        let arm = |variant: &UnionVariant| {
            let read = match &union.content {
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
        let template = if open {
            r"
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    __rt::open_union(r, $tag, $name::Unknown, |tag, r| ::core::option::Option::Some(match tag {
                        $arms
                        _ => return ::core::option::Option::None,
                    }))
                }
            }
            "
        } else {
            r"
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    __rt::closed_union(r, $tag, |tag, r| ::core::option::Option::Some(match tag {
                        $arms
                        _ => return ::core::option::Option::None,
                    }))
                }
            }
            "
        };
        self.out.push(&fill!(
            template,
            name = def.name,
            tag = quoted(&union.tag),
            arms
        ));
    }

    fn union_checks(&self, def: &TypeDef, union: &Union, open: bool) -> String {
        let arm = |variant: &UnionVariant| {
            let checked = super::check::is_checked(&variant.ty, &self.checked);
            let (binding, check) = match (&union.content, checked) {
                (_, false) => ("_", String::new()),
                (Some(member), true) => {
                    ("content", format!("c.field({}, content);", quoted(member)))
                }
                (None, true) => ("content", "__rt::Check::check(content, c);".to_owned()),
            };
            format!("{}::{}({binding}) => {{ {check} }}", def.name, variant.name)
        };
        let arms: String = union.variants.iter().map(arm).collect();
        let unknown = if open {
            format!("{}::Unknown(_) => {{}}", def.name)
        } else {
            String::new()
        };
        format!("match self {{ {arms} {unknown} }}")
    }
}
