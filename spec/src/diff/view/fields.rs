//! The members of objects and requests, as fields.

use std::borrow::Cow;

use super::choice::constant;
use super::form::{Form, Named, Schema};
use super::uses::Ways;
use super::{View, docs, field_named, flag};
use crate::names::{Scope, camel, snake};
use crate::schema::{Properties, Rest, Way, constant as only_value, one_way};
use crate::span::Span;
use crate::value::{Kind, Member, Value};

/// What describes a field that the document does not speak of by itself.
static NOTHING: Value = Value {
    span: Span::start_of_file(),
    kind: Kind::Null,
};

/// A member of an object, or a parameter.
pub(in crate::diff) struct Field<'d> {
    pub(in crate::diff) wire: &'d str,
    /// Numbered where another field has it.
    pub(in crate::diff) name: String,
    /// The method that gives the default where the member is absent, if its type has one.
    pub(in crate::diff) reader: String,
    pub(in crate::diff) required: bool,
    /// The one value of a member that is written for the caller.
    pub(in crate::diff) constant: Option<String>,
    pub(in crate::diff) schema: Schema<'d>,
    pub(in crate::diff) form: Form<'d>,
    /// The object that describes it: the schema, or the parameter.
    pub(in crate::diff) about: &'d Value,
    /// Where it travels: `path`, `query`, `header` or `body`, and in which form.
    pub(in crate::diff) place: Cow<'d, str>,
    pub(in crate::diff) span: Span,
}

impl Field<'_> {
    /// Whether the Rust field is an `Option`.
    pub(in crate::diff) fn is_option(&self) -> bool {
        !self.required || self.form.is_nullable()
    }
}

impl<'d> View<'d> {
    /// The fields of a struct.
    pub(in crate::diff) fn fields(&self, named: &Named<'d>) -> Vec<Field<'d>> {
        let mut whole = vec![named.schema];
        whole.extend(&named.beside);
        let properties = Properties::of_all(self.doc, &whole);
        let mut scope = Scope::of_fields();
        let mut fields = self.property_fields(&properties, &named.name, &named.omitted, &mut scope);
        let rest = rest(&properties, named, &mut scope);
        let ways = self.reached.of(named);
        fields.retain_mut(|field| settle(field, one_way(self.doc, field.schema.value), ways));
        if let Some(media) = named.parts {
            self.mark_parts(&mut fields, media);
        }
        fields.extend(rest);
        self.name_readers(&mut fields);
        fields
    }

    pub(super) fn property_fields(
        &self,
        properties: &Properties<'d>,
        owner: &str,
        omitted: &[String],
        scope: &mut Scope,
    ) -> Vec<Field<'d>> {
        let kept = properties
            .members
            .iter()
            .filter(|member| !omitted.iter().any(|key| **key == *member.key));
        let fields = kept.map(|member| {
            let tag = properties.tag(&member.key);
            let required = tag.is_some() || properties.requires(&member.key);
            self.member_field(member, owner, required, tag, scope)
        });
        let mut fields: Vec<_> = fields.collect();
        let said = |tag: &str| properties.get(tag).is_some() || omitted.iter().any(|it| it == tag);
        let undeclared = properties.tags.iter().filter(|(tag, _)| !said(tag));
        fields.extend(undeclared.map(|(tag, value)| settled(tag, value)));
        fields
    }

    fn member_field(
        &self,
        member: &'d Member,
        owner: &str,
        required: bool,
        tag: Option<&str>,
        scope: &mut Scope,
    ) -> Field<'d> {
        let value = &member.value;
        let schema = Schema::new(value, format!("{owner}{}", camel(&member.key)));
        let only = only_value(self.doc, self.resolve(value)).and_then(constant);
        let constant = tag.map(str::to_owned).or(only.filter(|_| required));
        let name = field_named(value).unwrap_or_else(|| snake(&member.key));
        Field {
            wire: &member.key,
            name: claimed(name, constant.as_deref(), scope),
            reader: String::new(),
            required,
            constant,
            form: self.form(&schema),
            schema,
            about: value,
            place: Cow::Borrowed("body"),
            span: member.key_span,
        }
    }

    pub(in crate::diff) fn properties(&self, schema: &'d Value) -> Properties<'d> {
        Properties::of(self.doc, schema)
    }

    /// What the document says of a field.
    pub(in crate::diff) fn field_docs(&self, field: &Field<'d>) -> &'d str {
        let own = docs(field.about);
        if own.is_empty() {
            docs(self.resolve(field.schema.value))
        } else {
            own
        }
    }

    /// Whether values are made with `new`, which takes the required fields in order.
    pub(in crate::diff) fn is_plain(fields: &[Field<'d>]) -> bool {
        let asked = fields
            .iter()
            .filter(|it| it.required && it.constant.is_none());
        let asked: Vec<_> = asked.collect();
        asked.len() <= 2 && asked.iter().all(|field| field.form.is_scalar())
    }
}

/// A tag that no property speaks of, and that is written for the caller.
fn settled<'d>(tag: &'d str, value: &str) -> Field<'d> {
    Field {
        wire: tag,
        name: snake(tag),
        reader: String::new(),
        required: true,
        constant: Some(value.to_owned()),
        schema: Schema::new(&NOTHING, ""),
        form: Form::Plain("String"),
        about: &NOTHING,
        place: Cow::Borrowed("body"),
        span: Span::start_of_file(),
    }
}

/// The name of a field; what is written for the caller is none, and takes no name from others.
pub(super) fn claimed(name: String, constant: Option<&str>, scope: &mut Scope) -> String {
    match constant {
        Some(_) => name,
        None => scope.claim(&name),
    }
}

/// The field that keeps members no property names.
fn rest<'d>(
    properties: &Properties<'d>,
    named: &Named<'d>,
    scope: &mut Scope,
) -> Option<Field<'d>> {
    let values = match properties.rest? {
        Rest::Any(_) | Rest::Heirs(_) => None,
        Rest::Of(values) => Some(Schema::new(values, format!("{}Value", named.name))),
    };
    Some(Field {
        wire: "",
        name: scope.claim("additional_properties"),
        reader: String::new(),
        required: false,
        constant: None,
        schema: Schema::new(named.schema, ""),
        form: Form::Map(values),
        about: &NOTHING,
        place: Cow::Borrowed("body"),
        span: named.schema.span,
    })
}

/// Whether a type has a member that travels one way; where the type travels both, it is not required.
fn settle(field: &mut Field<'_>, way: Option<Way>, ways: Ways) -> bool {
    let (there, other) = match way {
        None => return true,
        Some(Way::Reply) => (ways.received, ways.sent),
        Some(Way::Request) => (ways.sent, ways.received),
    };
    if field.constant.is_none() && other {
        field.required = false;
    }
    // Before it is known which way a type travels, it has all its members.
    there || !other || field.constant.is_some()
}

/// A parameter's or a property's `deprecated`.
pub(in crate::diff) fn is_deprecated(field: &Field<'_>) -> bool {
    flag(field.about, "deprecated")
}
