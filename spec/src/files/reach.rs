//! From reference to reference into other files, until everything that the document leads to is there.

use std::collections::{HashSet, VecDeque};
use std::ptr;

use super::{FileText, Meant, Part, is_beyond, source, torn};
use crate::beside::Beside;
use crate::check::place::{Place, Shape};
use crate::document::{Document, Findings, has_errors};
use crate::finding::{Finding, Severity};
use crate::keys::Keys;
use crate::reference::{Miss, split};
use crate::schema::Lazy;
use crate::value::{Kind, Value};

impl Document {
    /// Takes the files that the document's references name, and those that these name in turn: `read` is asked for each
    /// once. Of each, only what references lead to is looked at.
    ///
    /// A path is relative to what the document's own name is relative to: beside `specs/api.json`,
    /// `"$ref": "parts/pet.json"` asks for `specs/parts/pet.json`. URLs and absolute paths are never asked for, and what an
    /// overlay refers to is relative to the document. Lay overlays first: one that is laid later drops the files.
    ///
    /// # Errors
    ///
    /// A file cannot be had, for the reason that `read` gives as a whole message, or it is no JSON or YAML.
    ///
    /// ```
    /// use bindery_spec::{Document, FileText, check};
    ///
    /// let text = r#"{
    ///   "openapi": "3.1.0",
    ///   "info": { "title": "Demo", "version": "1" },
    ///   "components": { "schemas": { "Pet": { "$ref": "parts/pet.json" } } }
    /// }"#;
    /// let document = Document::parse("specs/api.json", text.to_owned())?;
    /// let document = document.with_files(|path| match path {
    ///     "specs/parts/pet.json" => Ok(FileText::Json(r#"{ "type": "object" }"#.to_owned())),
    ///     _ => Err(format!("there is no file `{path}`")),
    /// })?;
    /// assert!(check(&document).is_empty());
    /// # Ok::<(), bindery_spec::Findings>(())
    /// ```
    pub fn with_files(
        mut self,
        mut read: impl FnMut(&str) -> Result<FileText, String>,
    ) -> Result<Self, Findings> {
        if !self.keys.outward {
            self.put_in();
            return Ok(self);
        }
        self.heirs = Lazy::default();
        let (mut reach, mut asked, mut list) = (Reach::default(), HashSet::new(), Vec::new());
        reach.inside(Shape::One, Place::Document, &self.root);
        while let Some(link) = reach.open.pop_front() {
            if let Err(Miss::Absent { path, meant }) = self.address(&link.reference)
                && asked.insert((path.clone(), link.told))
            {
                let text = read(&path);
                // A `mapping` that names nothing is told where the discriminator is looked at.
                if text.is_err() && !link.told {
                    continue;
                }
                let taken = text.map(|text| self.take(path, &link.reference, text));
                list.extend(taken.unwrap_or_else(|message| {
                    let finding = unreadable(&link.reference, message);
                    let finding = if link.beyond && !self.is_own() {
                        Finding {
                            severity: Severity::Warning,
                            ..finding.help("bindings pass over what it names")
                        }
                    } else {
                        finding
                    };
                    vec![match meant {
                        Some(meant) => finding.label(format!("did you mean `{meant}`?")),
                        None => finding,
                    }]
                }));
            }
            reach.follow(&self, &link);
        }
        self.files.parts = reach.parts;
        if has_errors(&list) {
            let source = self.source;
            return Err(Findings { source, list });
        }
        self.noticed.extend(list);
        self.put_in();
        Ok(self)
    }

    /// Takes a file; what is wrong with it.
    fn take(&mut self, path: String, reference: &Value, text: FileText) -> Vec<Finding> {
        let (mut source, parse) = source(&path, text);
        let parsed = parse(&source.text);
        match &parsed {
            Err(_) if !torn::is_document(&path, &source.text) => {
                return vec![no_document(&path, reference)];
            }
            // A lone text is whatever the file holds: nothing of it is shown.
            Ok((root, _)) if !torn::holds_more(root) => source.withhold(),
            _ => {}
        }
        let Some(file) = self.source.add_file(source) else {
            let message = "references lead to more files than one document can have";
            return vec![Finding::error("too-many-files", reference.span, message)];
        };
        let (mut root, mut found) = match parsed {
            Ok(read) => read,
            Err(slips) => (Value::null(), slips),
        };
        root.stamp(file);
        for finding in &mut found {
            finding.stamp(file);
        }
        let keys = Keys::of(&root);
        self.keys.vocabulary |= keys.vocabulary;
        self.keys.anchors |= keys.anchors;
        self.keys.discriminators |= keys.discriminators;
        self.keys.elsewhere |= keys.elsewhere;
        if keys.beside {
            Beside::of(&self.root).lay_out(&mut root);
        }
        self.files.add(path, root);
        found
    }
}

fn no_document(path: &str, reference: &Value) -> Finding {
    let message = format!("`{path}` is no document in JSON or YAML");
    Finding::error("unreadable-file", reference.span, message)
        .help("refer to a file that is one, and see that it is whole")
}

fn unreadable(reference: &Value, message: String) -> Finding {
    Finding::error("unreadable-file", reference.span, message)
}

/// A reference, and what it must name.
struct Link {
    reference: Value,
    /// Whether it is a fault that the file cannot be had.
    told: bool,
    shape: Shape,
    place: Place,
    /// Whether `OpenAPI` has no reference there.
    beyond: bool,
}

#[derive(Default)]
struct Reach {
    open: VecDeque<Link>,
    /// What was looked through, and as what.
    seen: HashSet<(*const Value, Place)>,
    listed: HashSet<(*const Value, Shape, Place)>,
    parts: Vec<Part>,
}

impl Reach {
    /// Goes where a reference leads, if it leads anywhere.
    fn follow(&mut self, document: &Document, link: &Link) {
        let Ok((meant, tokens)) = document.address(&link.reference) else {
            return;
        };
        let Ok(value) = meant.walk(document, &tokens) else {
            return;
        };
        let (shape, place) = (link.shape, link.place);
        if let Meant::Other(other) = meant
            && self.listed.insert((ptr::from_ref(value), shape, place))
            && let Some(&file) = document.files.by_path.get(&other.path)
        {
            self.parts.push(Part {
                file,
                tokens,
                shape,
                place,
            });
        }
        self.inside(shape, place, value);
    }

    fn inside(&mut self, shape: Shape, place: Place, value: &Value) {
        let place = match place {
            Place::SchemaPart => Place::Schema,
            place => place,
        };
        match (shape, &value.kind) {
            (Shape::One, _) => self.object(place, value),
            (Shape::List, Kind::Array(items)) => {
                for item in items {
                    self.object(place, item);
                }
            }
            (Shape::List, Kind::Object(_)) => self.link(shape, place, value),
            (Shape::Map, Kind::Object(members)) => {
                self.link(shape, place, value);
                for member in members {
                    self.object(place, &member.value);
                }
            }
            (Shape::Table, Kind::Object(members)) => {
                self.link(shape, place, value);
                let named = members.iter().filter(|it| !it.key.starts_with("x-"));
                for member in named.filter(|it| &*it.key != "$ref") {
                    self.object(place, &member.value);
                }
            }
            (Shape::Tables, Kind::Object(members)) => {
                self.link(shape, place, value);
                for member in members {
                    self.inside(Shape::Table, place, &member.value);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, place: Place, value: &Value) {
        if !self.seen.insert((ptr::from_ref(value), place)) {
            return;
        }
        self.link(Shape::One, place, value);
        if place == Place::Schema {
            self.open.extend(mapped_files(value).map(|reference| Link {
                reference: reference.clone(),
                told: false,
                shape: Shape::One,
                place,
                beyond: false,
            }));
        }
        for (key, shape, child) in place.children() {
            if let Some(value) = value.get(key) {
                self.inside(*shape, *child, value);
            }
        }
    }

    fn link(&mut self, shape: Shape, place: Place, owner: &Value) {
        let reference = owner.get("$ref").filter(|it| it.as_str().is_some());
        if let Some(reference) = reference.cloned() {
            self.open.push_back(Link {
                reference,
                told: true,
                shape,
                place,
                beyond: is_beyond(shape, place, owner),
            });
        }
    }
}

/// The references to files among the values of a schema's `mapping`: a name of a schema has none of these endings.
pub(crate) fn mapped_files(schema: &Value) -> impl Iterator<Item = &Value> {
    let mapping = schema.get("discriminator").and_then(|it| it.get("mapping"));
    let members = mapping.and_then(Value::as_object).unwrap_or_default();
    members.iter().map(|member| &member.value).filter(|value| {
        let (file, _) = split(value.as_str().unwrap_or_default());
        [".json", ".yaml", ".yml"]
            .iter()
            .any(|ending| file.ends_with(ending))
    })
}
