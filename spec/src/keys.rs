//! What a tree tells by its keys alone, in one pass: it is made for every document, also where nothing is optimised.

use crate::files::mapped_files;
use crate::value::{Kind, Value};

/// What the keys of a tree tell.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is an answer by itself")]
pub(crate) struct Keys {
    /// Whether it speaks the x-bindery vocabulary.
    pub(crate) vocabulary: bool,
    /// Whether anything looks like a reference to another file; data may, too.
    pub(crate) outward: bool,
    /// Whether schemas are named by `$anchor` or `$dynamicAnchor`.
    pub(crate) anchors: bool,
    /// Whether any reference has something beside it.
    pub(crate) beside: bool,
    /// Whether anything looks like a discriminator.
    pub(crate) discriminators: bool,
    /// Whether any reference may stand where `OpenAPI` has none.
    pub(crate) elsewhere: bool,
}

/// Keys of objects at which `OpenAPI` has no reference. Names may be the same, and so may properties.
const WITHOUT: [&str; 33] = [
    "get",
    "put",
    "post",
    "delete",
    "options",
    "head",
    "patch",
    "trace",
    "query",
    "paths",
    "webhooks",
    "info",
    "contact",
    "license",
    "servers",
    "variables",
    "components",
    "schemas",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "securitySchemes",
    "links",
    "callbacks",
    "pathItems",
    "content",
    "encoding",
    "properties",
    "allOf",
    "anyOf",
    "oneOf",
    "discriminator",
];

impl Keys {
    pub(crate) fn of(root: &Value) -> Self {
        let mut keys = Keys::default();
        keys.look(root, "");
        keys
    }

    /// `under` is the key of the value, or of the list it is in.
    fn look(&mut self, value: &Value, under: &str) {
        match &value.kind {
            Kind::Object(members) => {
                for member in members {
                    self.vocabulary |= member.key.starts_with("x-bindery");
                    self.anchors |= matches!(&*member.key, "$anchor" | "$dynamicAnchor");
                    if &*member.key == "discriminator" {
                        self.discriminators = true;
                        self.outward |= mapped_files(value).next().is_some();
                    }
                    if &*member.key == "$ref" {
                        let text = member.value.as_str();
                        self.outward |= text.is_some_and(|text| !text.starts_with('#'));
                        self.beside |= members.len() > 1;
                        self.elsewhere |=
                            text.is_some() && (under.contains('/') || WITHOUT.contains(&under));
                    }
                    self.look(&member.value, &member.key);
                }
            }
            Kind::Array(items) => {
                for item in items {
                    self.look(item, "");
                }
            }
            _ => {}
        }
    }
}
