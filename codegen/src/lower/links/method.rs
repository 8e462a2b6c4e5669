//! Links that become methods: those each of whose values has a type that the next request takes as it is. Nothing is
//! left out of a link: where one value cannot be carried over, the link is told of and no more.

use std::ptr;

use bindery_spec::link::{Given as Said, Link, Part, Source};
use bindery_spec::names::{self, Scope};
use bindery_spec::{Value, pointer, replies};

use super::{Lower, docs, field_at, one_line, server};
use crate::ir::{
    self, Field, Given, Operation, Place, Reading, Shape, Step, Taken, To, Type, TypeId,
};

impl<'d> Lower<'d> {
    /// The names that methods of a request cannot take.
    pub(super) fn method_names(&self, request: TypeId) -> Scope {
        let mut scope = Scope::of_fields();
        for field in self.request_fields(request) {
            scope.claim(&field.name);
            if let Some(absent) = &field.absent {
                scope.claim(&absent.reader);
            }
        }
        scope
    }

    /// The method of a link from one operation to another.
    pub(super) fn link(
        &self,
        from: usize,
        operation: &'d Value,
        link: &Link<'d>,
        to: usize,
        scope: &mut Scope,
    ) -> Option<ir::Link> {
        let name = scope.claim(&names::link(&link.named.key));
        let succeeds = link.response.key.starts_with('2');
        if !succeeds || server(link).is_some() || link.given.is_empty() {
            return None;
        }
        let ends = Ends {
            lower: self,
            from: &self.api.operations[from],
            to: &self.api.operations[to],
            reply: self.answer(from, operation, link),
        };
        let given = link.given.iter().map(|said| ends.given(said));
        let given = given.collect::<Option<Vec<_>>>()?;
        let asked = ends.asked(&given)?;
        let reads = |(_, given): &(usize, Given)| matches!(given, Given::Read(it) if it.from_reply);
        let reply = given.iter().any(reads).then_some(ends.reply).flatten();
        Some(ir::Link {
            name,
            docs: self.about_link(link, ends.from, ends.to, &given),
            reply: reply.map(|ty| (Scope::with(&asked).claim("reply"), ty.clone())),
            request: ends.to.request,
            given,
        })
    }

    /// What the reply of a link holds; `None` where that is no value, or another than the operation's reply.
    fn answer(&self, from: usize, operation: &'d Value, link: &Link<'d>) -> Option<&Type> {
        let from = &self.api.operations[from];
        if from.results.is_some() || from.reply.is_none() {
            return None;
        }
        let Some(by_status) = self.api.replies(from) else {
            return from.reply.as_ref();
        };
        let mut listed = replies::several(self.doc, operation)?.into_iter();
        let index = listed.position(|it| ptr::eq(it.member, link.response))?;
        by_status.successes.get(index)?.ty.as_ref()
    }

    fn about_link(
        &self,
        link: &Link<'d>,
        from: &Operation,
        to: &Operation,
        given: &[(usize, Given)],
    ) -> String {
        let request = &self.api.types[to.request.0].name;
        let whose = self.whose(link, Some(to));
        let follows = if ptr::eq(from, to) {
            format!(
                "Follows the link `{}`: this request again{whose}.",
                link.named.key
            )
        } else {
            format!("Follows the link `{}`: `{request}`{whose}.", link.named.key)
        };
        let mut said = one_line(&follows);
        let about = docs(link.value);
        if !about.is_empty() {
            said.push_str(&format!("\n\n{about}"));
        }
        let may_lack =
            |(_, given): &(usize, Given)| matches!(given, Given::Read(it) if it.may_lack());
        said.push_str(if given.iter().any(may_lack) {
            "\n\n`None` where a value that it takes is not there."
        } else {
            "\n\nNever `None`, as the document stands."
        });
        said
    }
}

/// The two requests of a link, and the reply between them.
struct Ends<'l, 'd> {
    lower: &'l Lower<'d>,
    from: &'l Operation,
    to: &'l Operation,
    reply: Option<&'l Type>,
}

impl<'d> Ends<'_, 'd> {
    /// What a field of the next request is given.
    fn given(&self, said: &Said<'d>) -> Option<(usize, Given)> {
        if said.astray.is_some() {
            return None;
        }
        let fields = self.lower.request_fields(self.to.request);
        let (index, field) = match said.parameter {
            Some((place, wire)) => field_at(fields, place, wire)?,
            None => whole_body(fields)?,
        };
        if field.applies {
            return None;
        }
        let wanted = besides_null(&field.ty);
        let given = match said.source {
            Source::Constant(value) => Given::Constant(self.lower.standing(value, wanted)?),
            Source::Reply(Part::Body(pointer)) => {
                let mut way = Way::of_reply(self.reply?);
                way.follow(self.lower, &pointer::tokens(pointer)?)?;
                Given::Read(way.end(self.lower, wanted)?)
            }
            Source::Request(part) => Given::Read(self.read_request(part, wanted)?),
            Source::Reply(Part::Named(..))
            | Source::Call(_)
            | Source::Text(_)
            | Source::Malformed(_) => return None,
        };
        Some((index, given))
    }

    fn read_request(&self, part: Part<'_>, wanted: &Type) -> Option<Reading> {
        let fields = self.lower.request_fields(self.from.request);
        let (field, rest) = match part {
            Part::Named(place, wire) => (field_at(fields, place, wire)?.1, Vec::new()),
            Part::Body(pointer) => {
                let mut tokens = pointer::tokens(pointer)?;
                match whole_body(fields) {
                    Some((_, whole)) => (whole, tokens),
                    None if tokens.is_empty() => return None,
                    None => {
                        let first = tokens.remove(0);
                        (member(fields, &first)?, tokens)
                    }
                }
            }
        };
        let mut way = Way::through(field);
        way.follow(self.lower, &rest)?;
        way.end(self.lower, wanted)
    }

    /// What the next request requires beyond what it is given; `None` where a method could not ask for it.
    fn asked(&self, given: &[(usize, Given)]) -> Option<Vec<&str>> {
        if ptr::eq(self.from, self.to) {
            return Some(Vec::new());
        }
        let fields = self
            .lower
            .request_fields(self.to.request)
            .iter()
            .enumerate();
        let is_given = |index: usize| given.iter().any(|(it, _)| *it == index);
        let asked = fields.filter(|(index, field)| field.required && !is_given(*index));
        asked
            .map(|(_, field)| (!field.applies).then_some(&*field.name))
            .collect()
    }
}

/// A way into a value, as far as it has been gone.
struct Way<'t> {
    reading: Reading,
    /// The type of what is there, where it is not nothing.
    ty: &'t Type,
}

impl<'t> Way<'t> {
    fn from(ty: &'t Type, from_reply: bool) -> Self {
        let reading = Reading {
            from_reply,
            steps: Vec::new(),
            taken: Taken::Cloned,
            as_text: false,
        };
        Way { reading, ty }
    }

    fn of_reply(ty: &'t Type) -> Self {
        let mut way = Way::from(ty, true);
        way.step(To::Whole, ty, false);
        way
    }

    fn through(field: &'t Field) -> Self {
        let mut way = Way::from(&field.ty, false);
        way.step_into(field);
        way
    }

    fn step_into(&mut self, field: &'t Field) {
        self.step(To::Field(field.name.clone()), &field.ty, !field.required);
    }

    fn step(&mut self, to: To, ty: &'t Type, perhaps: bool) {
        let perhaps = perhaps || matches!(ty, Type::Nullable(_));
        self.reading.steps.push(Step { to, perhaps });
        self.ty = besides_null(ty);
    }

    /// Goes on by the tokens of a JSON Pointer.
    fn follow(&mut self, lower: &'t Lower<'_>, tokens: &[String]) -> Option<()> {
        for token in tokens {
            let index = || pointer::array_index(token);
            match unboxed(self.ty) {
                Type::Named(id) => {
                    let Shape::Struct(made) = &lower.api.types[id.0].shape else {
                        return None;
                    };
                    self.step_into(member(&made.fields, token)?);
                }
                Type::List { item, .. } => self.step(To::Item(index()?), item, false),
                Type::Tuple(items) => {
                    let index = index()?;
                    self.step(To::Place(index), items.get(index)?, false);
                }
                Type::Map(value) => self.step(To::Key(token.clone()), value, false),
                _ => return None,
            }
        }
        Some(())
    }

    /// The way, where what it ends at is such as is wanted.
    fn end(mut self, lower: &Lower<'_>, wanted: &Type) -> Option<Reading> {
        let ty = unboxed(self.ty);
        let whole = match ty {
            Type::Named(id) => !matches!(lower.api.types[id.0].shape, Shape::Replies(_)),
            ty => lower.api.is_scalar(ty) || *ty == Type::Json,
        };
        self.reading.as_text = *wanted == Type::String && matches!(ty, Type::Bool | Type::Int(_));
        self.reading.taken = match self.ty {
            Type::Bool | Type::Int(_) | Type::Float(_) | Type::Seconds | Type::Millis => {
                Taken::Copied
            }
            Type::Boxed(_) => Taken::OutOfBox,
            _ => Taken::Cloned,
        };
        let fits = self.reading.as_text || ty == wanted;
        (whole && fits).then_some(self.reading)
    }
}

/// The field that is the whole body.
fn whole_body(fields: &[Field]) -> Option<(usize, &Field)> {
    let mut fields = fields.iter().enumerate();
    fields.find(|(_, field)| field.place == Place::WholeBody)
}

/// The field of a member of a body.
fn member<'f>(fields: &'f [Field], wire: &str) -> Option<&'f Field> {
    let mut fields = fields.iter();
    fields.find(|field| field.place == Place::Body && field.wire == wire)
}

fn besides_null(ty: &Type) -> &Type {
    match ty {
        Type::Nullable(inner) => inner,
        ty => ty,
    }
}

fn unboxed(ty: &Type) -> &Type {
    match ty {
        Type::Boxed(inner) => inner,
        ty => ty,
    }
}
