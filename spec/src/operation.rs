//! The operations of a document, and what each is called: the one list that every stage goes by.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::document::Document;
use crate::value::{Member, Value};
use crate::words::words;

/// The members of a path item that are operations.
pub const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// An operation and where it stands.
#[derive(Clone, Debug)]
pub struct Operation<'d> {
    /// Its `operationId`, or else a name made of method and path.
    pub id: Cow<'d, str>,
    /// The entry of `paths`.
    pub path: &'d Member,
    /// The path item, its reference followed.
    pub item: &'d Value,
    /// The entry of the path item: the method and the operation.
    pub method: &'d Member,
}

impl<'d> Operation<'d> {
    /// The operation itself.
    pub fn value(&self) -> &'d Value {
        &self.method.value
    }
}

/// Every operation, in the order of the document. Where one has no `operationId`, method and path name it, with a number
/// where that name is taken.
///
/// ```
/// use bindery_spec::{Document, operation::operations};
///
/// let text = r#"{ "openapi": "3.1.0", "paths": { "/pets/{petId}": { "get": {}, "put": { "operationId": "feed" } } } }"#;
/// let document = Document::parse("pets.json", text.to_owned()).unwrap();
/// let ids: Vec<_> = operations(&document).into_iter().map(|operation| operation.id).collect();
/// assert_eq!(ids, ["get_pets_by_pet_id", "feed"]);
/// ```
pub fn operations(document: &Document) -> Vec<Operation<'_>> {
    let paths = document.paths().and_then(Value::as_object);
    let mut found = Vec::new();
    for path in paths.unwrap_or_default() {
        let Ok(item) = document.resolve(&path.value) else {
            continue;
        };
        let methods = item.as_object().unwrap_or_default().iter();
        for method in methods.filter(|member| METHODS.contains(&&*member.key)) {
            if method.value.as_object().is_some() {
                let id = given(&method.value).map_or(Cow::Owned(String::new()), Cow::Borrowed);
                found.push(Operation {
                    id,
                    path,
                    item,
                    method,
                });
            }
        }
    }
    name_the_nameless(&mut found);
    found
}

/// The `operationId`, if there is one.
pub fn given(operation: &Value) -> Option<&str> {
    let id = operation.get("operationId")?.as_str()?;
    (!id.is_empty()).then_some(id)
}

fn name_the_nameless(operations: &mut [Operation<'_>]) {
    let mut taken: HashSet<String> = operations.iter().map(|op| op.id.to_string()).collect();
    for operation in operations.iter_mut().filter(|op| op.id.is_empty()) {
        let name = of_path(&operation.method.key, &operation.path.key);
        let mut id = name.clone();
        let mut number = 2;
        while !taken.insert(id.clone()) {
            id = format!("{name}_{number}");
            number += 1;
        }
        operation.id = Cow::Owned(id);
    }
}

/// `get_pets_by_pet_id` for `GET /pets/{petId}`.
fn of_path(method: &str, path: &str) -> String {
    let mut parts = vec![method.to_owned()];
    let mut rest = path;
    while let Some(open) = rest.find('{') {
        parts.extend(words(&rest[..open]));
        let close = rest[open..].find('}').map_or(rest.len(), |at| open + at);
        parts.push("by".to_owned());
        parts.extend(words(&rest[open..close]));
        rest = &rest[close..];
    }
    parts.extend(words(rest));
    parts.join("_")
}
