//! The part of a driver that depends on the document: its service, method by method, its credentials, its types by name.
//! Read off the generated text, whose form is the generator's own.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use bindery_spec::Document;
use serde_json::Value;

use super::credentials;

/// A module beside the bindings `source`, which are called `api`.
pub(super) fn glue(source: &str, document: &Document, root: &Value) -> Option<String> {
    let (marker, credentials) = api(source)?;
    let credentials = credentials::expression(credentials, source, root);
    let mut text = format!(
        "use crate::{{Forward, api}};\nuse bindery::{{Operation, json, server::{{Call, Fault, Refuse, Reply}}}};\n\n\
         pub(crate) type Api = api::{marker};\n\n\
         pub(crate) fn credentials() -> <Api as bindery::Api>::Credentials {{\n    {credentials}\n}}\n\n"
    );
    service(source, &mut text);
    conversions(source, document, &mut text);
    Some(text)
}

/// The type that stands for the API, and the type of its credentials.
fn api(source: &str) -> Option<(&str, &str)> {
    let (_, after) = source.split_once("impl __rt::Api for ")?;
    let (marker, after) = after.split_once(" {")?;
    let (_, after) = after.split_once("type Credentials = ")?;
    let (credentials, _) = after.split_once(';')?;
    Some((marker, credentials))
}

fn service(source: &str, text: &mut String) {
    text.push_str(
        "impl api::Service for Forward {\n    \
         fn reject(&self, _: Option<&Call>, fault: &Fault) -> Reply {\n        self.rejected(fault)\n    }\n\n    \
         fn invalid(&self, _: &Call, violations: &bindery::Violations) -> Option<Reply> {\n        \
         self.broken(violations)\n    }\n",
    );
    for (function, request) in methods(source) {
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "\n    async fn {function}(&self, _: &Call, request: api::{request})\n        \
             -> Result<<api::{request} as Operation>::Reply, Refuse<<api::{request} as Operation>::Error>>\n    {{\n        \
             self.send(request).await\n    }}\n"
        );
    }
    text.push_str("}\n\n");
}

/// The methods of the generated trait: name and type of the request.
fn methods(source: &str) -> impl Iterator<Item = (&str, &str)> {
    const BETWEEN: &str = "(&self, call: &__rt::server::Call, request: ";
    source.match_indices(BETWEEN).filter_map(|(at, _)| {
        let (_, function) = source[..at].rsplit_once("fn ")?;
        let (request, _) = source[at + BETWEEN.len()..].split_once(')')?;
        Some((function, request))
    })
}

/// A function that reads and writes again with the type of a component, for each that has a type under its own name.
fn conversions(source: &str, document: &Document, text: &mut String) {
    text.push_str(
        "pub(crate) fn convert(name: &str, from: &[u8]) -> Option<Result<Vec<u8>, bindery::DecodeError>> {\n    match name {\n",
    );
    for (component, name) in types(source, document) {
        let _ = writeln!(
            text,
            "        {component:?} => Some(json::decode::<api::{name}>(from).map(|value| json::encode(&value))),"
        );
    }
    text.push_str("        _ => None,\n    }\n}\n");
}

/// The components whose Rust name is theirs alone, and which can be both read and written.
fn types(source: &str, document: &Document) -> BTreeMap<String, String> {
    let written = implementors(source, "impl __rt::Encode for ");
    let read = implementors(source, "impl __rt::Decode for ");
    let schemas = document.root.get("components");
    let schemas = schemas.and_then(|components| components.get("schemas")?.as_object());
    let mut named: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for schema in schemas.unwrap_or_default() {
        let name = bindery_codegen::request_name(&schema.key);
        named.entry(name).or_default().push(&schema.key);
    }
    named.retain(|name, of| of.len() == 1 && written.contains(&**name) && read.contains(&**name));
    let pairs = named.into_iter().map(|(name, of)| (of.concat(), name));
    pairs.collect()
}

fn implementors<'s>(source: &'s str, head: &str) -> BTreeSet<&'s str> {
    let after = source.split(head).skip(1);
    after
        .filter_map(|after| after.split([' ', '{', '<']).next())
        .collect()
}
