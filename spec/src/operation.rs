//! The operations of a document, and what each is called: the one list that every stage goes by.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::document::Document;
use crate::header::is_name;
use crate::value::{Member, Value};
use crate::words::words;

/// The members of a path item that are operations.
pub const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// The member of a path item that holds operations of any other method, by the name it has in HTTP.
pub const ADDITIONAL: &str = "additionalOperations";

/// The method as it is sent.
///
/// ```
/// use bindery_spec::operation::sent;
///
/// assert_eq!(sent("get"), "GET");
/// assert_eq!(sent("LOCK"), "LOCK");
/// ```
pub fn sent(method: &str) -> Cow<'_, str> {
    let is_known = METHODS
        .iter()
        .any(|known| known.eq_ignore_ascii_case(method));
    if is_known {
        Cow::Owned(method.to_ascii_uppercase())
    } else {
        Cow::Borrowed(method)
    }
}

/// Whether HTTP says of a method that repeating a call changes nothing.
pub fn is_idempotent(method: &str) -> bool {
    let known = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE", "QUERY"];
    known.contains(&&*sent(method))
}

/// Whether replies to a method have no body.
pub fn is_head(method: &str) -> bool {
    method.eq_ignore_ascii_case("head")
}

/// The entries of a path item that are operations.
pub fn of_item(item: &Value) -> impl Iterator<Item = &Member> {
    let members = item.as_object().unwrap_or_default().iter();
    let additional = item.get(ADDITIONAL).and_then(Value::as_object);
    let additional = additional.unwrap_or_default().iter();
    let additional = additional.filter(|member| is_method(item, &member.key));
    let usual = members.filter(|member| METHODS.contains(&&*member.key));
    let all = usual.chain(additional);
    all.filter(|member| member.value.as_object().is_some())
}

/// Whether the name of an additional operation is a method that the path item does not have otherwise.
pub(crate) fn is_method(item: &Value, name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let known = METHODS.contains(&&*lower);
    is_name(name) && !name.starts_with("x-") && !(known && item.get(&lower).is_some())
}

/// An operation and where it stands.
#[derive(Clone, Debug)]
pub struct Operation<'d> {
    /// Its `operationId`, or else a name made of method and path.
    pub id: Cow<'d, str>,
    /// The entry of `paths`.
    pub path: &'d Member,
    /// The path item, its reference followed.
    pub item: &'d Value,
    /// The entry of the path item, or of its additional operations: the method and the operation.
    pub method: &'d Member,
}

impl<'d> Operation<'d> {
    /// The operation itself.
    pub fn value(&self) -> &'d Value {
        &self.method.value
    }
}

/// Every operation, in the order of the document. Where one has no `operationId`, or that of one before, method and path name it,
/// with a number where that name is taken.
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
        for method in of_item(item) {
            let id = given(&method.value).map_or(Cow::Owned(String::new()), Cow::Borrowed);
            found.push(Operation {
                id,
                path,
                item,
                method,
            });
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
    let mut taken: HashSet<String> = HashSet::with_capacity(operations.len());
    for operation in operations.iter_mut() {
        // Of two that have the same name the second is named as if it had none.
        if !taken.insert(operation.id.to_string()) {
            operation.id = Cow::Owned(String::new());
        }
    }
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
    let mut parts = vec![method.to_ascii_lowercase()];
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
