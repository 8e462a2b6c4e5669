//! Schemas that choose: enums, tagged unions, "this or null", "this or anything else".

use std::collections::HashSet;

use super::form::{Form, Named, Schema, What};
use super::{View, items, text, type_named};
use crate::schema::{branches, discriminator, not_null};
use crate::value::{Kind, Member, Value};
use crate::words::camel;

/// A value of an enum.
pub(in crate::diff) struct Listed<'d> {
    pub(in crate::diff) name: String,
    pub(in crate::diff) wire: String,
    is_string: bool,
    pub(in crate::diff) at: &'d Value,
}

/// A branch of a tagged union.
pub(in crate::diff) struct Branch<'d> {
    pub(in crate::diff) name: String,
    pub(in crate::diff) tag: String,
    pub(in crate::diff) form: Form<'d>,
    pub(in crate::diff) at: &'d Value,
}

/// A tagged union.
pub(in crate::diff) struct Union<'d> {
    pub(in crate::diff) tag: &'d str,
    pub(in crate::diff) content: Option<&'d str>,
    pub(in crate::diff) branches: Vec<Branch<'d>>,
}

impl<'d> View<'d> {
    /// The form of a schema that chooses; `None` for one that does not.
    pub(super) fn choice(&self, schema: &Schema<'d>, target: &'d Value) -> Option<Form<'d>> {
        if let Some(values) = listed(target) {
            let strings = values.iter().all(|value| value.is_string);
            let what = if strings {
                What::Strings
            } else {
                What::Integers
            };
            return Some(Form::Named(self.named(schema, what, true)));
        }
        let (keyword, branches) = branches(target)?;
        if let [one, other] = branches {
            if let Some(some) = not_null(one, other) {
                let form = self.form(&Schema::new(some, &*schema.hint));
                return Some(Form::Nullable(Box::new(form.besides_null())));
            }
            if other.as_object().is_some_and(<[Member]>::is_empty) {
                let form = self.form(&Schema::new(one, &*schema.hint));
                return Some(Form::OrJson(Box::new(form)));
            }
        }
        let tagged = discriminator(target).is_some_and(|tag| {
            keyword == "oneOf" && branches.iter().all(|it| self.tag_value(it, tag).is_some())
        });
        Some(if tagged {
            Form::Named(self.named(schema, What::Union, true))
        } else {
            Form::Plain("Json")
        })
    }

    /// The schema of what is not `null`, where a schema chooses between the two.
    pub(in crate::diff) fn besides_null(&self, schema: &'d Value) -> &'d Value {
        match branches(schema) {
            Some((_, [one, other])) => {
                not_null(one, other).map_or(schema, |some| self.resolve(some))
            }
            _ => schema,
        }
    }

    /// The union that a named type is.
    pub(in crate::diff) fn union(&self, named: &Named<'d>) -> Option<Union<'d>> {
        let tag = discriminator(named.schema)?;
        let all = items(named.schema, "oneOf");
        let content = self.content(tag, all);
        let branch = |at: &'d Value| {
            let value = self.tag_value(at, tag)?;
            let name = type_named(self.resolve(at)).unwrap_or_else(|| camel(&value));
            let hint = format!("{}{name}", named.name);
            let form = match content {
                Some(content) => self.form(&Schema::new(self.property(at, content)?, hint)),
                None => self.structure(&Schema::new(at, hint), &[tag]),
            };
            Some(Branch {
                name,
                tag: value,
                form,
                at,
            })
        };
        Some(Union {
            tag,
            content,
            branches: all.iter().filter_map(branch).collect(),
        })
    }

    fn tag_value(&self, branch: &'d Value, tag: &str) -> Option<String> {
        let value = self.resolve(self.property(branch, tag)?).get("const")?;
        value.as_str().map(str::to_owned)
    }

    fn property(&self, schema: &'d Value, key: &str) -> Option<&'d Value> {
        let properties = self.properties(schema);
        let mut members = properties.members.into_iter();
        Some(&members.find(|member| &*member.key == key)?.value)
    }

    /// The one other property of every branch, where all agree on its name.
    fn content(&self, tag: &str, branches: &'d [Value]) -> Option<&'d str> {
        let mut agreed = None;
        for branch in branches {
            let properties = self.properties(branch);
            let mut others = properties.members.iter().filter(|it| &*it.key != tag);
            let (Some(only), None) = (others.next(), others.next()) else {
                return None;
            };
            if *agreed.get_or_insert(&*only.key) != &*only.key {
                return None;
            }
        }
        agreed
    }
}

/// The values of an enum, in the order of the document; `None` where the schema is none.
pub(in crate::diff) fn listed(schema: &Value) -> Option<Vec<Listed<'_>>> {
    let not_null = |value: &&Value| !matches!(value.kind, Kind::Null);
    let values: Option<Vec<_>> = match schema.get("enum").and_then(Value::as_array) {
        Some(values) => values
            .iter()
            .filter(not_null)
            .map(|value| one_listed(value, value))
            .collect(),
        None => items(schema, "oneOf")
            .iter()
            .map(|branch| one_listed(branch, branch.get("const")?))
            .collect(),
    };
    let mut values = values?;
    let mut seen = HashSet::new();
    values.retain(|value| seen.insert(value.wire.clone()));
    let strings = values.iter().filter(|value| value.is_string).count();
    (!values.is_empty() && (strings == 0 || strings == values.len())).then_some(values)
}

fn one_listed<'d>(at: &'d Value, value: &'d Value) -> Option<Listed<'d>> {
    let is_string = value.as_str().is_some();
    let wire = constant(value).filter(|_| value.as_bool().is_none())?;
    let named = type_named(at).or_else(|| text(at, "title").map(camel));
    let plain = match value.as_i64() {
        Some(number) if number < 0 => format!("Minus{}", number.unsigned_abs()),
        Some(number) => format!("N{number}"),
        None => camel(&wire),
    };
    Some(Listed {
        name: named.unwrap_or(plain),
        wire,
        is_string,
        at,
    })
}

/// A string, integer or Boolean without quotes; other JSON is no constant the generator writes.
pub(in crate::diff) fn constant(value: &Value) -> Option<String> {
    match &value.kind {
        Kind::String(text) => Some(text.to_string()),
        Kind::Bool(flag) => Some(flag.to_string()),
        Kind::Number(_) => value.as_i64().map(|number| number.to_string()),
        _ => None,
    }
}
