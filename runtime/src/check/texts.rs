//! What holds texts that one rule is about, each with its place. Knows no rule.

use std::collections::BTreeMap;

use super::Checker;
use crate::list::List;

/// A text, one that may be absent, or all those of a list or map.
pub trait Texts {
    /// Gives `rule` every text, and the name of what holds it: this value's own is `name`.
    fn each_text(&self, c: &mut Checker, name: &str, rule: &dyn Fn(&mut Checker, &str, &str));
}

impl Texts for String {
    fn each_text(&self, c: &mut Checker, name: &str, rule: &dyn Fn(&mut Checker, &str, &str)) {
        rule(c, name, self);
    }
}

impl<T: Texts> Texts for Option<T> {
    fn each_text(&self, c: &mut Checker, name: &str, rule: &dyn Fn(&mut Checker, &str, &str)) {
        if let Some(value) = self {
            value.each_text(c, name, rule);
        }
    }
}

impl<T: Texts> Texts for [T] {
    fn each_text(&self, c: &mut Checker, name: &str, rule: &dyn Fn(&mut Checker, &str, &str)) {
        c.each(name, self, |c, name, item| item.each_text(c, name, rule));
    }
}

impl<T: Texts> Texts for Vec<T> {
    fn each_text(&self, c: &mut Checker, name: &str, rule: &dyn Fn(&mut Checker, &str, &str)) {
        self.as_slice().each_text(c, name, rule);
    }
}

impl<T: Texts, const MIN: usize, const MAX: usize> Texts for List<T, MIN, MAX> {
    fn each_text(&self, c: &mut Checker, name: &str, rule: &dyn Fn(&mut Checker, &str, &str)) {
        self.as_slice().each_text(c, name, rule);
    }
}

impl<T: Texts> Texts for BTreeMap<String, T> {
    fn each_text(&self, c: &mut Checker, name: &str, rule: &dyn Fn(&mut Checker, &str, &str)) {
        c.each_member(name, self, |c, name, value| value.each_text(c, name, rule));
    }
}
