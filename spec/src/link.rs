//! Links: how a value of one call becomes a parameter of the next. What leads nowhere says so and is of no use to bindings.

mod secret;
mod source;

use std::ptr;

pub use source::{Part, Source};

use crate::document::Document;
use crate::operation::{ADDITIONAL, Operation};
use crate::span::Span;
use crate::value::{Member, Value};

/// A link of a reply.
#[derive(Debug)]
pub struct Link<'d> {
    /// The response it is of: its key is a status, a range of them, or `default`.
    pub response: &'d Member,
    /// The entry of `links`.
    pub named: &'d Member,
    /// The link, its reference followed.
    pub value: &'d Value,
    /// The operation it leads to, as an index into all operations.
    pub target: Result<usize, Astray>,
    /// What it gives that operation, in the order of the document; the body last.
    pub given: Vec<Given<'d>>,
}

/// A value that a link gives an operation.
#[derive(Debug)]
pub struct Given<'d> {
    /// The parameter's place and name; `None` for the body.
    pub parameter: Option<(&'d str, &'d str)>,
    /// What it is.
    pub source: Source<'d>,
    /// Whether what is given is kept out of documentation.
    pub secret: bool,
    /// Why it can be given to nobody.
    pub astray: Option<Astray>,
    /// The entry of the link.
    pub member: &'d Member,
}

impl Given<'_> {
    /// The words for it in documentation, seen from the request.
    pub fn described(&self) -> String {
        match self.source {
            Source::Constant(_) | Source::Text(_) if self.secret => source::AS_IT_IS.to_owned(),
            source => source.described(),
        }
    }
}

/// Why something of a link leads nowhere.
#[derive(Debug, Clone)]
pub struct Astray {
    /// Where the document says it.
    pub at: Span,
    /// The whole sentence.
    pub why: String,
}

/// Whether any reply of an operation has links.
pub fn has_links(document: &Document, operation: &Value) -> bool {
    replies(document, operation).any(|(_, reply)| reply.get("links").is_some())
}

/// The responses of an operation, those that are references followed.
fn replies<'d>(
    document: &'d Document,
    operation: &'d Value,
) -> impl Iterator<Item = (&'d Member, &'d Value)> {
    let responses = operation.get("responses").and_then(Value::as_object);
    let responses = responses.unwrap_or_default().iter();
    responses.filter_map(|response| Some((response, document.resolve(&response.value).ok()?)))
}

/// The links of all replies of an operation; `operations` are all there are.
pub fn links<'d>(
    document: &'d Document,
    operations: &[Operation<'d>],
    from: &Operation<'d>,
) -> Vec<Link<'d>> {
    let mut found = Vec::new();
    for (response, reply) in replies(document, from.value()) {
        let named = reply.get("links").and_then(Value::as_object);
        for named in named.unwrap_or_default() {
            // A reference that leads nowhere is an error of its own.
            if let Ok(value) = document.resolve(&named.value) {
                let target = target(document, operations, value);
                let to = target.as_ref().ok().map(|index| &operations[*index]);
                let ends = Ends {
                    document,
                    from,
                    reply,
                    to,
                };
                found.push(Link {
                    response,
                    named,
                    given: ends.given(value),
                    value,
                    target,
                });
            }
        }
    }
    found
}

fn target<'d>(
    document: &'d Document,
    operations: &[Operation<'d>],
    link: &'d Value,
) -> Result<usize, Astray> {
    let (at, found, why) = if let Some(id) = link.get("operationId") {
        let named = id.as_str();
        let found = operations.iter().position(|it| Some(&*it.id) == named);
        (id, found, "no operation is called that".to_owned())
    } else if let Some(reference) = link.get("operationRef") {
        let why = "the link leads to no operation of this document".to_owned();
        (reference, referred(document, operations, reference), why)
    } else {
        let why = "the link names no operation".to_owned();
        return Err(Astray { at: link.span, why });
    };
    found.ok_or(Astray { at: at.span, why })
}

/// The operation at a reference, which may go through a path item that is a reference itself.
fn referred(document: &Document, operations: &[Operation<'_>], reference: &Value) -> Option<usize> {
    if let Ok(found) = document.follow(reference) {
        return operations.iter().position(|it| ptr::eq(found, it.value()));
    }
    let (_, tokens) = document.address(reference).ok()?;
    let (paths, path, method) = match &*tokens {
        [paths, path, method] => (paths, path, method),
        [paths, path, key, method] if key == ADDITIONAL => (paths, path, method),
        _ => return None,
    };
    let here = reference.as_str()?.starts_with('#') && paths == "paths";
    let is_it = |it: &Operation<'_>| *it.path.key == **path && *it.method.key == **method;
    operations.iter().position(|it| here && is_it(it))
}

/// The two calls of a link.
struct Ends<'e, 'd> {
    document: &'d Document,
    from: &'e Operation<'d>,
    reply: &'d Value,
    /// `None` where it leads to no operation.
    to: Option<&'e Operation<'d>>,
}

impl<'d> Ends<'_, 'd> {
    fn given(&self, link: &'d Value) -> Vec<Given<'d>> {
        let parameters = link.get("parameters").and_then(Value::as_object);
        let parameters = parameters.unwrap_or_default().iter();
        let body = link.member("requestBody");
        let parameters = parameters.map(|member| (member, self.parameter(member)));
        let all = parameters.chain(body.map(|member| (member, self.body(member))));
        let mut given: Vec<Given<'d>> = Vec::new();
        for (member, taken) in all {
            let taken = taken.and_then(|taken| once(taken, &given, member));
            let source = Source::of(&member.value);
            let leads = || source.fault(self.document, self.from, self.reply);
            let lost = || {
                leads().map(|why| Astray {
                    at: member.value.span,
                    why,
                })
            };
            let parameter = *taken.as_ref().unwrap_or(&None);
            given.push(Given {
                parameter,
                secret: self.takes_secret(parameter),
                astray: taken.err().or_else(lost),
                source,
                member,
            });
        }
        given
    }

    /// The parameter that a link's entry is for.
    fn parameter(&self, member: &'d Member) -> Result<Option<(&'d str, &'d str)>, Astray> {
        let Some(to) = self.to else {
            return Ok(None);
        };
        let places = ["path", "query", "header", "cookie"];
        let qualified = member
            .key
            .split_once('.')
            .filter(|(place, _)| places.contains(place));
        let is_it = |it: &Parameter<'_>| match qualified {
            Some((place, name)) => place == it.place && it.is_called(name),
            None => it.is_called(&member.key),
        };
        let found = parameters(self.document, to).find(is_it);
        found
            .map(|it| Some((it.place, it.name)))
            .ok_or_else(|| Astray {
                at: member.key_span,
                why: format!("`{}` has no parameter `{}`", to.id, member.key),
            })
    }

    fn body(&self, member: &'d Member) -> Result<Option<(&'d str, &'d str)>, Astray> {
        match self.to {
            Some(to) if to.value().get("requestBody").is_none() => Err(Astray {
                at: member.key_span,
                why: format!("`{}` takes no body", to.id),
            }),
            _ => Ok(None),
        }
    }
}

/// What a link gives twice would be lost once.
fn once<'d>(
    taken: Option<(&'d str, &'d str)>,
    before: &[Given<'d>],
    member: &Member,
) -> Result<Option<(&'d str, &'d str)>, Astray> {
    match taken {
        Some((place, name)) if before.iter().any(|it| it.parameter == taken) => Err(Astray {
            at: member.key_span,
            why: format!("the link gives the {place} parameter `{name}` twice"),
        }),
        _ => Ok(taken),
    }
}

/// A parameter of an operation.
struct Parameter<'d> {
    place: &'d str,
    name: &'d str,
    value: &'d Value,
}

impl Parameter<'_> {
    /// Names of headers have no case.
    fn is_called(&self, name: &str) -> bool {
        self.name == name || self.place == "header" && self.name.eq_ignore_ascii_case(name)
    }
}

/// The parameters of an operation, those of the path item last.
fn parameters<'d>(
    document: &'d Document,
    operation: &Operation<'d>,
) -> impl Iterator<Item = Parameter<'d>> {
    let holders = [operation.value(), operation.item].into_iter();
    let listed = holders.filter_map(|holder| holder.get("parameters")?.as_array());
    let found = listed.flatten().filter_map(|it| document.resolve(it).ok());
    found.filter_map(|value| {
        Some(Parameter {
            place: value.get("in")?.as_str()?,
            name: value.get("name")?.as_str()?,
            value,
        })
    })
}
