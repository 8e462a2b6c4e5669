//! Parameters, as fields of a request.

use std::borrow::Cow;
use std::collections::HashSet;

use super::choice::constant;
use super::credentials::signed_parameters;
use super::fields::{Field, claimed};
use super::form::{Form, Named, Schema, What};
use super::operation::Operation;
use super::{View, field_named, flag, is_secret, items, template, text};
use crate::names::{Scope, camel, snake};
use crate::parameter::{self, Holds, Style, style};
use crate::schema::{JsonType, Shape, constant as only_value, read};
use crate::value::Value;

/// Headers that `OpenAPI` leaves to the media type and security objects.
const LEFT_OUT: [&str; 3] = ["accept", "content-type", "authorization"];

impl<'d> View<'d> {
    pub(super) fn parameters(
        &self,
        operation: &Operation<'d>,
        scope: &mut Scope,
    ) -> Vec<Field<'d>> {
        let signed = signed_parameters(self, operation.value());
        let (mut seen, mut fields) = (HashSet::new(), Vec::new());
        for holder in [operation.value(), operation.item] {
            for listed in items(holder, "parameters") {
                let parameter = self.resolve(listed);
                let (Some(name), Some(place)) = (text(parameter, "name"), text(parameter, "in"))
                else {
                    continue;
                };
                let known = ["path", "query", "header", "cookie"].contains(&place);
                let left_out = place == "header" && LEFT_OUT.contains(&&*name.to_ascii_lowercase());
                if !known
                    || left_out
                    || !seen.insert(parameter::key(place, name))
                    || signed.iter().any(|it| it == name)
                {
                    continue;
                }
                let shared = listed.ref_name().map(camel);
                let hint = shared.unwrap_or_else(|| format!("{}{}", operation.name, camel(name)));
                fields.push(self.parameter(parameter, (name, place), hint, scope));
            }
        }
        template::fit(operation.path, &signed, scope, &mut fields);
        fields
    }

    fn parameter(
        &self,
        parameter: &'d Value,
        (name, place): (&'d str, &'d str),
        hint: String,
        scope: &mut Scope,
    ) -> Field<'d> {
        let schema = Schema::new(parameter::schema(parameter).unwrap_or(parameter), hint);
        let required = flag(parameter, "required") || place == "path";
        let only = only_value(self.doc, self.resolve(schema.value)).and_then(constant);
        let plain = style(parameter, Holds::Scalar) == Some(Style::Plain);
        let constant = only.filter(|_| required && plain && place != "cookie");
        let form = if is_secret(parameter) {
            let owner = is_secret(self.resolve(schema.value));
            Form::Named(self.named(&schema, What::Secret, owner))
        } else {
            let shape = read(self.doc, schema.value).shape;
            match self.form(&schema).besides_null() {
                Form::Plain("Json") if matches!(shape, Shape::Of(JsonType::Object)) => {
                    Form::Map(None)
                }
                form => form,
            }
        };
        let (form, place) = self.written(form, parameter, place);
        let rust = field_named(parameter).unwrap_or_else(|| snake(name));
        Field {
            wire: name,
            name: claimed(rust, constant.as_deref(), scope),
            reader: String::new(),
            required,
            constant,
            schema,
            form,
            about: parameter,
            place: Cow::Borrowed(place),
            span: parameter.span,
        }
    }

    /// A parameter's form, and where and how it travels. One that bindings do not write is a text of the caller's.
    fn written(&self, form: Form<'d>, parameter: &Value, place: &'d str) -> (Form<'d>, &'d str) {
        match style(parameter, self.holds(&form)) {
            None => (Form::Plain("String"), place),
            Some(style) => (form, travels(place, style)),
        }
    }

    /// How much a style has to write for a value of a form.
    fn holds(&self, form: &Form<'d>) -> Holds {
        match form {
            form if form.is_scalar() => Holds::Scalar,
            Form::Named(named) if self.is_scalar_union(named) => Holds::Scalar,
            Form::List {
                item: Some(item), ..
            } if self.form(item).is_scalar() => Holds::List,
            Form::Map(None) => Holds::Object,
            Form::Map(Some(values)) => self.member_holds(&self.form(values)),
            Form::Named(named) if named.what == What::Struct => {
                let fields = self.fields(named).into_iter();
                let asked = fields.filter(|field| field.constant.is_none());
                let members = asked.map(|field| match &field.form {
                    Form::Map(_) if field.wire.is_empty() => self.holds(&field.form),
                    form => self.member_holds(form),
                });
                members.max().unwrap_or(Holds::Object)
            }
            _ => Holds::Any,
        }
    }

    /// Whether a type is a union without a tag, of scalars alone.
    fn is_scalar_union(&self, named: &Named<'d>) -> bool {
        let union = self.union(named).filter(|_| named.what == What::Union);
        union.is_some_and(|union| {
            union.tag.is_empty() && union.branches.iter().all(|branch| branch.form.is_scalar())
        })
    }

    /// What an object holds that has a member of a form.
    fn member_holds(&self, form: &Form<'d>) -> Holds {
        match form {
            Form::Plain("Json") => Holds::Object,
            Form::Nullable(inner) => self.member_holds(inner),
            form if form.is_scalar() => Holds::Object,
            Form::List {
                item: Some(item), ..
            } if self.form(item).is_scalar() => Holds::ObjectOfLists,
            _ => Holds::Any,
        }
    }
}

/// Where and how a parameter travels, in words.
fn travels(place: &str, style: Style) -> &str {
    match (style, place) {
        (
            Style::Form {
                reserved: true,
                explode: true,
            },
            _,
        ) => "query, reserved characters as they are",
        (
            Style::Form {
                reserved: true,
                explode: false,
            },
            _,
        ) => "query, with `,` between, reserved characters as they are",
        (Style::Form { explode: false, .. }, "query") => "query, with `,` between items",
        (Style::Form { explode: false, .. }, _) => "cookie, with `,` between items",
        (Style::Delimited(' '), _) => "query, with spaces between items",
        (Style::Delimited(_), _) => "query, with `|` between items",
        (Style::DeepObject, _) => "query, names with brackets",
        (Style::Simple { explode: true }, "path") => "path, as `name=value`",
        (Style::Simple { explode: true }, _) => "header, as `name=value`",
        (Style::Label { explode: false }, _) => "path, behind `.`",
        (Style::Label { explode: true }, _) => "path, behind `.`, exploded",
        (Style::Matrix { explode: false }, _) => "path, behind `;` and the name",
        (Style::Matrix { explode: true }, _) => "path, behind `;`, exploded",
        (Style::Json, "path") => "path, as JSON",
        (Style::Json, "query") => "query, as JSON",
        (Style::Json, "header") => "header, as JSON",
        (Style::Json, _) => "cookie, as JSON",
        (Style::Plain | Style::Form { .. } | Style::Simple { .. }, place) => place,
    }
}
