//! The places of an `OpenAPI` document: what stands where, and which extension belongs there. A table, no code to run.

/// What an object of the document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Place {
    Document,
    Info,
    Server,
    Components,
    PathItem,
    Operation,
    Parameter,
    Header,
    RequestBody,
    MediaType,
    Encoding,
    Response,
    SecurityScheme,
    Link,
    /// A schema that stands for itself.
    Schema,
    /// A schema that only adds to the one around it: in `allOf`, `oneOf`, `if` and the like.
    SchemaPart,
    /// An object in which the vocabulary has no word.
    Other,
}

/// How the objects of a place stand under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Shape {
    /// The value itself.
    One,
    /// The items of an array.
    List,
    /// The values of an object whose keys are names.
    Map,
    /// The values of an object whose keys are names, except `x-` keys, which are extensions.
    Table,
    /// The values of the values: callbacks.
    Tables,
}

type Children = &'static [(&'static str, Shape, Place)];

use Place as P;
use Shape::{List, Map, One, Table, Tables};

const SCHEMA: Children = &[
    ("properties", Map, P::Schema),
    ("patternProperties", Map, P::Schema),
    ("additionalProperties", One, P::Schema),
    ("unevaluatedProperties", One, P::Schema),
    ("propertyNames", One, P::Schema),
    ("items", One, P::Schema),
    ("prefixItems", List, P::Schema),
    ("unevaluatedItems", One, P::Schema),
    ("contains", One, P::Schema),
    ("$defs", Map, P::Schema),
    ("allOf", List, P::SchemaPart),
    ("anyOf", List, P::SchemaPart),
    ("oneOf", List, P::SchemaPart),
    ("not", One, P::SchemaPart),
    ("if", One, P::SchemaPart),
    ("then", One, P::SchemaPart),
    ("else", One, P::SchemaPart),
    ("dependentSchemas", Map, P::SchemaPart),
    ("discriminator", One, P::Other),
    ("xml", One, P::Other),
    ("externalDocs", One, P::Other),
];

impl Place {
    /// What stands under which key. What is not listed, such as examples and defaults, is data.
    pub(crate) fn children(self) -> Children {
        match self {
            P::Document => &[
                ("info", One, P::Info),
                ("servers", List, P::Server),
                ("paths", Table, P::PathItem),
                ("webhooks", Map, P::PathItem),
                ("components", One, P::Components),
                ("tags", List, P::Other),
                ("externalDocs", One, P::Other),
            ],
            P::Info => &[("contact", One, P::Other), ("license", One, P::Other)],
            P::Server => &[("variables", Map, P::Other)],
            P::Components => &[
                ("schemas", Map, P::Schema),
                ("responses", Map, P::Response),
                ("parameters", Map, P::Parameter),
                ("requestBodies", Map, P::RequestBody),
                ("headers", Map, P::Header),
                ("securitySchemes", Map, P::SecurityScheme),
                ("links", Map, P::Link),
                ("callbacks", Tables, P::PathItem),
                ("pathItems", Map, P::PathItem),
                ("mediaTypes", Map, P::MediaType),
            ],
            P::PathItem => &[
                ("get", One, P::Operation),
                ("put", One, P::Operation),
                ("post", One, P::Operation),
                ("delete", One, P::Operation),
                ("options", One, P::Operation),
                ("head", One, P::Operation),
                ("patch", One, P::Operation),
                ("trace", One, P::Operation),
                ("query", One, P::Operation),
                ("additionalOperations", Table, P::Operation),
                ("servers", List, P::Server),
                ("parameters", List, P::Parameter),
            ],
            P::Operation => &[
                ("parameters", List, P::Parameter),
                ("requestBody", One, P::RequestBody),
                ("responses", Table, P::Response),
                ("callbacks", Tables, P::PathItem),
                ("servers", List, P::Server),
                ("externalDocs", One, P::Other),
            ],
            P::Parameter | P::Header => {
                &[("schema", One, P::Schema), ("content", Map, P::MediaType)]
            }
            P::RequestBody => &[("content", Map, P::MediaType)],
            P::MediaType => &[
                ("schema", One, P::Schema),
                ("itemSchema", One, P::Schema),
                ("encoding", Map, P::Encoding),
                ("prefixEncoding", List, P::Encoding),
                ("itemEncoding", One, P::Encoding),
            ],
            P::Encoding => &[
                ("headers", Map, P::Header),
                ("encoding", Map, P::Encoding),
                ("prefixEncoding", List, P::Encoding),
                ("itemEncoding", One, P::Encoding),
            ],
            P::Response => &[
                ("headers", Map, P::Header),
                ("content", Map, P::MediaType),
                ("links", Map, P::Link),
            ],
            P::SecurityScheme => &[("flows", One, P::Other)],
            P::Schema | P::SchemaPart => SCHEMA,
            P::Link | P::Other => &[],
        }
    }

    /// The place in words, for messages.
    pub(crate) fn described(self) -> &'static str {
        match self {
            P::Document => "the document",
            P::Info => "`info`",
            P::Server => "a server",
            P::Components => "`components`",
            P::PathItem => "a path item",
            P::Operation => "an operation",
            P::Parameter => "a parameter",
            P::Header => "a header",
            P::RequestBody => "a request body",
            P::MediaType => "a media type",
            P::Encoding => "an encoding",
            P::Response => "a response",
            P::SecurityScheme => "a security scheme",
            P::Link => "a link",
            P::Schema | P::SchemaPart => "a schema",
            P::Other => "this object",
        }
    }
}

/// Where each extension belongs.
pub(crate) const VOCABULARY: [(&str, &[Place]); 13] = [
    ("x-bindery-envelope", &[P::Document, P::Operation]),
    ("x-bindery-errors", &[P::Components, P::Operation]),
    ("x-bindery-results", &[P::Operation]),
    ("x-bindery-limit", &[P::Operation]),
    ("x-bindery-retry", &[P::Operation]),
    ("x-bindery-max-bytes", &[P::Schema, P::SchemaPart]),
    ("x-bindery-order", &[P::Schema, P::SchemaPart]),
    ("x-bindery-time", &[P::Schema, P::SchemaPart]),
    ("x-bindery-applies", &[P::Operation]),
    ("x-bindery-signer", &[P::SecurityScheme]),
    (
        "x-bindery-secret",
        &[P::Schema, P::SchemaPart, P::Parameter],
    ),
    (
        "x-bindery-private",
        &[P::Schema, P::SchemaPart, P::Parameter],
    ),
    (
        "x-bindery-name",
        &[
            P::Schema,
            P::SchemaPart,
            P::Parameter,
            P::Operation,
            P::Server,
            P::Info,
        ],
    ),
];
