//! Unions: their definition, and how values become one. Those that replies hold keep values that fit no variant.

use super::check::{is_checked, rule_texts, text_rule};
use super::{Emit, fallback};
use crate::docs;
use crate::ir::{Tagging, Type, TypeDef, TypeId, Union, UnionVariant};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn union(&mut self, id: TypeId, def: &TypeDef, union: &Union) {
        // A server takes what the schema allows, whether or not an heir has the tag.
        let open = def.uses.reply || union.beyond && self.decodes(def.uses);
        self.union_definition(id, def, union, open);
        self.union_from(def, union);
        if self.encodes(def.uses) {
            match &union.tagging {
                Tagging::None => self.encode_choice(def, union, open),
                Tagging::Internal { tag } => self.encode_tagged(def, union, (tag, None), open),
                Tagging::Adjacent { tag, content } => {
                    self.encode_tagged(def, union, (tag, Some(content)), open);
                }
            }
        }
        if self.decodes(def.uses) {
            match &union.tagging {
                Tagging::None => self.decode_choice(def, union, open),
                Tagging::Internal { tag } => self.decode_tagged(def, union, (tag, None), open),
                Tagging::Adjacent { tag, content } => {
                    self.decode_tagged(def, union, (tag, Some(content)), open);
                }
            }
        }
        if def.uses.parameter && self.api.is_scalar_union(&Type::Named(id)) {
            self.param_choice(def, union, open);
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
        let tagged = !matches!(union.tagging, Tagging::None);
        let described = |variant: &UnionVariant| {
            let tag = variant.tag.as_ref().map(crate::ir::Literal::plain);
            let wire = tag.unwrap_or_else(|| variant.name.clone());
            docs::attributes(&fallback::text(&variant.docs, &wire))
        };
        let variants: String = union
            .variants
            .iter()
            .map(|variant| {
                fill!(
                    "$docs $name($ty),",
                    docs = described(variant),
                    name = variant.name,
                    ty = self.ty(&variant.ty, def.uses.request)
                )
            })
            .collect();
        let unknown = match (open, tagged) {
            (false, _) => "",
            (true, true) => {
                "#[doc = \" A value whose tag the document does not list, or that breaks its schema, as it came.\"] Unknown(__rt::Json),"
            }
            (true, false) => {
                "#[doc = \" A value that none of the others can hold, as it came.\"] Unknown(__rt::Json),"
            }
        };
        let template = r"
            $docs
            #[derive(Debug, Clone, PartialEq)]
            #[non_exhaustive]
            pub enum $name { $variants $unknown }
        ";
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&self.origins.ty(id, def)),
            name = def.name,
            variants,
            unknown
        ));
    }

    /// `From` for each content that belongs to one variant only.
    fn union_from(&mut self, def: &TypeDef, union: &Union) {
        for variant in &union.variants {
            let same = |other: &&UnionVariant| other.ty == variant.ty;
            if union.variants.iter().filter(same).count() > 1 {
                continue;
            }
            let template = r"
                impl ::core::convert::From<$ty> for $name {
                    fn from(content: $ty) -> Self {
                        $name::$variant($content)
                    }
                }
            ";
            let from = |ty: &str, content: &str| {
                fill!(
                    template,
                    ty,
                    name = def.name,
                    variant = variant.name,
                    content
                )
            };
            let ty = self.ty(&variant.ty, def.uses.request);
            let mut text = from(&ty, "content");
            if variant.ty == Type::String {
                text.push_str(&from("&str", "::core::convert::Into::into(content)"));
            }
            self.out.push(&text);
        }
    }

    fn union_checks(&self, def: &TypeDef, union: &Union, open: bool) -> String {
        let arm = |variant: &UnionVariant| {
            let rules =
                text_rule(&variant.rules, &variant.ty, "\"\"", "value").unwrap_or_else(|| {
                    let rules = rule_texts(&variant.rules, "\"\"");
                    match &variant.ty {
                        Type::Nullable(_) if !rules.is_empty() => fill!(
                            "if let ::core::option::Option::Some(value) = value { $rules }",
                            rules
                        ),
                        _ => rules,
                    }
                });
            let checked = is_checked(&variant.ty, &self.checked);
            let inside = match (&union.tagging, checked) {
                (_, false) => String::new(),
                (Tagging::Adjacent { content, .. }, true) => {
                    format!("c.field({}, value);", quoted(content))
                }
                (_, true) => "__rt::Check::check(value, c);".to_owned(),
            };
            let binding = if checked || !rules.is_empty() {
                "value"
            } else {
                "_"
            };
            format!(
                "{}::{}({binding}) => {{ {inside} {rules} }}",
                def.name, variant.name
            )
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
