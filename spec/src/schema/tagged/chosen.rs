//! A choice with a tag, branch by branch.

use std::collections::HashSet;
use std::ptr;

use super::{Tagged, TaggedBranch, has};
use crate::document::Document;
use crate::schema::choice::Choice;
use crate::schema::constants::Constants;
use crate::schema::joined::shapes;
use crate::schema::json_type::{JsonType, types_of};
use crate::schema::parts::parts;
use crate::schema::properties::Properties;
use crate::schema::reading::{Shape, choices, read};
use crate::schema::{component, filled, heirs, items};
use crate::value::Value;

/// What is known of a choice while its branches are read.
pub(super) struct Chosen<'d> {
    pub(super) document: &'d Document,
    pub(super) discriminator: &'d Value,
    pub(super) tag: &'d str,
    /// Whether what stands beside the choice speaks of the tag.
    pub(super) declared: bool,
    /// Whether a branch that lists several tags has the one that is its component's name alone.
    pub(super) by_name: bool,
    /// Whether every branch fixes its value by `const`.
    pub(super) fixed: bool,
    pub(super) kinds: HashSet<&'static str>,
}

impl<'d> Chosen<'d> {
    /// What a branch comes to: one schema for each value of the tag.
    pub(super) fn branch(
        &mut self,
        branch: &'d Value,
        base: Option<&'d Value>,
    ) -> Option<Vec<TaggedBranch<'d>>> {
        let document = self.document;
        let mapped = self.mapped(branch);
        if self.chooses(branch) {
            match inside(document, branch) {
                Shape::Tagged(inner) if inner.tag == self.tag => {
                    return Some(self.same_tag(inner, &mapped, branch, base));
                }
                Shape::Tagged(_) => {}
                Shape::Choice(inner) => {
                    if let Some(flat) = self.each_fixed(&inner, base) {
                        return Some(flat);
                    }
                    if !is_object(document, &inner) {
                        return None;
                    }
                }
                Shape::Object => return self.one(branch, &mapped, base, false),
                _ => return None,
            }
            return self.one(branch, &mapped, base, true);
        }
        if is_no_object(document, branch) {
            return None;
        }
        self.one(branch, &mapped, base, false)
    }

    /// A branch with the values that stand for it.
    fn one(
        &mut self,
        branch: &'d Value,
        mapped: &[String],
        base: Option<&'d Value>,
        nested: bool,
    ) -> Option<Vec<TaggedBranch<'d>>> {
        let property = self.property(branch)?;
        self.fixed &= property.is_some_and(|it| it.get("const").is_some());
        let listed = property.and_then(listed);
        let values = match (listed, mapped) {
            (Some(mut listed), []) => {
                let name = self.name(branch).filter(|_| self.by_name);
                if let Some(name) = name.filter(|name| listed.iter().any(|it| it == name)) {
                    listed = vec![name.to_owned()];
                }
                listed
            }
            (Some(listed), mapped) => {
                let both: Vec<_> = mapped
                    .iter()
                    .filter(|it| listed.contains(it))
                    .cloned()
                    .collect();
                if both.is_empty() { listed } else { both }
            }
            (None, []) => {
                let named = property.is_some() || self.declared || nested;
                vec![self.name(branch).filter(|_| named)?.to_owned()]
            }
            (None, mapped) => mapped.to_vec(),
        };
        let whole = parts(self.document, branch);
        let beside: Vec<_> = base.into_iter().filter(|base| !has(&whole, base)).collect();
        let branches = values.into_iter().map(|value| TaggedBranch {
            value,
            schema: branch,
            beside: beside.clone(),
            nested,
        });
        Some(branches.collect())
    }

    /// The branches of a branch that the same member tells apart; those that `mapping` gives it, where it gives it any of them.
    fn same_tag(
        &mut self,
        inner: Tagged<'d>,
        mapped: &[String],
        branch: &'d Value,
        base: Option<&'d Value>,
    ) -> Vec<TaggedBranch<'d>> {
        let mut flat = inner.branches;
        if flat.iter().any(|it| mapped.contains(&it.value)) {
            flat.retain(|it| mapped.contains(&it.value));
        }
        self.kinds.insert(inner.kind.noun());
        let own = parts(self.document, branch);
        for inner in &mut flat {
            let whole = parts(self.document, inner.schema);
            let more = base.filter(|base| !has(&whole, base) && !has(&own, base));
            inner.beside.extend(more);
        }
        flat
    }

    /// The alternatives of a branch without a discriminator of its own, where each fixes the tag by itself.
    fn each_fixed(
        &mut self,
        inner: &Choice<'d>,
        base: Option<&'d Value>,
    ) -> Option<Vec<TaggedBranch<'d>>> {
        let mut flat = Vec::new();
        for alternative in &inner.alternatives {
            let schema = alternative.schema;
            if alternative.only.is_some()
                || self.chooses(schema)
                || is_no_object(self.document, schema)
            {
                return None;
            }
            let property = self.property(schema)??;
            let values = listed(property)?;
            let beside: Vec<_> = [inner.base, base].into_iter().flatten().collect();
            flat.extend(values.into_iter().map(|value| TaggedBranch {
                value,
                schema,
                beside: beside.clone(),
                nested: false,
            }));
        }
        Some(flat)
    }

    /// The schema of the tag in a branch, if the branch speaks of it; `None` where no tag can be of its type.
    #[expect(
        clippy::option_option,
        reason = "nothing said is not the same as something wrong"
    )]
    pub(super) fn property(&mut self, branch: &'d Value) -> Option<Option<&'d Value>> {
        let property = Properties::of(self.document, branch).get(self.tag);
        let property = property.and_then(|it| self.document.target(it).ok());
        for ty in property.map(types_of).unwrap_or_default() {
            if !matches!(ty, JsonType::String | JsonType::Integer | JsonType::Boolean) {
                return None;
            }
            self.kinds.insert(ty.noun());
        }
        Some(property)
    }

    /// The one type of the tag.
    pub(super) fn kind(&self) -> Option<JsonType> {
        let kinds = [JsonType::String, JsonType::Integer, JsonType::Boolean];
        match self.kinds.len() {
            0 => Some(JsonType::String),
            1 => kinds.into_iter().find(|it| self.kinds.contains(it.noun())),
            _ => None,
        }
    }

    /// The name of the component that a branch is.
    fn name(&self, branch: &'d Value) -> Option<&'d str> {
        let wrapped = wrapped(branch);
        component(self.document, wrapped).map(|it| it.name)
    }

    /// The values that `mapping` gives to a branch, by reference or by the component's name.
    fn mapped(&self, branch: &'d Value) -> Vec<String> {
        let mapping = filled(self.discriminator, "mapping").and_then(Value::as_object);
        let mapping = mapping.unwrap_or_default();
        let branch = wrapped(branch);
        if mapping.is_empty() || branch.get("$ref").is_none() {
            return Vec::new();
        }
        let Ok(target) = self.document.target(branch) else {
            return Vec::new();
        };
        let ours = mapping.iter().filter(|member| {
            heirs::mapped(self.document, &member.value).is_some_and(|it| ptr::eq(it, target))
        });
        ours.map(|member| member.key.to_string()).collect()
    }

    /// Whether a branch is a choice itself; heirs of the choice they stand in are none.
    pub(super) fn chooses(&self, branch: &Value) -> bool {
        let target = self.document.target(branch).unwrap_or(branch);
        heirs::base(self.document, target).is_some()
            || choices(self.document, target).next().is_some()
    }
}

/// The reference that a branch is, where it stands alone in `allOf` for the sake of words beside it.
pub(crate) fn wrapped(branch: &Value) -> &Value {
    let mut members = branch.as_object().unwrap_or_default().iter();
    match items(branch, "allOf") {
        [only]
            if only.get("$ref").is_some()
                && members.all(|it| &*it.key == "allOf" || !shapes(it)) =>
        {
            only
        }
        _ => branch,
    }
}

/// The values that the schema of a tag lists.
pub(crate) fn listed(property: &Value) -> Option<Vec<String>> {
    if let Some(constants) = Constants::of(property) {
        let values = constants.values.into_iter();
        return Some(values.map(|constant| constant.wire).collect());
    }
    let only = property.get("const").map(std::slice::from_ref);
    let all = property.get("enum").and_then(Value::as_array).or(only)?;
    let flags = all
        .iter()
        .map(|it| it.as_bool().map(|flag| flag.to_string()));
    flags.collect()
}

/// What a branch is, wrappers left aside.
fn inside<'d>(document: &'d Document, branch: &'d Value) -> Shape<'d> {
    match read(document, branch).shape {
        Shape::Same(other) => read(document, other).shape,
        shape => shape,
    }
}

/// Whether every alternative of a choice, to any depth, is an object.
fn is_object<'d>(document: &'d Document, choice: &Choice<'d>) -> bool {
    choice
        .alternatives
        .iter()
        .all(|it| match it.shape(document) {
            Shape::Choice(inner) => is_object(document, &inner),
            Shape::Tagged(_) | Shape::Object | Shape::Map(_) => true,
            _ => false,
        })
}

/// Whether a branch has values that hold no members, where no tag can stand.
fn is_no_object(document: &Document, branch: &Value) -> bool {
    let whole = parts(document, branch);
    let mut types = whole.iter().flat_map(|part| types_of(part));
    types.any(|ty| ty != JsonType::Object)
}
