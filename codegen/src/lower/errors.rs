//! Error codes: enums of operations, items and families, and statuses with typed bodies.

use bindery_spec::names::{Scope, camel, chosen_camel};
use bindery_spec::{
    CodeValue, Extension, Finding, Name, OperationError, OperationErrors, RetryClass, Value, body,
    replies, status,
};

use super::body::raw;
use super::{Lower, Place as At, docs};
use crate::ir::{ErrorRow, ErrorSet, FamilyRef, Literal, Status};

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
            statuses: Vec::new(),
            texts: Vec::new(),
        };
        for entry in entries {
            match entry {
                OperationError::Own(row) => set.rows.push(named_row(row, scope)),
                OperationError::FamilyRow(picked) => {
                    let family = self
                        .families
                        .as_ref()
                        .and_then(|families| families.family(&picked.family.text));
                    let row = family.and_then(|family| family.row(&picked.name.text));
                    // One that is not there has been complained of.
                    let row = row.map(|row| picked.apply(row));
                    set.rows.extend(row.map(|row| named_row(&row, scope)));
                }
                OperationError::Family(family) => set.families.extend(self.family(family, scope)),
            }
        }
        set
    }

    /// A family as a variant; its enum is made the first time.
    fn family(&mut self, name: &Name, scope: &mut Scope) -> Option<FamilyRef> {
        let families = self.families.as_ref()?;
        let family = families.family(&name.text)?.clone();
        let variant = scope.claim(&camel(&name.text));
        let docs = family.description.clone().unwrap_or_default();
        let known = self
            .api
            .families
            .iter()
            .find(|set| set.docs == docs && set.name.starts_with(&variant));
        let set = if let Some(set) = known {
            set.name.clone()
        } else {
            let mut scope = Scope::with(&OTHER);
            let rows = family
                .rows
                .iter()
                .map(|row| named_row(row, &mut scope))
                .collect();
            let name = self.names.claim(&format!("{variant}Error"));
            self.api.families.push(ErrorSet {
                name: name.clone(),
                docs: docs.clone(),
                rows,
                families: Vec::new(),
                statuses: Vec::new(),
                texts: Vec::new(),
            });
            name
        };
        Some(FamilyRef {
            variant,
            set,
            docs,
            range: family.range,
        })
    }

    /// Responses for errors that carry a JSON body; exact statuses come before ranges.
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
            let Some(schema) = body::schema(response) else {
                if body::json(response).is_none() {
                    raw(self, response, "of an error is kept as a text");
                }
                continue;
            };
            let variant = scope.claim(&status::variant(&member.key));
            let ty = self.ty(schema, &format!("{name}{variant}"));
            set.statuses.push(Status {
                variant,
                docs: docs(response),
                range,
                ty,
            });
        }
        let texts = replies::texts(self.doc, at.operation).into_iter();
        set.texts = texts
            .filter_map(|member| replies::failure(&member.key))
            .collect();
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
        retry: match row.retry {
            RetryClass::Never => "Never",
            RetryClass::Backoff => "Backoff",
            RetryClass::SlowDown => "SlowDown",
            RetryClass::Resign => "Resign",
            RetryClass::Unclear => "Unclear",
        },
        unknown_outcome: row.unknown_outcome,
    }
}
