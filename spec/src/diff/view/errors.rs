//! Failures: rows of codes, families of them, statuses with a body. Each is a variant of one error.

use super::form::{Form, Schema};
use super::operation::Operation;
use super::{View, read};
use crate::body;
use crate::extension::{ErrorFamily, ErrorRow, Name, OperationError, OperationErrors, Results};
use crate::names::{Scope, camel, chosen_camel};
use crate::replies;
use crate::status;
use crate::value::{Member, Value};

/// The variant for everything else.
const OTHER: &str = "Other";

/// The variants of an error.
pub(in crate::diff) struct Failures<'d> {
    /// Each by the name of its variant.
    pub(in crate::diff) rows: Vec<ErrorRow>,
    pub(in crate::diff) families: Vec<Family>,
    pub(in crate::diff) statuses: Vec<Status<'d>>,
}

/// A family as a variant.
pub(in crate::diff) struct Family {
    pub(in crate::diff) variant: String,
    pub(in crate::diff) name: Name,
    pub(in crate::diff) content: ErrorFamily,
}

/// A status with a JSON body, or without any.
pub(in crate::diff) struct Status<'d> {
    pub(in crate::diff) member: &'d Member,
    pub(in crate::diff) variant: String,
    pub(in crate::diff) form: Form<'d>,
}

impl<'d> View<'d> {
    /// The failures of an operation. No reply carries a code where there is no envelope.
    pub(in crate::diff) fn failures(&self, operation: &Operation<'d>) -> Failures<'d> {
        let listed = read::<OperationErrors>(operation.value());
        let listed = listed.filter(|_| self.envelope_of(operation).is_some());
        let entries = listed.map(|listed| listed.entries).unwrap_or_default();
        let mut scope = Scope::with(&[OTHER]);
        let (rows, families) = self.coded(&entries, &mut scope);
        Failures {
            rows,
            families,
            statuses: self.statuses(operation, &mut scope),
        }
    }

    /// The failures of single items.
    pub(in crate::diff) fn item_failures(&self, results: &Results) -> Failures<'d> {
        let (rows, families) = self.coded(&results.errors, &mut Scope::with(&[OTHER]));
        Failures {
            rows,
            families,
            statuses: Vec::new(),
        }
    }

    fn coded(&self, entries: &[OperationError], scope: &mut Scope) -> (Vec<ErrorRow>, Vec<Family>) {
        let (mut rows, mut families) = (Vec::new(), Vec::new());
        for entry in entries {
            match entry {
                OperationError::Own(row) => rows.push(in_rust((**row).clone(), scope)),
                OperationError::FamilyRow(picked) => {
                    let family = self.family(&picked.family);
                    let row = family.and_then(|family| family.row(&picked.name.text));
                    let row = row.map(|row| picked.apply(row));
                    rows.extend(row.map(|row| in_rust(row, scope)));
                }
                OperationError::Family(name) => {
                    families.extend(self.family(name).map(|family| Family {
                        variant: scope.claim(&camel(&name.text)),
                        name: name.clone(),
                        content: named(family),
                    }));
                }
            }
        }
        (rows, families)
    }

    fn family(&self, name: &Name) -> Option<&ErrorFamily> {
        self.families.as_ref()?.family(&name.text)
    }

    fn statuses(&self, operation: &Operation<'d>, scope: &mut Scope) -> Vec<Status<'d>> {
        let responses = operation.value().get("responses");
        let responses = responses.and_then(Value::as_object).unwrap_or_default();
        let failures = responses
            .iter()
            .filter(|it| replies::failure(&it.key).is_some());
        let with_body = failures.filter_map(|member| {
            let response = self.resolve(&member.value);
            let schema = body::schema(response).filter(|_| !operation.is_head());
            if schema.is_none() && !operation.is_head() && !body::is_bare(response) {
                return None;
            }
            let variant = scope.claim(&status::variant(&member.key));
            let hint = format!("{}{variant}", operation.name);
            let form = match schema {
                Some(schema) => self.form(&Schema::new(schema, hint)),
                None => Form::Plain("nothing"),
            };
            Some(Status {
                member,
                variant,
                form,
            })
        });
        with_body.collect()
    }
}

/// A family, its rows by the names of their variants.
fn named(family: &ErrorFamily) -> ErrorFamily {
    let mut scope = Scope::with(&[OTHER]);
    let rows = family.rows.iter().cloned();
    ErrorFamily {
        rows: rows.map(|row| in_rust(row, &mut scope)).collect(),
        ..family.clone()
    }
}

/// The row by the name of its variant.
fn in_rust(mut row: ErrorRow, scope: &mut Scope) -> ErrorRow {
    row.name.text = scope.claim(&chosen_camel(row.name.text));
    row
}
