//! Replies that differ by status.

use super::View;
use super::form::{Form, Schema};
use super::operation::Operation;
use crate::body;
use crate::replies;
use crate::status;
use crate::value::Member;

/// A success among several.
pub(in crate::diff) struct Success<'d> {
    /// Where the document lists it.
    pub(in crate::diff) member: &'d Member,
    /// `None` for one that holds nothing.
    pub(in crate::diff) form: Option<Form<'d>>,
    /// Whether it is for all statuses that are not listed.
    pub(in crate::diff) others: bool,
}

impl<'d> View<'d> {
    /// The successes of an operation, where each is a variant of its reply.
    pub(in crate::diff) fn successes(&self, operation: &Operation<'d>) -> Option<Vec<Success<'d>>> {
        if self.results(operation).is_some() || operation.is_head() {
            return None;
        }
        let all = replies::several(self.doc, operation.value())?.into_iter();
        let each = all.map(|success| {
            let (first, last) = success.range();
            Success {
                member: success.member,
                form: self.held(operation, &success),
                others: first != last,
            }
        });
        Some(each.collect())
    }

    fn held(&self, operation: &Operation<'d>, success: &replies::Success<'d>) -> Option<Form<'d>> {
        let Some(json) = body::json(success.response) else {
            return body::raw(success.response).map(|_| Form::Plain("RawBody"));
        };
        let hint = format!("{}{}", operation.name, status::variant(&success.member.key));
        self.payload(operation, &Schema::new(body::schema_of(json), hint))
    }

    /// All that an operation's replies are made of.
    pub(super) fn received(&self, operation: &Operation<'d>) -> Vec<Form<'d>> {
        match self.successes(operation) {
            Some(all) => all.into_iter().filter_map(|it| it.form).collect(),
            None => self.reply(operation).into_iter().collect(),
        }
    }
}
