//! Enums of strings or integers. Those that replies hold keep values the document does not list.

use super::{Emit, fallback};
use crate::docs;
use crate::ir::{Enum, Literal, TypeDef, TypeId, Variant};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn enumeration(&mut self, id: TypeId, def: &TypeDef, made: &Enum) {
        let open = def.uses.reply;
        let variants: String = made.variants.iter().map(variant).collect();
        let unknown = match (open, made.strings) {
            (false, _) => "",
            (true, true) => {
                "#[doc = \" A value that the document does not list, as it came.\"] Unknown(__rt::String),"
            }
            (true, false) => {
                "#[doc = \" A value that the document does not list, as it came.\"] Unknown(i64),"
            }
        };
        let copy = if open && made.strings { "" } else { "Copy," };
        let template = r"
            $docs
            #[derive(Debug, Clone, $copy PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum $name { $variants $unknown }
        ";
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&fallback::ty(self.api, id, def)),
            copy,
            name = def.name,
            variants,
            unknown
        ));
        if def.uses.request {
            self.check_impl(def, "");
        }
        if made.strings {
            self.string_enum(def, made, open);
        } else {
            self.integer_enum(def, made, open);
        }
    }

    fn string_enum(&mut self, def: &TypeDef, made: &Enum, open: bool) {
        let name = &*def.name;
        let to: String = arms(made, |variant, wire| {
            format!("{name}::{variant} => {wire},")
        });
        let from: String = arms(made, |variant, wire| {
            format!("{wire} => {name}::{variant},")
        });
        let template = r#"
            $allow
            impl $name {
                #[doc = " The value on the wire."]
                pub fn as_str(&self) -> &str {
                    match self { $to $unknown }
                }
            }

            impl __rt::Encode for $name {
                fn encode(&self, w: &mut __rt::Writer) {
                    w.string(self.as_str());
                }
            }

            $allow
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    let text = r.string()?;
                    ::core::result::Result::Ok(match &*text { $from _ => $else })
                }
            }

            impl __rt::Param for $name {
                fn write_param(&self, out: &mut __rt::String) {
                    out.push_str(self.as_str());
                }
            }
        "#;
        let unknown = if open {
            format!("{name}::Unknown(text) => text,")
        } else {
            String::new()
        };
        let other = if open {
            format!("{name}::Unknown(__rt::Cow::into_owned(text))")
        } else {
            refusal()
        };
        self.out.push(
            &fill!(template, allow = allow_deprecated(made), name, to, from, unknown, else = other),
        );
    }

    fn integer_enum(&mut self, def: &TypeDef, made: &Enum, open: bool) {
        let name = &*def.name;
        let to: String = arms(made, |variant, wire| {
            format!("{name}::{variant} => {wire},")
        });
        let from: String = arms(made, |variant, wire| {
            format!("{wire} => {name}::{variant},")
        });
        let template = r#"
            $allow
            impl $name {
                #[doc = " The value on the wire."]
                pub fn as_i64(self) -> i64 {
                    match self { $to $unknown }
                }
            }

            impl __rt::Encode for $name {
                fn encode(&self, w: &mut __rt::Writer) {
                    w.i64(self.as_i64());
                }
            }

            $allow
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    let number = r.i64()?;
                    ::core::result::Result::Ok(match number { $from _ => $else })
                }
            }

            impl __rt::Param for $name {
                fn write_param(&self, out: &mut __rt::String) {
                    __rt::Param::write_param(&self.as_i64(), out);
                }
            }
        "#;
        let unknown = if open {
            format!("{name}::Unknown(number) => number,")
        } else {
            String::new()
        };
        let other = if open {
            format!("{name}::Unknown(number)")
        } else {
            refusal()
        };
        self.out.push(
            &fill!(template, allow = allow_deprecated(made), name, to, from, unknown, else = other),
        );
    }
}

/// The items that name every variant name deprecated ones too.
fn allow_deprecated(made: &Enum) -> &'static str {
    if made.variants.iter().any(|variant| variant.deprecated) {
        "#[allow(deprecated)]"
    } else {
        ""
    }
}

fn variant(variant: &Variant) -> String {
    fill!(
        "$docs $deprecated $name,",
        docs = docs::attributes(
            &format!("`{}`: {}", variant.wire.plain(), variant.docs).replace("`: ", "` "),
        ),
        deprecated = if variant.deprecated {
            "#[deprecated]"
        } else {
            ""
        },
        name = variant.name
    )
}

fn arms(made: &Enum, arm: impl Fn(&str, &str) -> String) -> String {
    made.variants
        .iter()
        .map(|variant| arm(&variant.name, &wire_pattern(&variant.wire)))
        .collect()
}

fn wire_pattern(literal: &Literal) -> String {
    match literal {
        Literal::Str(text) => quoted(text),
        other => other.plain(),
    }
}

fn refusal() -> String {
    "return ::core::result::Result::Err(__rt::DecodeError::not_allowed(\"a value that the document does not list\"))".to_owned()
}
