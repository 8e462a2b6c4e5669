//! Schemas that choose: enums, unions, "this or null", "this or anything else".

use super::form::{Form, Named, Schema, What};
use super::{View, text, type_named};
use crate::document::Document;
use crate::names::{Scope, camel, given_camel};
use crate::schema::{
    Alternative, Choice, Constant, JsonType, Label, Shape, Tagged, TaggedBranch, VariantNames,
    component, is_direct, read,
};
use crate::value::{Kind, Value};

/// Longer names made of those of the alternatives help nobody.
const LONGEST_NAME: usize = 48;

/// How far choices of one branch are followed into one another.
const FURTHEST: usize = 24;

/// The variant of what a reply holds that the document does not list.
const UNKNOWN: &str = "Unknown";

/// A value of an enum.
pub(in crate::diff) struct Listed<'d> {
    pub(in crate::diff) name: String,
    pub(in crate::diff) wire: String,
    pub(in crate::diff) at: &'d Value,
}

/// A branch of a union; without a tag its name stands for it.
pub(in crate::diff) struct Branch<'d> {
    pub(in crate::diff) name: String,
    pub(in crate::diff) tag: String,
    pub(in crate::diff) form: Form<'d>,
    pub(in crate::diff) at: &'d Value,
}

/// A union.
pub(in crate::diff) struct Union<'d> {
    pub(in crate::diff) tag: &'d str,
    /// What the tag's values are called.
    pub(in crate::diff) kind: &'static str,
    pub(in crate::diff) content: Option<&'d str>,
    pub(in crate::diff) branches: Vec<Branch<'d>>,
}

impl<'d> View<'d> {
    /// The schema that says what a schema stands for: references and choices with `null` followed.
    pub(in crate::diff) fn besides_null(&self, schema: &'d Value) -> &'d Value {
        let mut schema = self.resolve(schema);
        for _ in 0..FURTHEST {
            match read(self.doc, schema).shape {
                Shape::Same(inside) | Shape::OrAny(inside) if schema.get("allOf").is_none() => {
                    schema = self.resolve(inside);
                }
                _ => break,
            }
        }
        schema
    }

    /// The form of a choice without a tag: a union, or what all alternatives come to.
    pub(super) fn chosen(&self, schema: &Schema<'d>, choice: &Choice<'d>) -> Form<'d> {
        let mut named = self.named(schema, What::Union, true);
        if component(self.doc, schema.value).is_some() {
            return Form::Named(named);
        }
        let branches = self.alternatives(choice, &named.name, &named);
        if let [only] = branches.as_slice() {
            return only.form.clone();
        }
        if branches
            .iter()
            .any(|it| matches!(it.form, Form::Plain("Json")))
        {
            return Form::Plain("Json");
        }
        let labels = choice.labels(self.doc);
        let chosen = type_named(named.schema).is_some();
        if let Some(labels) = labels.filter(|_| !chosen) {
            let camel = labels.iter().map(|label| match label {
                Label::Component(it) => type_named(it.schema).unwrap_or_else(|| camel(it.name)),
                Label::Words(words) => camel(words),
            });
            let joined = camel.collect::<Vec<_>>().join("Or");
            if joined.len() <= LONGEST_NAME {
                named.name = joined;
            }
        }
        Form::Named(named)
    }

    /// Whether two schemas make one union: one that is called after all its alternatives is the same wherever it stands.
    pub(super) fn is_same_union(&self, one: &Named<'d>, other: &Named<'d>) -> bool {
        let (Some(of_one), Some(of_other)) = (self.labelled(one), self.labelled(other)) else {
            return false;
        };
        let forms = of_one.iter().map(|it| &it.form);
        let mut pairs = forms.zip(of_other.iter().map(|it| &it.form));
        one.name == other.name
            && of_one.len() == of_other.len()
            && pairs.all(|(one, other)| self.alike(one, other))
    }

    /// The alternatives of a union that is called after them.
    fn labelled(&self, named: &Named<'d>) -> Option<Vec<Branch<'d>>> {
        let Shape::Choice(choice) = read(self.doc, named.schema).shape else {
            return None;
        };
        let chosen = type_named(named.schema).is_some();
        let labels = choice.labels(self.doc).filter(|_| !chosen);
        labels.map(|_| self.alternatives(&choice, &named.name, named))
    }

    /// The union that a named type is.
    pub(in crate::diff) fn union(&self, named: &Named<'d>) -> Option<Union<'d>> {
        match read(self.doc, named.schema).shape {
            Shape::Tagged(tagged) => Some(self.tagged(&tagged, named)),
            Shape::Choice(choice) => Some(Union {
                tag: "",
                kind: "",
                content: None,
                branches: self.alternatives(&choice, &named.name, named),
            }),
            _ => None,
        }
    }

    fn tagged(&self, tagged: &Tagged<'d>, named: &Named<'d>) -> Union<'d> {
        let mut scope = Scope::with(&[UNKNOWN]);
        let framed = !named.omitted.is_empty() || !named.beside.is_empty();
        let content = tagged.content.filter(|_| !framed);
        let branch = |branch: &TaggedBranch<'d>| {
            let at = branch.schema;
            let name = type_named(self.resolve(at)).unwrap_or_else(|| camel(&branch.value));
            let name = scope.claim(&name);
            let hint = format!("{}{name}", named.name);
            let form = match content {
                Some(content) => {
                    let content = self.properties(at).get(content)?;
                    self.form(&Schema::new(content, hint))
                }
                None => self.beside_tag(branch, tagged.tag, hint, named),
            };
            Some(Branch {
                name,
                tag: branch.value.clone(),
                form,
                at,
            })
        };
        Union {
            tag: tagged.tag,
            kind: tagged.kind.noun(),
            content,
            branches: tagged.branches.iter().filter_map(branch).collect(),
        }
    }

    /// The form of a branch whose content stands beside the tag.
    fn beside_tag(
        &self,
        branch: &TaggedBranch<'d>,
        tag: &str,
        hint: String,
        around: &Named<'d>,
    ) -> Form<'d> {
        let mut around = around.with(&branch.beside);
        let properties = self.properties(branch.schema);
        let settled = properties.settles(self.doc, tag, &branch.value);
        if !settled && !around.omitted.iter().any(|it| it == tag) {
            around.omitted.push(tag.to_owned());
        }
        let schema = Schema::new(branch.schema, hint);
        if branch.nested {
            self.framed(&schema, &around)
        } else {
            self.object(&schema, &around)
        }
    }

    /// The form of an alternative, or of a branch that is a choice itself, inside a choice.
    fn framed(&self, schema: &Schema<'d>, around: &Named<'d>) -> Form<'d> {
        match read(self.doc, schema.value).shape {
            Shape::Tagged(_) | Shape::Choice(_) => {
                let mut named = self.named(schema, What::Union, true);
                named.omitted.clone_from(&around.omitted);
                named.beside.clone_from(&around.beside);
                self.by_place(&mut named, schema);
                Form::Named(named)
            }
            Shape::Same(other) => self.framed(&Schema::new(other, &*schema.hint), around),
            _ => self.object(schema, around),
        }
    }

    /// The members of one schema alone, and of what stands around it.
    fn object(&self, schema: &Schema<'d>, around: &Named<'d>) -> Form<'d> {
        let beside = around.beside(self.doc);
        let mut named = if beside.is_empty() {
            self.named(schema, What::Struct, true)
        } else {
            let value = self.resolve(schema.value);
            self.named(&Schema::new(value, &*schema.hint), What::Struct, false)
        };
        named.itself =
            beside.is_empty() && matches!(read(self.doc, schema.value).shape, Shape::Tagged(_));
        if named.itself {
            // The name of a base goes to the choice of its heirs.
            let base = component(self.doc, schema.value).map(|_| format!("{}Base", named.name));
            named.name = base.unwrap_or_else(|| schema.hint.clone());
        }
        named.omitted.clone_from(&around.omitted);
        named.beside = beside;
        if !named.itself {
            self.by_place(&mut named, schema);
        }
        Form::Named(named)
    }

    /// A component that is used by itself too has its name for that: inside a choice it is called by its place.
    fn by_place(&self, named: &mut Named<'d>, schema: &Schema<'d>) {
        let framed = !named.omitted.is_empty() || !named.beside.is_empty();
        if framed
            && component(self.doc, schema.value).is_some()
            && is_direct(self.doc, named.schema)
        {
            named.name.clone_from(&schema.hint);
        }
    }

    fn alternatives(
        &self,
        choice: &Choice<'d>,
        owner: &str,
        around: &Named<'d>,
    ) -> Vec<Branch<'d>> {
        let mut scope = Scope::with(&[UNKNOWN]);
        let mut branches: Vec<Branch<'d>> = Vec::new();
        for alternative in &choice.alternatives {
            let at = self.resolve(alternative.schema);
            let name = self.label(alternative, at);
            let hint = format!("{owner}{name}");
            let form = match choice.base {
                Some(base) => {
                    let mut named = self.named(&Schema::new(at, hint), What::Struct, false);
                    named.beside = around.with(&[base]).beside;
                    named.omitted.clone_from(&around.omitted);
                    Form::Named(named)
                }
                None if !around.omitted.is_empty() || !around.beside.is_empty() => {
                    self.framed(&Schema::new(alternative.schema, hint), around)
                }
                None => self.alternative(alternative, hint),
            };
            if !branches.iter().any(|other| self.alike(&other.form, &form)) {
                let name = scope.claim(&name);
                let tag = name.clone();
                branches.push(Branch {
                    name,
                    tag,
                    form,
                    at,
                });
            }
        }
        branches
    }

    fn alternative(&self, alternative: &Alternative<'d>, hint: String) -> Form<'d> {
        let hint = alternative
            .only_text(self.doc)
            .map_or(hint, |text| camel(&text));
        let shape = alternative.shape(self.doc);
        let schema = Schema::new(alternative.schema, hint);
        let form = match alternative.only {
            Some(_) => self.shaped(shape.clone(), &schema, self.resolve(schema.value)),
            None => self.form(&schema),
        };
        match (shape, form) {
            (Shape::Of(JsonType::Object), Form::Plain("Json")) => Form::Map(None),
            (_, form) => form,
        }
    }

    /// Whether two forms are one type.
    fn alike(&self, one: &Form<'d>, other: &Form<'d>) -> bool {
        let items = |one: &Option<Schema<'d>>, other: &Option<Schema<'d>>| match (one, other) {
            (Some(one), Some(other)) => self.alike(&self.form(one), &self.form(other)),
            (None, None) => true,
            _ => false,
        };
        match (one, other) {
            (Form::Plain(one), Form::Plain(other)) => one == other,
            (Form::Named(one), Form::Named(other)) => one.key() == other.key(),
            (
                Form::List { item, bounds },
                Form::List {
                    item: its,
                    bounds: others,
                },
            ) => bounds == others && items(item, its),
            (Form::Map(one), Form::Map(other)) => items(one, other),
            (Form::Nullable(one), Form::Nullable(other)) => self.alike(one, other),
            _ => false,
        }
    }

    fn label(&self, alternative: &Alternative<'d>, target: &'d Value) -> String {
        if let Some(component) = component(self.doc, alternative.schema) {
            return type_named(target).unwrap_or_else(|| camel(component.name));
        }
        if alternative.only.is_none() {
            let title = text(target, "title").filter(|title| title.len() <= LONGEST_NAME);
            if let Some(name) = type_named(target).or_else(|| title.map(camel)) {
                return name;
            }
        }
        camel(&alternative.noun(self.doc))
    }
}

/// The values of an enum, in the order of the document; `None` where the schema is none.
pub(in crate::diff) fn listed<'d>(
    document: &'d Document,
    schema: &'d Value,
) -> Option<Vec<Listed<'d>>> {
    let Shape::Constants(constants) = read(document, schema).shape else {
        return None;
    };
    let given: Vec<_> = constants.values.iter().map(given).collect();
    let names = VariantNames::of(&constants, &given).names;
    let values = constants.values.into_iter().zip(names);
    let values = values.map(|(Constant { wire, at, .. }, name)| Listed { name, wire, at });
    Some(values.collect())
}

/// The name that the document gives a value.
fn given(constant: &Constant<'_>) -> Option<String> {
    type_named(constant.at)
        .or_else(|| constant.named.map(given_camel))
        .or_else(|| text(constant.at, "title").map(camel))
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
