//! The places of specs whose values bindings keep as any JSON.

use std::collections::HashMap;
use std::io::Write;

use bindery_codegen::Untyped;
use bindery_spec::pointer::escape;
use bindery_spec::{Document, Kind, Span, Value, plain};
use serde_json::json;

use crate::args::Format;
use crate::error::Error;
use crate::findings::counted;
use crate::lint::place;

/// How many places of all specs there are.
#[derive(Debug, Default)]
pub(crate) struct Untypeds {
    all: usize,
    said: usize,
}

impl Untypeds {
    /// Prints a line for each place of a document.
    pub(crate) fn print(
        &mut self,
        out: &mut dyn Write,
        document: &Document,
        places: &[Untyped],
        format: Format,
    ) -> Result<(), Error> {
        self.all += places.len();
        self.said += places.iter().filter(|place| place.said).count();
        let mut pointers = Pointers::default();
        pointers
            .wanted
            .extend(places.iter().map(|it| (it.span, None)));
        pointers.search(&document.root, &mut String::new());
        for untyped in places {
            let file = document.source.file(untyped.span);
            let pointer = pointers
                .wanted
                .get(&untyped.span)
                .and_then(Option::as_deref);
            match format {
                Format::Text => {
                    let (line, column) = file.line_col(untyped.span.start);
                    let (name, pointer) = (&file.name, pointer.unwrap_or_default());
                    let gap = if pointer.is_empty() { "" } else { ": " };
                    let lost = if untyped.said { "" } else { "lost: " };
                    let text = format!(
                        "{name}:{line}:{column}{gap}{pointer}: {lost}{}",
                        untyped.why
                    );
                    writeln!(out, "{}", plain::line(&text))
                }
                Format::Json => {
                    let mut object = place(&document.source, untyped.span);
                    object["file"] = json!(file.name);
                    object["place"] = json!(pointer);
                    object["why"] = json!(untyped.why);
                    object["lost"] = json!(!untyped.said);
                    writeln!(out, "{}", plain::json(&object.to_string()))
                }
            }
            .map_err(Error::Output)?;
        }
        Ok(())
    }

    /// Such as `3 places as any JSON, 2 of them as the spec says`.
    pub(crate) fn summary(&self) -> String {
        let places = counted(self.all, "place");
        format!("{places} as any JSON, {} as the spec says,", self.said)
    }
}

/// JSON pointers to the places wanted; the first where one text stands in several.
#[derive(Default)]
struct Pointers {
    wanted: HashMap<Span, Option<String>>,
}

impl Pointers {
    fn search(&mut self, value: &Value, pointer: &mut String) {
        self.found(value.span, pointer);
        let length = pointer.len();
        match &value.kind {
            Kind::Object(members) => {
                for member in members {
                    pointer.push('/');
                    pointer.push_str(&escape(&member.key));
                    self.found(member.key_span, pointer);
                    self.search(&member.value, pointer);
                    pointer.truncate(length);
                }
            }
            Kind::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    pointer.push('/');
                    pointer.push_str(&at.to_string());
                    self.search(item, pointer);
                    pointer.truncate(length);
                }
            }
            _ => {}
        }
    }

    fn found(&mut self, span: Span, pointer: &str) {
        if let Some(place @ None) = self.wanted.get_mut(&span) {
            *place = Some(pointer.to_owned());
        }
    }
}
