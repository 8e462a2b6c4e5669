//! A document as plain JSON, its references followed on demand, its operations by the names the generator gives them.

use bindery_spec::Document;
use bindery_spec::operation::operations;
use serde_json::Value;

/// A document.
pub(crate) struct Description {
    pub(crate) root: Value,
    pub(crate) operations: Vec<Described>,
}

/// An operation.
#[derive(Debug, Clone)]
pub(crate) struct Described {
    pub(crate) id: String,
    /// In capitals.
    pub(crate) method: String,
    /// The template, without what no request carries.
    pub(crate) path: String,
    pub(crate) value: Value,
    /// The operation's own, then those of its path.
    pub(crate) parameters: Vec<Value>,
}

impl Description {
    /// `text` is what `document` was read from.
    pub(crate) fn new(text: &str, document: &Document) -> serde_json::Result<Self> {
        let root: Value = serde_json::from_str(text)?;
        let mut description = Description {
            root,
            operations: Vec::new(),
        };
        let all = operations(document).into_iter();
        let described = all.map(|operation| {
            description.operation(&operation.id, &operation.path.key, &operation.method.key)
        });
        description.operations = described.collect();
        Ok(description)
    }

    fn operation(&self, id: &str, path: &str, method: &str) -> Described {
        let item = self.resolve(&self.root["paths"][path]);
        let value = item[method].clone();
        let mut parameters: Vec<Value> = Vec::new();
        let places = [&value["parameters"], &item["parameters"]];
        for parameter in places.into_iter().filter_map(Value::as_array).flatten() {
            let parameter = self.resolve(parameter);
            let same = |other: &Value| {
                other["name"] == parameter["name"] && other["in"] == parameter["in"]
            };
            if !parameters.iter().any(same) {
                parameters.push(parameter.clone());
            }
        }
        let (path, _) = path.split_once('#').unwrap_or((path, ""));
        Described {
            id: id.to_owned(),
            method: bindery_spec::operation::sent(method).into_owned(),
            path: path.to_owned(),
            value,
            parameters,
        }
    }

    /// What a value refers to, over as many steps as it takes; a reference to nothing is `null`.
    pub(crate) fn resolve<'v>(&'v self, mut value: &'v Value) -> &'v Value {
        const STEPS: usize = 32;
        for _ in 0..STEPS {
            let Some(target) = value.get("$ref").and_then(Value::as_str) else {
                return value;
            };
            let pointer = target.strip_prefix('#').unwrap_or("/no file but this");
            let pointer = percent_decoded(pointer);
            value = self.root.pointer(&pointer).unwrap_or(&Value::Null);
        }
        &Value::Null
    }

    /// The schema of a response's JSON, `null` where the document has none: of the very status, its class, or any.
    pub(crate) fn response_schema<'v>(
        &'v self,
        operation: &'v Described,
        status: u16,
    ) -> &'v Value {
        let responses = &operation.value["responses"];
        let class = format!("{}XX", status / 100);
        let keys = [
            &*status.to_string(),
            &*class,
            &*class.to_lowercase(),
            "default",
        ];
        let response = keys.iter().find_map(|key| responses.get(key));
        let content = response.and_then(|response| self.resolve(response)["content"].as_object());
        let media = content.and_then(|content| content.iter().find(|(name, _)| is_json(name)));
        media.map_or(&Value::Null, |(_, media)| &media["schema"])
    }

    /// The body of a request: media type and what the document says of it.
    pub(crate) fn body<'v>(&'v self, operation: &'v Described) -> Option<(&'v str, &'v Value)> {
        let body = self.resolve(operation.value.get("requestBody")?);
        let content = body["content"].as_object()?;
        let form = |(name, _): &(&String, &Value)| is_form(name);
        let found = content
            .iter()
            .find(|(name, _)| is_json(name))
            .or_else(|| content.iter().find(form))
            .or_else(|| content.iter().next());
        found.map(|(name, media)| (&**name, media))
    }
}

pub(crate) fn is_form(text: &str) -> bool {
    media_type(text) == FORM
}

/// HTML forms.
pub(super) const FORM: &str = "application/x-www-form-urlencoded";

/// A media type without its parameters, in small letters.
pub(crate) fn media_type(text: &str) -> String {
    let (name, _) = text.split_once(';').unwrap_or((text, ""));
    name.trim().to_ascii_lowercase()
}

pub(crate) fn is_json(text: &str) -> bool {
    let name = media_type(text);
    matches!(&*name, "application/json" | "text/json" | "*/*") || name.ends_with("+json")
}

/// A text without its percent-encoding; what is not encoded stays.
pub(crate) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(byte) = byte.filter(|_| *first == b'%') {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
