//! The members of a value of the caller's own: listed once, by the derive, for everything that is done with them.

use std::marker::PhantomData;

use super::{Rule, SendAs};
use crate::check::{Checker, token};
use crate::json::{DecodeError, Kind, Reader, Writer};
use crate::operation::{Parts, Style};
use crate::server::Place;
use crate::upload::Upload;

/// A type that lists its members.
pub trait Own {
    /// Hands every member that is there to `m`.
    fn members(&self, m: &mut Members<'_>);
}

/// What is done with the members of a value.
#[derive(Debug)]
pub struct Members<'a>(Job<'a>);

#[derive(Debug)]
enum Job<'a> {
    /// Writes those of the body.
    Body(&'a mut Writer),
    /// Writes those of path, query and headers, and a member that is the whole body.
    Parts(&'a mut Parts),
    /// Checks all.
    Check(&'a mut Checker),
    /// Keeps the JSON of one, known by its place and name.
    Find(&'a str, &'a str, Option<Vec<u8>>),
}

/// A value and what the API takes it for: with the types out of sight, what follows is compiled once.
trait Value {
    fn write(&self, w: &mut Writer);
    fn check(&self, c: &mut Checker);
}

struct Part<'a, T: ?Sized, S>(&'a T, PhantomData<S>);

impl<T: SendAs<S> + ?Sized, S> Value for Part<'_, T, S> {
    fn write(&self, w: &mut Writer) {
        self.0.write_as(w);
    }

    fn check(&self, c: &mut Checker) {
        self.0.check_as(c);
    }
}

impl Members<'_> {
    /// A member of the body.
    pub fn body<T: SendAs<S> + ?Sized, S>(
        &mut self,
        name: &'static str,
        value: &T,
        rules: &[Rule],
    ) {
        self.0.body(name, &Part(value, PhantomData), rules);
    }

    /// A parameter; `style` says how a list is written.
    pub fn parameter<T: SendAs<S> + ?Sized, S>(
        &mut self,
        place: Place,
        name: &'static str,
        style: Style,
        value: &T,
        rules: &[Rule],
    ) {
        let value = &Part(value, PhantomData);
        self.0.parameter(place, name, style, value, rules);
    }

    /// The whole body; it has no name.
    pub fn whole_body<T: SendAs<S> + ?Sized, S>(
        &mut self,
        name: &'static str,
        value: &T,
        rules: &[Rule],
    ) {
        let value = &Part(value, PhantomData);
        self.0
            .whole(name, value, rules, Writer::new, &Parts::set_body);
    }

    /// The whole body, which is no JSON.
    pub fn whole_raw(&mut self, body: &(impl Clone + Into<Upload>)) {
        if let Job::Parts(parts) = &mut self.0 {
            parts.raw(&body.clone().into());
        }
    }

    /// The whole body, as a form; it has no name.
    pub fn whole_form<T: SendAs<S> + ?Sized, S>(
        &mut self,
        name: &'static str,
        value: &T,
        rules: &[Rule],
    ) {
        let value = &Part(value, PhantomData);
        self.0
            .whole(name, value, rules, Writer::new, &Parts::set_form);
    }

    /// The whole body, as parts of which some have a documented media type; it has no name.
    pub fn whole_multipart<T: SendAs<S> + ?Sized, S>(
        &mut self,
        name: &'static str,
        value: &T,
        rules: &[Rule],
        types: &[(&'static str, &'static str)],
    ) {
        let value = &Part(value, PhantomData);
        let set = |parts: &mut Parts, w| parts.set_multipart(w, types);
        self.0.whole(name, value, rules, Writer::with_files, &set);
    }
}

impl Job<'_> {
    fn body(&mut self, name: &'static str, value: &dyn Value, rules: &[Rule]) {
        if let Job::Body(w) = self {
            w.name(name);
            value.write(w);
        } else {
            self.other(name, "", value, rules);
        }
    }

    fn parameter(
        &mut self,
        place: Place,
        name: &'static str,
        style: Style,
        value: &dyn Value,
        rules: &[Rule],
    ) {
        let Job::Parts(parts) = self else {
            return self.other(name, &format!("{}/", place.folder()), value, rules);
        };
        let mut w = Writer::new();
        value.write(&mut w);
        parts.set_parameter(place, name, style, w);
    }

    /// The whole body, written to what `start` gives and put into its place by `set`.
    fn whole(
        &mut self,
        name: &'static str,
        value: &dyn Value,
        rules: &[Rule],
        start: fn() -> Writer,
        set: &dyn Fn(&mut Parts, Writer),
    ) {
        if let Job::Parts(parts) = self {
            let mut w = start();
            value.write(&mut w);
            set(parts, w);
        } else {
            self.other(name, "", value, rules);
        }
    }

    /// The jobs that do the same with members of any place.
    fn other(&mut self, name: &str, place: &str, value: &dyn Value, rules: &[Rule]) {
        match self {
            Job::Check(c) => {
                let pointer = format!("{place}{}", token(name));
                c.nested(&pointer, |c| value.check(c));
                if !rules.is_empty() {
                    let json = json(value);
                    for rule in rules {
                        rule.check(c, &pointer, &json);
                    }
                }
            }
            Job::Find(within, wanted, found) if *within == place && *wanted == name => {
                *found = Some(json(value));
            }
            _ => {}
        }
    }
}

fn json(value: &dyn Value) -> Vec<u8> {
    let mut w = Writer::new();
    value.write(&mut w);
    w.into_bytes()
}

/// Writes the members of the body.
pub fn encode<T: Own>(value: &T, w: &mut Writer) {
    value.members(&mut Members(Job::Body(w)));
}

/// Checks every member.
pub fn check<T: Own>(value: &T, c: &mut Checker) {
    value.members(&mut Members(Job::Check(c)));
}

/// Writes parameters, and a member that is the whole body.
pub fn write<T: Own>(value: &T, parts: &mut Parts) {
    value.members(&mut Members(Job::Parts(parts)));
}

/// Whether there is a value at the end of `path`, `*` standing for every item of a list. `place` is where its first member
/// is: `path/`, `query/`, `header/`, `cookie/`, or nothing for the body.
pub fn is_keyed<T: Own>(value: &T, place: &str, path: &[&str]) -> bool {
    let Some((first, rest)) = path.split_first() else {
        return false;
    };
    let mut members = Members(Job::Find(place, first, None));
    value.members(&mut members);
    match members.0 {
        Job::Find(_, _, Some(json)) => Reader::new(&json).is_ok_and(|r| holds(&r, rest)),
        _ => false,
    }
}

fn holds(r: &Reader<'_>, path: &[&str]) -> bool {
    match path.split_first() {
        None => r.peek().is_ok_and(|kind| kind != Kind::Null),
        Some((&"*", rest)) => {
            let mut all = true;
            let read = r.clone().array(&mut |r| {
                all &= holds(r, rest);
                r.skip()
            });
            read.is_ok() && all
        }
        Some((name, rest)) => match r.peek_member(name) {
            Ok(Some(member)) => holds(&member, rest),
            _ => false,
        },
    }
}

/// Checks that the values at the ends of `path` differ; `place` is as of [`is_keyed`].
pub fn distinct<T: Own>(value: &T, c: &mut Checker, place: &str, path: &[&str]) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    let mut members = Members(Job::Find(place, first, None));
    value.members(&mut members);
    let Job::Find(_, _, Some(json)) = members.0 else {
        return;
    };
    let mut found = Vec::new();
    if let Ok(r) = Reader::new(&json) {
        // What this crate wrote can be read.
        let _ = collect(&r, rest, &mut Vec::new(), &mut found);
    }
    let first = format!("{place}{}", token(first));
    let wire: Vec<_> = std::iter::once(&*first)
        .chain(rest.iter().copied())
        .collect();
    c.distinct(&wire, &|give| {
        for (indices, value) in &found {
            give(indices, value);
        }
    });
}

/// The values at the ends of `path`, each with the indices on the way.
fn collect(
    r: &Reader<'_>,
    path: &[&str],
    indices: &mut Vec<usize>,
    found: &mut Vec<(Vec<usize>, String)>,
) -> Result<(), DecodeError> {
    let Some((first, rest)) = path.split_first() else {
        if r.peek()? != Kind::Null {
            found.push((indices.clone(), r.clone().raw()?.as_str().to_owned()));
        }
        return Ok(());
    };
    if *first == "*" {
        let mut index = 0;
        return r.clone().array(&mut |r| {
            indices.push(index);
            collect(r, rest, indices, found)?;
            indices.pop();
            index += 1;
            r.skip()
        });
    }
    match r.peek_member(first)? {
        Some(member) => collect(&member, rest, indices, found),
        None => Ok(()),
    }
}
