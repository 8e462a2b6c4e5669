//! Values of enums and branches of unions.

use super::pairs::pair;
use super::{At, Compare, became};
use crate::diff::kind::Side;
use crate::diff::kinds::api::DESCRIPTION;
use crate::diff::kinds::types as kinds;
use crate::diff::view::choice::{Branch, Listed, Union, listed};
use crate::diff::view::form::{Form, Named};
use crate::diff::view::{docs, flag};
use crate::pointer::escape;
use crate::value::Value;

impl<'d> Compare<'_, 'd> {
    pub(super) fn listed(&mut self, old: &'d Value, new: &'d Value, at: &At) {
        let old = listed(self.old.doc, old);
        let new = listed(self.new.doc, new);
        let pairs = pair(
            old.unwrap_or_default(),
            new.unwrap_or_default(),
            &[&|a, b| a.wire == b.wire, &|a, b| a.name == b.name],
        );
        for (old, new) in &pairs.both {
            self.value(old, new, at);
        }
        for gone in &pairs.old {
            let at = at.only_old(&escape(&gone.wire), gone.at.span);
            self.push(kinds::VALUE_REMOVED, &at, &*gone.name);
        }
        for come in &pairs.new {
            let below = at.only_new(&escape(&come.wire), come.at.span);
            let kind = match at.side {
                Side::Request => kinds::VALUE_ADDED,
                _ => kinds::REPLY_VALUE_ADDED,
            };
            self.push(kind, &below, &*come.name);
        }
    }

    fn value(&mut self, old: &Listed<'d>, new: &Listed<'d>, at: &At) {
        let at = &at.below(&escape(&new.wire), old.at.span, new.at.span);
        let (from, to) = (&old.name, &new.name);
        self.push_if(from != to, kinds::VALUE_RENAMED, at, became(from, to));
        let (from, to) = (&old.wire, &new.wire);
        self.push_if(from != to, kinds::VALUE_REWIRED, at, became(from, to));
        let flags = (flag(old.at, "deprecated"), flag(new.at, "deprecated"));
        let both = [kinds::VALUE_DEPRECATED, kinds::VALUE_UNDEPRECATED];
        self.deprecation(flags, both, at);
        self.push_if(docs(old.at) != docs(new.at), DESCRIPTION, at, "");
    }

    pub(super) fn unions(&mut self, old: &Named<'d>, new: &Named<'d>, at: &At) {
        let (Some(old), Some(new)) = (self.old.union(old), self.new.union(new)) else {
            return;
        };
        let (from, to) = (old.tag, new.tag);
        if from == to {
            let (from, to) = (old.kind, new.kind);
            self.push_if(from != to, kinds::UNION_TAG, at, became(from, to));
        }
        let untagged = from.is_empty() && to.is_empty();
        self.push_if(from != to, kinds::UNION_TAG, at, became(from, to));
        if let (Some(from), Some(to)) = (old.content, new.content) {
            self.push_if(from != to, kinds::UNION_CONTENT, at, became(from, to));
        }
        self.shared(&old, &new, at);
        let same_content = |a: &Branch<'_>, b: &Branch<'_>| matches!((name(&a.form), name(&b.form)), (Some(a), Some(b)) if a == b);
        let pairs = pair(
            old.branches,
            new.branches,
            &[
                &|a, b| a.tag == b.tag,
                &|a, b| a.name == b.name,
                &same_content,
            ],
        );
        for (old, new) in &pairs.both {
            self.branch(old, new, at);
            if untagged && at.is_sent() {
                let at = at.below(&escape(&new.tag), old.at.span, new.at.span);
                self.rules((old.at, &old.form), (new.at, &new.form), &at);
            }
        }
        for gone in &pairs.old {
            let at = at.only_old(&escape(&gone.tag), gone.at.span);
            self.push(kinds::BRANCH_REMOVED, &at, &*gone.name);
        }
        for come in &pairs.new {
            let at = at.only_new(&escape(&come.tag), come.at.span);
            self.push(kinds::BRANCH_ADDED, &at, &*come.name);
        }
    }

    fn branch(&mut self, old: &Branch<'d>, new: &Branch<'d>, at: &At) {
        let at = &at.below(&escape(&new.tag), old.at.span, new.at.span);
        let (from, to) = (&old.name, &new.name);
        self.push_if(from != to, kinds::BRANCH_RENAMED, at, became(from, to));
        let (from, to) = (&old.tag, &new.tag);
        self.push_if(from != to, kinds::BRANCH_RETAGGED, at, became(from, to));
        self.forms(&old.form, &new.form, at);
    }

    /// Two branches of one type: neither has a `From` any more.
    fn shared(&mut self, old: &Union<'d>, new: &Union<'d>, at: &At) {
        let alone = |union: &Union<'d>, form: &str| {
            let all = union.branches.iter().filter_map(|it| name(&it.form));
            all.filter(|name| name == form).count() == 1
        };
        for branch in &new.branches {
            let Some(form) = name(&branch.form) else {
                continue;
            };
            let known = old.branches.iter().any(|it| it.tag == branch.tag);
            if known && alone(old, &form) && !alone(new, &form) {
                let at = at.only_new(&escape(&branch.tag), branch.at.span);
                self.push(kinds::BRANCH_SHARED, &at, form);
            }
        }
    }
}

/// What tells the type of a branch's content from others, where that is certain.
fn name(form: &Form<'_>) -> Option<String> {
    match form {
        Form::Plain(name) => Some((*name).to_owned()),
        Form::Named(named) => Some(named.name.clone()),
        _ => None,
    }
}
