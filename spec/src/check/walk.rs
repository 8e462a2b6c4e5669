//! One pass over every object whose place is known. Names and data are never taken for keywords.

use crate::check::place::{Place, Shape};
use crate::check::{extensions, keywords, order, references, required, schema};
use crate::document::Document;
use crate::finding::Finding;
use crate::value::{Kind, Value};

/// Checks what can be judged place by place.
pub(super) fn check(document: &Document, findings: &mut Vec<Finding>) {
    let mut walk = Walk {
        document,
        names: required::Names::default(),
        findings,
    };
    walk.object(Place::Document, &document.root, &document.root);
}

struct Walk<'a, 'f> {
    document: &'a Document,
    names: required::Names<'a>,
    findings: &'f mut Vec<Finding>,
}

impl<'a> Walk<'a, '_> {
    /// `whole` is the schema a schema part adds to.
    fn object(&mut self, place: Place, value: &'a Value, whole: &'a Value) {
        let is_schema = matches!(place, Place::Schema | Place::SchemaPart);
        if is_schema && value.as_bool().is_some() {
            return;
        }
        let Some(members) = value.as_object() else {
            let expected = if is_schema {
                "an object or a boolean"
            } else {
                "an object"
            };
            let what = match place {
                Place::Other => "this",
                place => place.described(),
            };
            self.findings
                .push(Finding::wrong_type(what, expected, value));
            return;
        };
        let whole = if place == Place::SchemaPart {
            whole
        } else {
            value
        };
        extensions::check(place, members, self.findings);
        self.reference(value);
        self.findings
            .extend(references::check(self.document, place, value));
        keywords::check(place, members, self.findings);
        if is_schema {
            schema::check(self.document, value, self.findings);
            required::check(self.document, value, whole, &mut self.names, self.findings);
            order::check(self.document, value, self.findings);
        }
        let children = place.children();
        for member in members {
            if let Some((_, shape, child)) = children.iter().find(|(key, ..)| *key == &*member.key)
            {
                self.child(&member.key, *shape, *child, &member.value, whole);
            }
        }
    }

    fn child(&mut self, key: &str, shape: Shape, place: Place, value: &'a Value, whole: &'a Value) {
        match (shape, &value.kind) {
            (Shape::One, kind) if place == Place::Other && !matches!(kind, Kind::Object(_)) => {
                self.wrong_type(key, "an object", value);
            }
            (Shape::One, _) => self.object(place, value, whole),
            (Shape::List, Kind::Array(items)) => {
                for item in items {
                    self.object(place, item, whole);
                }
            }
            (Shape::Map, Kind::Object(members)) => {
                for member in members {
                    self.object(place, &member.value, whole);
                }
            }
            (Shape::Table, Kind::Object(_)) => self.table(place, value),
            (Shape::Tables, Kind::Object(members)) => {
                for member in members {
                    self.table(place, &member.value);
                }
            }
            (Shape::List, _) => self.wrong_type(key, "an array", value),
            _ => self.wrong_type(key, "an object", value),
        }
    }

    /// An object of names that may itself be extended, or be a reference.
    fn table(&mut self, place: Place, value: &'a Value) {
        let members = value.as_object().unwrap_or_default();
        extensions::check(Place::Other, members, self.findings);
        self.reference(value);
        for member in members {
            if !member.key.starts_with("x-") && &*member.key != "$ref" {
                self.object(place, &member.value, &member.value);
            }
        }
    }

    fn reference(&mut self, value: &Value) {
        if let Err(lost) = self.document.target(value) {
            self.findings.push(lost.finding(self.findings));
        }
    }

    fn wrong_type(&mut self, key: &str, expected: &str, value: &Value) {
        let finding = Finding::wrong_type(&format!("`{key}`"), expected, value);
        self.findings.push(match value.as_str() {
            Some(text) if key == "discriminator" => {
                let text = text.escape_debug();
                finding.help(format!("write it as `{{ \"propertyName\": \"{text}\" }}`"))
            }
            _ => finding,
        });
    }
}
