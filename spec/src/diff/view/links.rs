//! Links: what the documentation of bindings tells of them, and which of them are methods.

use std::ptr;

use super::fields::Field;
use super::form::{Form, What};
use super::operation::Operation;
use super::standing::standing;
use super::{View, docs, read, text};
use crate::extension::{Applies, Results};
use crate::link::{Given, Link, Part, Source, has_links, links};
use crate::names::{self, Scope};
use crate::operation::operations;
use crate::pointer;

/// A method that makes the request which a link leads to.
#[derive(PartialEq, Eq)]
pub(in crate::diff) struct Method {
    pub(in crate::diff) name: String,
    /// What its callers write and get.
    pub(in crate::diff) signature: Signature,
    /// What it gives, and where that comes from.
    pub(in crate::diff) given: Vec<String>,
}

#[derive(PartialEq, Eq)]
pub(in crate::diff) struct Signature {
    /// The type of the request that is made.
    made: String,
    takes_reply: bool,
    /// What it asks for.
    asked: Vec<String>,
}

impl<'d> View<'d> {
    /// What is told of the links of an operation's replies.
    pub(in crate::diff) fn links_told(&self, operation: &Operation<'d>) -> Vec<String> {
        let sound = self.sound_links(operation).into_iter();
        sound
            .map(|(link, target)| told(&link, &target.id))
            .collect()
    }

    /// The links that are methods.
    pub(in crate::diff) fn link_methods(&self, operation: &Operation<'d>) -> Vec<Method> {
        let sound = self.sound_links(operation);
        if sound.is_empty() {
            return Vec::new();
        }
        let mut scope = Scope::of_fields();
        let fields = self.request(operation).into_iter();
        for field in fields.filter(|field| field.constant.is_none()) {
            scope.claim(&field.name);
            scope.claim(&field.reader);
        }
        let methods = sound.iter().filter_map(|(link, to)| {
            let name = scope.claim(&names::link(&link.named.key));
            self.method(name, operation, link, to)
        });
        methods.collect()
    }

    /// Links that lead to an operation, and which.
    fn sound_links(&self, operation: &Operation<'d>) -> Vec<(Link<'d>, Operation<'d>)> {
        if !has_links(self.doc, operation.value()) {
            return Vec::new();
        }
        let (all, named) = (operations(self.doc), self.operations());
        let from = all.iter().find(|it| ptr::eq(it.value(), operation.value()));
        let found = from.map(|from| links(self.doc, &all, from));
        let found = found.into_iter().flatten();
        let sound = found.filter_map(|link| {
            let target = *link.target.as_ref().ok()?;
            Some((link, named[target].clone()))
        });
        sound.collect()
    }

    fn method(
        &self,
        name: String,
        from: &Operation<'d>,
        link: &Link<'d>,
        to: &Operation<'d>,
    ) -> Option<Method> {
        let server = link.value.get("server").and_then(|it| text(it, "url"));
        if server.is_some() || !link.response.key.starts_with('2') {
            return None;
        }
        let ends = Ends {
            view: self,
            sent: self.request(from),
            made: self.request(to),
            applies: read(to.value()),
            reply: self.answer(from, link),
        };
        let given = link.given.iter().map(|given| ends.given(given));
        let mut given = given
            .collect::<Option<Vec<_>>>()
            .filter(|it| !it.is_empty())?;
        given.sort();
        let asked = ends.asked(&given).filter(|_| from.id != to.id);
        let asked: Vec<_> = asked.map(|field| field.name.clone()).collect();
        if asked.iter().any(|name| ends.applies_to(name)) {
            return None;
        }
        let reads_reply = |given: &Given<'_>| matches!(given.source, Source::Reply(_));
        Some(Method {
            name,
            signature: Signature {
                made: to.name.clone(),
                takes_reply: link.given.iter().any(reads_reply),
                asked,
            },
            given: given
                .into_iter()
                .map(|(name, source)| format!("{name}: {source}"))
                .collect(),
        })
    }

    /// Whether a value is such as is wanted, or its text is.
    fn fits(&self, found: &Form<'d>, wanted: &Form<'d>) -> bool {
        match (found, wanted) {
            (Form::Plain(found), Form::Plain(wanted)) => {
                let told =
                    *wanted == "String" && (*found == "bool" || found.starts_with(['i', 'u']));
                let whole = is_scalar(found) || *found == "Json";
                told || found == wanted && whole
            }
            (Form::Named(found), Form::Named(wanted)) => {
                found.key() == wanted.key() || self.is_same_union(found, wanted)
            }
            _ => false,
        }
    }

    /// What the reply of a link holds; `None` where that is no value, or another than the operation's reply.
    fn answer(&self, from: &Operation<'d>, link: &Link<'d>) -> Option<Form<'d>> {
        if read::<Results>(from.value()).is_some() {
            return None;
        }
        let Some(by_status) = self.successes(from) else {
            return self.reply(from);
        };
        let mut listed = by_status.into_iter();
        listed.find(|it| ptr::eq(it.member, link.response))?.form
    }
}

/// The two requests of a link, and the reply between them.
struct Ends<'v, 'd> {
    view: &'v View<'d>,
    sent: Vec<Field<'d>>,
    made: Vec<Field<'d>>,
    applies: Option<Applies>,
    reply: Option<Form<'d>>,
}

impl<'d> Ends<'_, 'd> {
    /// The name of the field that is given a value, and where that comes from.
    fn given(&self, given: &Given<'d>) -> Option<(String, String)> {
        if given.astray.is_some() {
            return None;
        }
        let field = match given.parameter {
            Some((place, wire)) => field_at(&self.made, place, wire)?,
            None => whole_body(&self.made)?,
        };
        if self.applies_to(&field.name) {
            return None;
        }
        let wanted = field.form.clone().besides_null();
        let found = match given.source {
            Source::Constant(value) => {
                return standing(value, &wanted).map(|it| (field.name.clone(), it));
            }
            Source::Reply(Part::Body(pointer)) => {
                self.follow(self.reply.clone()?, &pointer::tokens(pointer)?)?
            }
            Source::Request(part) => self.read_request(part)?,
            _ => return None,
        };
        let carried = self.view.fits(&found, &wanted);
        carried.then(|| (field.name.clone(), given.described()))
    }

    fn read_request(&self, part: Part<'_>) -> Option<Form<'d>> {
        let (field, rest) = match part {
            Part::Named(place, wire) => (field_at(&self.sent, place, wire)?, Vec::new()),
            Part::Body(pointer) => {
                let mut tokens = pointer::tokens(pointer)?;
                match whole_body(&self.sent) {
                    Some(whole) => (whole, tokens),
                    None if tokens.is_empty() => return None,
                    None => {
                        let first = tokens.remove(0);
                        (member(&self.sent, &first)?, tokens)
                    }
                }
            }
        };
        self.follow(field.form.clone(), &rest)
    }

    /// Goes into a form by the tokens of a JSON Pointer.
    fn follow(&self, form: Form<'d>, tokens: &[String]) -> Option<Form<'d>> {
        let mut form = form.besides_null();
        for token in tokens {
            let index = || pointer::array_index(token);
            let next = match form {
                Form::Named(named) if named.what == What::Struct => {
                    let fields = self.view.fields(&named);
                    member(&fields, token)?.form.clone()
                }
                Form::List { item, .. } => index().and_then(|_| Some(self.view.form(&item?)))?,
                Form::Tuple(items) => self.view.form(items.get(index()?)?),
                Form::Map(values) => self.view.form(&values?),
                _ => return None,
            };
            form = next.besides_null();
        }
        Some(form)
    }

    /// What the next request requires beyond what it is given.
    fn asked(&self, given: &[(String, String)]) -> impl Iterator<Item = &Field<'d>> {
        let required = self
            .made
            .iter()
            .filter(|it| it.required && it.constant.is_none());
        required.filter(|field| !given.iter().any(|(name, _)| *name == field.name))
    }

    /// Whether a field names the resource whose kind the operation is told.
    fn applies_to(&self, name: &str) -> bool {
        let of = self
            .applies
            .as_ref()
            .and_then(|applies| applies.of.tokens.first());
        let mut fields = self.made.iter();
        fields.any(|field| field.name == name && of.is_some_and(|of| *of == *field.wire))
    }
}

fn is_scalar(plain: &'static str) -> bool {
    Form::Plain(plain).is_scalar()
}

/// The field of a parameter.
fn field_at<'f, 'd>(fields: &'f [Field<'d>], place: &str, wire: &str) -> Option<&'f Field<'d>> {
    let named = |it: &&Field<'_>| {
        it.wire == wire || place == "header" && it.wire.eq_ignore_ascii_case(wire)
    };
    let mut fields = fields.iter().filter(|it| it.constant.is_none());
    fields.find(|it| it.place.starts_with(place) && named(it))
}

/// The field that is the whole body.
fn whole_body<'f, 'd>(fields: &'f [Field<'d>]) -> Option<&'f Field<'d>> {
    let mut fields = fields.iter().filter(|it| !is_property(it));
    fields.find(|it| it.place.starts_with("body") && it.wire.is_empty())
}

/// The field of a member of a body.
fn member<'f, 'd>(fields: &'f [Field<'d>], wire: &str) -> Option<&'f Field<'d>> {
    let mut fields = fields.iter().filter(|it| it.constant.is_none());
    fields.find(|it| it.place.starts_with("body") && it.wire == wire && is_property(it))
}

/// A whole body, and what keeps members that no property names, are not called anything, as a property may be too.
fn is_property(field: &Field<'_>) -> bool {
    ptr::eq(field.about, field.schema.value)
}

fn told(link: &Link<'_>, id: &str) -> String {
    let sound = link.given.iter().filter(|given| given.astray.is_none());
    let values: Vec<_> = sound
        .map(|given| (given.parameter, given.described()))
        .collect();
    let server = link.value.get("server").and_then(|it| text(it, "url"));
    let status = &link.response.key;
    format!("{status} {id} {values:?} {server:?} {}", docs(link.value))
}
