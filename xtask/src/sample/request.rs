//! One whole request of an operation.

use serde_json::Value;

use super::parameter::{self, Written};
use super::{Described, Description, Extent, Sampler, body};
use crate::drive::Sent;

/// A request of the operation; the text says why there is none.
pub(crate) fn request(
    description: &Description,
    operation: &Described,
    extent: Extent,
) -> Result<Sent, String> {
    let sampler = Sampler {
        description,
        extent,
        sending: true,
    };
    let mut draft = Draft::new(operation);
    for parameter in &operation.parameters {
        draft.parameter(&sampler, parameter)?;
    }
    draft.body(&sampler, operation)?;
    Ok(draft.finish())
}

/// The request with another body, of a media type.
pub(crate) fn with_body(mut request: Sent, media_type: &str, value: &Value) -> Sent {
    let (name, bytes) = body::write(media_type, value);
    request.headers.retain(|(name, _)| name != "content-type");
    request.headers.push(("content-type".to_owned(), name));
    request.body = bytes;
    request
}

struct Draft {
    method: String,
    path: String,
    query: Vec<String>,
    headers: Vec<(String, String)>,
    cookies: Vec<String>,
    body: Vec<u8>,
}

impl Draft {
    fn new(operation: &Described) -> Self {
        Draft {
            method: operation.method.clone(),
            path: operation.path.clone(),
            query: Vec::new(),
            headers: Vec::new(),
            cookies: Vec::new(),
            body: Vec::new(),
        }
    }

    fn parameter(&mut self, sampler: &Sampler<'_>, parameter: &Value) -> Result<(), String> {
        let required = parameter["required"] == true || parameter["in"] == "path";
        let name = parameter["name"].as_str().unwrap_or_default();
        let ignored = ["accept", "content-type", "authorization"];
        let ignored = parameter["in"] == "header" && ignored.contains(&&*name.to_ascii_lowercase());
        if ignored || !(required || sampler.extent == Extent::Full) {
            return Ok(());
        }
        let Some(value) = sampler.parameter(parameter) else {
            return Err(format!("`{name}` has no value"));
        };
        match parameter::write(parameter, &value) {
            Some(Written::Path(name, text)) => {
                self.path = self.path.replace(&format!("{{{name}}}"), &text);
            }
            Some(Written::Query(pairs)) => {
                let pairs = pairs.iter().map(|(name, value)| format!("{name}={value}"));
                self.query.extend(pairs);
            }
            Some(Written::Header(name, text)) => self.headers.push((name, text)),
            Some(Written::Cookie(name, text)) => self.cookies.push(format!("{name}={text}")),
            None => {}
        }
        Ok(())
    }

    fn body(&mut self, sampler: &Sampler<'_>, operation: &Described) -> Result<(), String> {
        let Some((name, media)) = sampler.description.body(operation) else {
            return Ok(());
        };
        let wanted = sampler.description.resolve(&operation.value["requestBody"]);
        if wanted["required"] != true && sampler.extent == Extent::Required {
            return Ok(());
        }
        let made = body::body(sampler, name, media).ok_or("the body has no value")?;
        self.headers.push(("content-type".to_owned(), made.0));
        self.body = made.1;
        Ok(())
    }

    fn finish(mut self) -> Sent {
        if !self.cookies.is_empty() {
            self.headers
                .push(("cookie".to_owned(), self.cookies.join("; ")));
        }
        // Some documents have a query in the path itself.
        let between = if self.path.contains('?') { "&" } else { "?" };
        let target = if self.query.is_empty() {
            self.path
        } else {
            self.path + between + &self.query.join("&")
        };
        Sent {
            method: self.method,
            target,
            headers: self.headers,
            body: self.body,
        }
    }
}
