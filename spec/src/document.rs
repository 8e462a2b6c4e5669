//! A document: its text, its tree and the components by name. Reads no files and knows no extension.

use std::collections::HashMap;
use std::error::Error;
use std::fmt;

use crate::beside::Beside;
use crate::files::Files;
use crate::finding::{Finding, Severity};
use crate::json;
use crate::keys::Keys;
use crate::made::Made;
use crate::overlay;
use crate::schema::Lazy;
use crate::source::Source;
use crate::span::Span;
use crate::value::{Member, Value};

/// An `OpenAPI` 3.x document with positions.
#[derive(Clone, Debug)]
pub struct Document {
    /// The text and the name its user knows it by.
    pub source: Source,
    /// The tree.
    pub root: Value,
    /// What the readers noticed and [`check`](crate::check) reports.
    pub(crate) noticed: Vec<Finding>,
    /// The files that references name.
    pub(crate) files: Files,
    /// What the document's keys tell; of the vocabulary what its own text and the files it refers to do.
    pub(crate) keys: Keys,
    /// Which schemas are bases of others.
    pub(crate) heirs: Lazy,
    components: Components,
    /// Schemas put together from several of its own.
    pub(crate) made: Made,
}

/// Positions in `components`, so that a reference costs no search: section, then name, to index.
type Components = HashMap<Box<str>, HashMap<Box<str>, usize>>;

/// A tree and what was noticed about it, or why there is none.
pub(crate) type Parsed = Result<(Value, Vec<Finding>), Vec<Finding>>;

/// How a text is read.
pub(crate) type Parse = fn(&str) -> Parsed;

impl Document {
    /// Reads a document. `name` is its path as the user wrote it, for messages.
    ///
    /// What spoils only a part, such as a repeated key, is left to [`check`](crate::check).
    ///
    /// # Errors
    ///
    /// The text is not JSON, or its root is no `OpenAPI` 3.x document.
    ///
    /// ```
    /// let text = r#"{ "openapi": "3.1.0", }"#.to_owned();
    /// let findings = bindery_spec::Document::parse("api.json", text).unwrap_err();
    /// assert!(findings.to_string().contains("--> api.json:1:21"));
    /// ```
    pub fn parse(name: &str, text: String) -> Result<Self, Findings> {
        Self::read(Source::new(name, text), json::parse)
    }

    /// Reads a document in YAML, as far as it says what JSON could say. `name` is its path as the user wrote it.
    ///
    /// What an alias stands for keeps the place of its anchor.
    ///
    /// # Errors
    ///
    /// The text is not YAML, JSON has no such data, or its root is no `OpenAPI` 3.x document.
    ///
    /// ```
    /// let text = "openapi: 3.1.0\ninfo: { title: Demo, version: '1' }\npaths: {}\n".to_owned();
    /// let document = bindery_spec::Document::parse_yaml("api.yaml", text).unwrap();
    /// let version = document.root.at("/info/version").unwrap();
    /// assert_eq!(document.line_col(version.span.start), (2, 31));
    /// ```
    #[cfg(feature = "yaml")]
    pub fn parse_yaml(name: &str, text: String) -> Result<Self, Findings> {
        Self::read(Source::new(name, text), crate::yaml::parse)
    }

    fn read(source: Source, parse: Parse) -> Result<Self, Findings> {
        let parsed = parse(&source.text).and_then(|(root, noticed)| {
            let version = version(&root);
            version
                .map(|()| (root, noticed))
                .map_err(|finding| vec![finding])
        });
        match parsed {
            Ok((mut root, noticed)) => {
                let keys = Keys::of(&root);
                if keys.beside {
                    Beside::of(&root).lay_out(&mut root);
                }
                let components = index(&root);
                Ok(Self {
                    source,
                    root,
                    noticed,
                    files: Files::default(),
                    keys,
                    heirs: Lazy::default(),
                    components,
                    made: Made::default(),
                })
            }
            Err(list) => Err(Findings { source, list }),
        }
    }

    /// Lays an overlay over the document: a file of the `OpenAPI` Initiative's format, 1.0 or 1.1, that says what the
    /// document does not. `name` is its path as the user wrote it. What comes from the overlay has its place there.
    ///
    /// Unlike in other tools, a target that selects nothing is an error, for else a misspelt one would go unseen.
    ///
    /// # Errors
    ///
    /// The text is no overlay, or it asks for something that this document cannot be given.
    ///
    /// ```
    /// use bindery_spec::Document;
    ///
    /// let document = r#"{ "openapi": "3.1.0", "info": { "title": "Demo", "version": "1" } }"#;
    /// let overlay = r#"{
    ///   "overlay": "1.0.0",
    ///   "info": { "title": "A name for Rust", "version": "1" },
    ///   "actions": [{ "target": "$.info", "update": { "x-bindery-name": "Parcels" } }]
    /// }"#;
    /// let document = Document::parse("api.json", document.to_owned())?;
    /// let document = document.with_overlay("rust.overlay.json", overlay.to_owned())?;
    /// let name = document.root.at("/info/x-bindery-name").unwrap();
    /// assert_eq!(name.as_str(), Some("Parcels"));
    /// assert_eq!(document.source.file(name.span).name, "rust.overlay.json");
    /// # Ok::<(), bindery_spec::Findings>(())
    /// ```
    pub fn with_overlay(self, name: &str, text: String) -> Result<Self, Findings> {
        self.under(Source::new(name, text), json::parse)
    }

    /// As [`with_overlay`](Self::with_overlay), with an overlay in YAML.
    #[cfg(feature = "yaml")]
    pub fn with_yaml_overlay(self, name: &str, text: String) -> Result<Self, Findings> {
        self.under(Source::new(name, text), crate::yaml::parse)
    }

    /// Forgets what was known of the tree, and finds its components anew, after it has changed.
    pub(crate) fn reindex(&mut self) {
        self.components = index(&self.root);
        self.heirs = Lazy::default();
        self.made = Made::default();
    }

    fn under(mut self, overlay: Source, parse: Parse) -> Result<Self, Findings> {
        let overlays = self.source.overlays().len();
        self.noticed
            .retain(|finding| usize::from(finding.span.file) <= overlays);
        let parsed = parse(&overlay.text);
        if self.keys.beside {
            Beside::restore(&mut self.root);
        }
        let mut list = overlay::lay(&mut self.root, &mut self.source, overlay, parsed);
        if !has_errors(&list) {
            list.extend(version(&self.root).err());
        }
        if has_errors(&list) {
            let source = self.source;
            return Err(Findings { source, list });
        }
        self.noticed.extend(list);
        self.files = Files::default();
        self.heirs = Lazy::default();
        self.made = Made::default();
        self.keys = Keys {
            vocabulary: self.keys.vocabulary,
            ..Keys::of(&self.root)
        };
        if self.keys.beside {
            Beside::of(&self.root).lay_out(&mut self.root);
        }
        self.components = index(&self.root);
        Ok(self)
    }

    /// The component `name` of a section such as `schemas`, found without a search.
    pub fn component(&self, section: &str, name: &str) -> Option<&Value> {
        self.component_member(section, name)
            .map(|member| &member.value)
    }

    /// As [`component`](Self::component), with the document's own copy of the name.
    pub(crate) fn component_member(&self, section: &str, name: &str) -> Option<&Member> {
        let index = *self.components.get(section)?.get(name)?;
        let members = self.root.get("components")?.get(section)?.as_object()?;
        members.get(index)
    }

    /// The `paths`, their reference followed: they are often a file of their own.
    pub(crate) fn paths(&self) -> Option<&Value> {
        self.resolve(self.root.get("paths")?).ok()
    }

    /// Whether the document speaks the x-bindery vocabulary by itself, and not through an overlay alone: then it was written for
    /// bindings, by somebody who can mend it.
    pub(crate) fn is_own(&self) -> bool {
        self.keys.vocabulary
    }

    /// Line and column of a byte of the document's own text, both counted from 1, columns in characters.
    pub fn line_col(&self, offset: u32) -> (usize, usize) {
        self.source.line_col(offset)
    }

    /// The finding as people read it.
    pub fn render(&self, finding: &Finding) -> String {
        self.source.render(finding)
    }
}

/// Findings together with the text they are about, when there is no [`Document`].
#[derive(Clone, Debug)]
pub struct Findings {
    /// The text that was read.
    pub source: Source,
    /// What is wrong with it; at least one error.
    pub list: Vec<Finding>,
}

impl Findings {
    /// Every finding as people read it.
    pub fn rendered(&self) -> impl Iterator<Item = String> {
        self.list.iter().map(|finding| self.source.render(finding))
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, text) in self.rendered().enumerate() {
            let gap = if i > 0 { "\n\n" } else { "" };
            write!(f, "{gap}{text}")?;
        }
        Ok(())
    }
}

impl Error for Findings {}

/// Whether any of the findings is an error.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings
        .iter()
        .any(|finding| finding.severity == Severity::Error)
}

fn index(root: &Value) -> Components {
    let sections = root
        .get("components")
        .and_then(Value::as_object)
        .unwrap_or_default();
    let mut components = Components::new();
    for section in sections {
        let members = section.value.as_object().unwrap_or_default();
        let names = components.entry(section.key.clone()).or_default();
        for (i, member) in members.iter().enumerate() {
            names.entry(member.key.clone()).or_insert(i);
        }
    }
    components
}

/// Refuses what cannot be read as `OpenAPI` 3.x at all.
fn version(root: &Value) -> Result<(), Finding> {
    let start = Span::start_of_file();
    if root.as_object().is_none() {
        return Err(Finding::wrong_type(
            "an OpenAPI document",
            "an object",
            root,
        ));
    }
    if let Some(old) = root.member("swagger") {
        let message = "this is a Swagger 2 document, OpenAPI 3 is needed";
        return Err(Finding::error("not-openapi", old.key_span, message)
            .help("convert it first, for example with swagger2openapi"));
    }
    let Some(version) = root.get("openapi") else {
        let message = "this is no OpenAPI document: `openapi` is missing";
        return Err(Finding::error("not-openapi", start, message)
            .help("begin the root object with `\"openapi\": \"3.1.0\"`"));
    };
    match version.as_str() {
        Some(text) if text == "3" || text.starts_with("3.") => Ok(()),
        Some(text) => {
            let message = format!("OpenAPI {text} is not supported");
            Err(Finding::error("not-openapi", version.span, message).label("3.1.0 is"))
        }
        None => Err(Finding::wrong_type(
            "`openapi`",
            "a version such as \"3.1.0\"",
            version,
        )),
    }
}
