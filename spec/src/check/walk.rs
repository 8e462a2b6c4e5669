//! One pass over every object whose place is known. Names and data are never taken for keywords.

use crate::check::place::{Place, Shape};
use crate::check::slips::Slips;
use crate::check::{discriminator, extensions, keywords, order, references, required, schema};
use crate::document::Document;
use crate::files::is_beyond;
use crate::finding::Finding;
use crate::value::{Kind, Member, Value};

/// What bindings make of a schema at fault.
const ANY_JSON: &str = "its values are any JSON";
/// What they make of a part of a schema that cannot be had.
const NOTHING_SAID: &str =
    "it says nothing of values: what it would add or rule out is passed over";
/// What they make of anything else.
const PASSED_OVER: &str = "bindings pass it over";

/// Checks what can be judged place by place.
pub(super) fn check(document: &Document, slips: Slips, findings: &mut Vec<Finding>) {
    let mut walk = Walk {
        document,
        slips,
        names: required::Names::default(),
        findings,
    };
    walk.object(Place::Document, &document.root, &document.root);
    for (shape, place, value) in document.parts() {
        walk.child(shape, place, value, value);
    }
}

struct Walk<'a, 'f> {
    document: &'a Document,
    slips: Slips,
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
            let finding = Finding::wrong_type(what, expected, value);
            let instead = if is_schema { ANY_JSON } else { PASSED_OVER };
            self.findings.push(self.slips.judge(finding, instead));
            return;
        };
        let whole = if place == Place::SchemaPart {
            whole
        } else {
            value
        };
        extensions::check(place, members, self.slips, self.findings);
        self.reference(Shape::One, place, value);
        if let Some(finding) = references::check(self.document, place, value) {
            let instead = if is_schema { ANY_JSON } else { PASSED_OVER };
            self.findings.push(self.slips.judge(finding, instead));
        }
        keywords::check(place, members, self.slips, self.findings);
        if is_schema {
            schema::check(self.document, value, self.findings);
            discriminator::check(self.document, value, self.slips, self.findings);
            required::check(self.document, value, whole, &mut self.names, self.findings);
            order::check(self.document, value, self.findings);
        }
        let children = place.children();
        for member in members {
            if let Some((_, shape, child)) = children.iter().find(|(key, ..)| *key == &*member.key)
            {
                match misshapen(member, *shape, *child) {
                    Some(finding) => self.findings.push(self.slips.judge(finding, PASSED_OVER)),
                    None => self.child(*shape, *child, &member.value, whole),
                }
            }
        }
    }

    fn child(&mut self, shape: Shape, place: Place, value: &'a Value, whole: &'a Value) {
        if !matches!(shape, Shape::One | Shape::Table) {
            self.reference(shape, place, value);
        }
        match (shape, &value.kind) {
            (Shape::One, _) => self.object(place, value, whole),
            (Shape::List, Kind::Array(items)) => {
                for item in items {
                    self.object(place, item, whole);
                }
            }
            (Shape::Map, Kind::Object(members)) => {
                for member in members.iter().filter(|it| !is_reference(it)) {
                    self.object(place, &member.value, whole);
                }
            }
            (Shape::Table, Kind::Object(_)) => self.table(place, value),
            (Shape::Tables, Kind::Object(members)) => {
                for member in members.iter().filter(|it| !is_reference(it)) {
                    self.table(place, &member.value);
                }
            }
            _ => {}
        }
    }

    /// An object of names that may itself be extended, or be a reference.
    fn table(&mut self, place: Place, value: &'a Value) {
        let members = value.as_object().unwrap_or_default();
        extensions::check(Place::Other, members, self.slips, self.findings);
        self.reference(Shape::Table, place, value);
        for member in members {
            if !member.key.starts_with("x-") && &*member.key != "$ref" {
                self.object(place, &member.value, &member.value);
            }
        }
    }

    /// Complains about a reference that leads nowhere, or that nobody follows.
    fn reference(&mut self, shape: Shape, place: Place, value: &Value) {
        // Among names, `$ref` may be one.
        let reference = value.get("$ref");
        let reference = reference.filter(|it| shape == Shape::One || it.as_str().is_some());
        let Some(reference) = reference else {
            return;
        };
        let instead = match place {
            Place::Schema if shape == Shape::One => ANY_JSON,
            Place::SchemaPart if shape == Shape::One => NOTHING_SAID,
            _ => PASSED_OVER,
        };
        let finding = match self.document.target(value) {
            // Why the file cannot be had has been said.
            Err(_) if self.slips.are_forgiven() && self.is_unreadable(reference) => return,
            Err(lost) => lost.finding(self.findings),
            Ok(_) if reference.as_str().is_some() && is_beyond(shape, place, value) => {
                let message = "OpenAPI has no reference here, and this one is not followed";
                let finding = Finding::error("reference-not-followed", reference.span, message);
                finding.label("what it names is lost")
            }
            Ok(_) => return,
        };
        self.findings.push(self.slips.judge(finding, instead));
    }

    fn is_unreadable(&self, reference: &Value) -> bool {
        let mut noticed = self.document.noticed.iter();
        noticed.any(|it| it.code == "unreadable-file" && it.span == reference.span)
    }
}

/// Whether a member of an object of names is a reference in place of all of them.
fn is_reference(member: &Member) -> bool {
    &*member.key == "$ref" && member.value.as_str().is_some()
}

/// The complaint about the value of a key that does not hold its objects as it should.
fn misshapen(member: &Member, shape: Shape, place: Place) -> Option<Finding> {
    let expected = match (shape, &member.value.kind) {
        (Shape::One, _) if place != Place::Other => return None,
        (Shape::List, Kind::Array(_)) => return None,
        (Shape::List, Kind::Object(members)) if members.iter().any(is_reference) => return None,
        (Shape::List, _) => "an array",
        (_, Kind::Object(_)) => return None,
        _ => "an object",
    };
    let finding = Finding::wrong_type(&format!("`{}`", member.key), expected, &member.value);
    Some(match member.value.as_str() {
        Some(text) if &*member.key == "discriminator" => {
            let text = text.escape_debug();
            finding.help(format!("write it as `{{ \"propertyName\": \"{text}\" }}`"))
        }
        _ => finding,
    })
}
