//! Enums of strings or integers. Those that replies hold keep values the document does not list.
//! An enum has the impls of the ways it travels, and no others: large documents have thousands of them. For the same reason those of
//! texts derive only what the compiler must see for itself.

use super::Emit;
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
        let derives = match (shown_by_runtime(made), open && made.strings) {
            (true, true) => "Clone, PartialEq",
            (true, false) => "Clone, Copy, PartialEq",
            (false, true) => "Debug, Clone, PartialEq, Eq, Hash",
            (false, false) => "Debug, Clone, Copy, PartialEq, Eq, Hash",
        };
        let template = r"
            $docs
            $case
            #[derive($derives)]
            #[non_exhaustive]
            pub enum $name { $variants $unknown }
        ";
        self.out.push(&fill!(
            template,
            docs = docs::attributes(&self.origins.ty(id, def)),
            case = allow_case(made),
            derives,
            name = def.name,
            variants,
            unknown
        ));
        if def.uses.request {
            self.check_impl(def, "");
        }
        self.enum_impls(def, made, open);
    }

    fn enum_impls(&mut self, def: &TypeDef, made: &Enum, open: bool) {
        let name = &*def.name;
        let wire = if made.strings { STRINGS } else { INTEGERS };
        let to: String = arms(made, |variant, wire| {
            format!("{name}::{variant} => {wire},")
        });
        let unknown = if open {
            format!("{name}::Unknown(found) => found,")
        } else {
            String::new()
        };
        let template = r#"
            $allow
            impl $name {
                #[doc = " The value on the wire."]
                pub fn $getter {
                    match self { $to $unknown }
                }
            }
        "#;
        self.out.push(&fill!(
            template,
            allow = allow_deprecated(made),
            getter = wire.getter,
            name,
            to,
            unknown,
        ));
        if shown_by_runtime(made) {
            let lines: Vec<_> = made.variants.iter().map(line).collect();
            let names = quoted(&lines.join("\n"));
            let template = "__rt::listed_enum!($name, $names);";
            self.out.push(&fill!(template, name, names));
        }
        if self.encodes(def.uses) {
            let template = r"
                impl __rt::Encode for $name {
                    fn encode(&self, w: &mut __rt::Writer) {
                        $write
                    }
                }
            ";
            self.out.push(&fill!(template, name, write = wire.write));
        }
        if self.decodes(def.uses) {
            self.decode_enum(name, made, &wire, open);
        }
        if def.uses.parameter {
            let template = r"
                impl __rt::Param for $name {
                    fn write_param(&self, out: &mut __rt::String) {
                        $param
                    }
                }
            ";
            self.out.push(&fill!(template, name, param = wire.param));
        }
    }

    /// An open enum of texts is a table.
    fn decode_texts(&mut self, name: &str, made: &Enum) {
        let listed = arms(made, |variant, wire| {
            format!("({wire}, {name}::{variant}),")
        });
        let template = r"
            $allow
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    r.listed(&[$listed], $name::Unknown)
                }
            }
        ";
        let allow = allow_deprecated(made);
        self.out.push(&fill!(template, allow, name, listed));
    }

    fn decode_enum(&mut self, name: &str, made: &Enum, wire: &Wire, open: bool) {
        if open && made.strings {
            return self.decode_texts(name, made);
        }
        let from: String = arms(made, |variant, wire| {
            format!("{wire} => {name}::{variant},")
        });
        let other = if open {
            format!("{name}::Unknown(r.unlisted(found)?)")
        } else {
            refusal()
        };
        let template = r"
            $allow
            impl __rt::Decode for $name {
                fn decode(r: &mut __rt::Reader<'_>) -> ::core::result::Result<Self, __rt::DecodeError> {
                    let found = $read;
                    ::core::result::Result::Ok(match $found { $from _ => $other })
                }
            }
        ";
        self.out.push(&fill!(
            template,
            allow = allow_deprecated(made),
            name,
            read = wire.read,
            found = wire.found,
            from,
            other
        ));
    }
}

/// What tells enums of strings and of integers apart.
struct Wire {
    getter: &'static str,
    write: &'static str,
    read: &'static str,
    /// The value read, as patterns match it.
    found: &'static str,
    param: &'static str,
}

const STRINGS: Wire = Wire {
    getter: "as_str(&self) -> &str",
    write: "w.string(self.as_str());",
    read: "r.string()?",
    found: "&*found",
    param: "out.push_str(self.as_str());",
};

const INTEGERS: Wire = Wire {
    getter: "as_i64(self) -> i64",
    write: "w.i64(self.as_i64());",
    read: "r.i64()?",
    found: "found",
    param: "__rt::Param::write_param(&self.as_i64(), out);",
};

/// Whether the runtime can tell the variants by lines of their texts.
fn shown_by_runtime(made: &Enum) -> bool {
    made.strings
        && !made
            .variants
            .iter()
            .any(|it| it.wire.plain().contains(['\n', '\r']))
}

/// A variant's name and its text.
fn line(variant: &Variant) -> String {
    format!("{} {}", variant.name, variant.wire.plain())
}

/// Values that only their case tells apart keep it.
fn allow_case(made: &Enum) -> &'static str {
    let as_written = |variant: &Variant| {
        let name = variant.name.trim_end_matches('_');
        name.contains('_') || !name.starts_with(|c: char| c.is_ascii_uppercase())
    };
    if made.variants.iter().any(as_written) {
        "#[allow(non_camel_case_types)]"
    } else {
        ""
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
        docs = docs::attributes(&docs::after(
            &docs::code(&variant.wire.plain()),
            &variant.docs
        )),
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
