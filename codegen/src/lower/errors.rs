//! Error codes: enums of operations, items and families, and statuses with typed bodies.

use bindery_spec::names::{Scope, camel, chosen_camel, shout};
use bindery_spec::operation::is_head;
use bindery_spec::{
    CodeValue, ErrorFamily, Extension, Finding, Name, OperationError, OperationErrors, RetryClass,
    Value, body, replies, status,
};

use super::body::raw;
use super::{Lower, Place as At, docs, json_type};
use crate::ir::{
    CodeFamily, EnvelopeUse, ErrorRow, ErrorSet, FamilyRef, FamilyRows, Literal, Status,
};

/// Variants that error enums have anyway.
const OTHER: [&str; 1] = ["Other"];

impl<'d> Lower<'d> {
    pub(super) fn operation_errors(&mut self, at: At<'d>, name: &str, enveloped: bool) -> ErrorSet {
        let listed = OperationErrors::of(at.operation, &mut self.findings);
        let mut entries = listed.map(|listed| listed.entries).unwrap_or_default();
        if !enveloped && !entries.is_empty() {
            entries.clear();
            self.findings.push(codes_without_envelope(at.operation));
        }
        let mut scope = Scope::with(&OTHER);
        let mut set = self.error_set(&entries, &format!("{name}Error"), &mut scope);
        self.statuses(at, name, &mut scope, &mut set);
        set
    }

    pub(super) fn item_errors(&mut self, entries: &[OperationError], name: &str) -> ErrorSet {
        self.error_set(
            entries,
            &format!("{name}ItemError"),
            &mut Scope::with(&OTHER),
        )
    }

    fn error_set(&mut self, entries: &[OperationError], name: &str, scope: &mut Scope) -> ErrorSet {
        let name = self.names.claim(name);
        let mut set = ErrorSet {
            name,
            docs: String::new(),
            rows: Vec::new(),
            families: Vec::new(),
            picked: Vec::new(),
            statuses: Vec::new(),
            texts: Vec::new(),
        };
        for entry in entries {
            match entry {
                OperationError::Own(row) => set.rows.push(named_row(row, scope)),
                OperationError::FamilyRow(picked) => {
                    // What is not there has been complained of.
                    let Some((index, family)) = self.numbered(&picked.family) else {
                        continue;
                    };
                    let row = family.row(&picked.name.text).map(|row| picked.apply(row));
                    set.rows.extend(row.map(|row| named_row(&row, scope)));
                    if !set.picked.contains(&index) {
                        set.picked.push(index);
                    }
                }
                OperationError::Family(family) => set.families.extend(self.family(family, scope)),
            }
        }
        set
    }

    /// A family and its number among all.
    fn numbered(&self, name: &Name) -> Option<(usize, &ErrorFamily)> {
        let families = self.families.as_ref()?.families.iter();
        let mut families = families.enumerate();
        families.find(|(_, family)| family.name.text == name.text)
    }

    /// A family as a variant; its enum is made the first time.
    fn family(&mut self, name: &Name, scope: &mut Scope) -> Option<FamilyRef> {
        let families = self.families.as_ref()?;
        let family = families.family(&name.text)?.clone();
        let variant = scope.claim(&camel(&name.text));
        let docs = family.description.clone().unwrap_or_default();
        let set = if let Some(set) = self.family_enums.get(&family.name.text) {
            set.clone()
        } else {
            let rows = family_rows(&family);
            let name = self.names.claim(&format!("{variant}Error"));
            self.api.families.push(ErrorSet {
                name: name.clone(),
                docs: docs.clone(),
                rows,
                families: Vec::new(),
                picked: Vec::new(),
                statuses: Vec::new(),
                texts: Vec::new(),
            });
            self.family_enums.insert(family.name.text, name.clone());
            name
        };
        Some(FamilyRef {
            variant,
            set,
            docs,
            range: family.range,
        })
    }

    /// All families, for codes that operations do not list. They are asked where replies carry codes.
    pub(super) fn code_families(&mut self) {
        let mut operations = self.api.operations.iter();
        let coded = operations.any(|it| it.envelope != EnvelopeUse::None || it.results.is_some());
        let Some(families) = self.families.as_ref().filter(|_| coded) else {
            return;
        };
        let mut tables = Scope::default();
        for family in &families.families {
            let made = self.family_enums.get(&family.name.text).cloned();
            let rows = made.map_or_else(
                || {
                    let table = format!("{}_CODES", shout(&family.name.text));
                    FamilyRows::Table(tables.claim(&table), family_rows(family))
                },
                FamilyRows::Enum,
            );
            self.api.code_families.push(CodeFamily {
                rows,
                range: family.range,
                rest: family.rest.map(|it| (class(it.retry), it.unknown_outcome)),
            });
        }
    }

    /// Responses for errors that carry a JSON body or none; exact statuses come before ranges.
    fn statuses(&mut self, at: At<'d>, name: &str, scope: &mut Scope, set: &mut ErrorSet) {
        let responses = at
            .operation
            .get("responses")
            .and_then(Value::as_object)
            .unwrap_or_default();
        for member in responses {
            let Some(range) = replies::failure(&member.key) else {
                continue;
            };
            let Some(response) = self.resolve(&member.value) else {
                continue;
            };
            // A reply to `HEAD` has no body, whatever is said of it.
            let schema = body::schema(response).filter(|_| !is_head(at.method));
            self.note_schemaless(body::json(response).filter(|_| schema.is_some()));
            if schema.is_none() && !is_head(at.method) && !body::is_bare(response) {
                raw(self, response, "of an error is kept as a text");
                continue;
            }
            let variant = scope.claim(&status::variant(&member.key));
            let ty = schema.map(|schema| {
                let ty = self.ty(schema, &format!("{name}{variant}"));
                self.no_private(schema, &ty);
                ty
            });
            set.statuses.push(Status {
                variant,
                docs: docs(response),
                range,
                ty,
                json_type: json_type(response),
            });
        }
        if !is_head(at.method) {
            let texts = replies::texts(self.doc, at.operation).into_iter();
            set.texts = texts
                .filter_map(|member| replies::failure(&member.key))
                .collect();
        }
        set.statuses
            .sort_by_key(|status| status.range.1 - status.range.0);
    }
}

/// Codes that no reply can carry are left out.
fn codes_without_envelope(operation: &Value) -> Finding {
    let at = operation.get(OperationErrors::KEY).unwrap_or(operation);
    Finding::warning(
        "codes-without-envelope",
        at.span,
        "these codes can never come: no envelope says where a reply carries its code",
    )
    .help("give the document or the operation an `x-bindery-envelope`")
}

pub(super) fn literal_of(code: &CodeValue) -> Literal {
    match code {
        CodeValue::Int(code) => Literal::Int(*code),
        CodeValue::Str(code) => Literal::Str(code.clone()),
    }
}

fn named_row(row: &bindery_spec::ErrorRow, scope: &mut Scope) -> ErrorRow {
    let note =
        |label: &str, text: &Option<String>| text.as_ref().map(|text| format!("{label} {text}."));
    let notes = [
        note("Since", &row.since),
        note("Last listed", &row.until),
        note("Source:", &row.source),
    ];
    ErrorRow {
        name: scope.claim(&chosen_camel(row.name.text.clone())),
        code: literal_of(&row.code.value),
        meaning: row.description.clone(),
        reaction: row.reaction.clone().unwrap_or_default(),
        notes: notes.into_iter().flatten().collect::<Vec<_>>().join(" "),
        retry: class(row.retry),
        unknown_outcome: row.unknown_outcome,
    }
}

/// The rows of a family, each by the name of its variant.
fn family_rows(family: &ErrorFamily) -> Vec<ErrorRow> {
    let mut scope = Scope::with(&OTHER);
    let rows = family.rows.iter();
    rows.map(|row| named_row(row, &mut scope)).collect()
}

/// The variant of the runtime's `Retry`.
fn class(class: RetryClass) -> &'static str {
    match class {
        RetryClass::Never => "Never",
        RetryClass::Backoff => "Backoff",
        RetryClass::SlowDown => "SlowDown",
        RetryClass::Resign => "Resign",
        RetryClass::Unclear => "Unclear",
    }
}
