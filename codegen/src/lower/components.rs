//! Rust names of the schemas that have one of their own, the same whichever operations are chosen.

use std::collections::HashMap;
use std::ptr;

use bindery_spec::names::camel;
use bindery_spec::schema::Component;
use bindery_spec::{Finding, Span, Value};

use super::Lower;

/// The schemas named so far, by Rust name: what the document calls them, and where.
type Taken<'d> = HashMap<String, (&'d str, Span)>;

/// A schema that a name goes to.
#[derive(Clone, Copy)]
struct Named<'d> {
    wire: &'d str,
    at: Span,
    /// What `x-bindery-name` may stand on.
    owner: &'d Value,
    schema: &'d Value,
}

impl<'d> Lower<'d> {
    /// Names every component schema, and then those of other files. Two that come to one name by themselves are numbered in
    /// the order of the document, which is said; a name that was chosen twice is an error.
    pub(super) fn name_components(&mut self) {
        let mut taken = Taken::new();
        let schemas = self
            .doc
            .root
            .get("components")
            .and_then(|components| components.get("schemas"));
        for member in schemas.and_then(Value::as_object).unwrap_or_default() {
            let component = Component::named(self.doc, &member.key);
            let named = Named {
                wire: &member.key,
                at: member.key_span,
                owner: &member.value,
                schema: component.map_or(&member.value, |it| it.schema),
            };
            self.name_component(named, &mut taken);
        }
        self.name_foreign(&mut taken);
    }

    /// Names the schemas of other files that no component stands for.
    fn name_foreign(&mut self, taken: &mut Taken<'d>) {
        for foreign in self.doc.foreign_schemas() {
            // An index of schemas refers on: the name goes to what it names.
            let Ok(schema) = self.doc.resolve(foreign.schema) else {
                continue;
            };
            let named = Named {
                wire: foreign.name,
                at: foreign.at,
                owner: foreign.schema,
                schema,
            };
            self.name_component(named, taken);
        }
    }

    fn name_component(&mut self, named: Named<'d>, taken: &mut Taken<'d>) {
        let schema = ptr::from_ref(named.schema);
        if self.components.contains_key(&schema) {
            return;
        }
        let mut chosen = self.type_named(named.owner);
        if chosen.is_none() && !ptr::eq(named.owner, named.schema) {
            chosen = self.type_named(named.schema);
        }
        let is_chosen = chosen.is_some();
        let name = chosen.unwrap_or_else(|| camel(named.wire));
        if let Some(&first) = taken.get(&name) {
            self.named_alike(&name, first, named, is_chosen);
        }
        taken.insert(name.clone(), (named.wire, named.at));
        let name = self.names.claim(&name);
        self.components.insert(schema, name);
    }

    fn named_alike(&mut self, name: &str, first: (&str, Span), named: Named<'_>, chosen: bool) {
        let (other, span) = first;
        let wire = named.wire;
        let message = if other == wire {
            format!("two schemas `{wire}` are both called `{name}` in Rust")
        } else {
            format!("the schemas `{other}` and `{wire}` are both called `{name}` in Rust")
        };
        let (code, at) = ("duplicate-name", named.at);
        let finding = if chosen {
            Finding::error(code, at, message).help("choose another `x-bindery-name`")
        } else {
            let help = "the second has a number, unless one has an `x-bindery-name`";
            Finding::warning(code, at, message).help(help)
        };
        let finding = finding.label(format!("`{name}` again"));
        self.findings
            .push(finding.note(span, format!("`{name}` first")));
    }
}
