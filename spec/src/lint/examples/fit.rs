//! Whether a schema takes a value. What is refused is refused for certain: wherever a reader might see it another way, the
//! answer is [`Fit::Maybe`], and nothing is said.

use std::collections::HashMap;
use std::ptr;

use super::{choice, items, members, scalar};
use crate::document::Document;
use crate::schema::{Way, first_parts};
use crate::value::{Kind, Member, Value};

/// The most schemas that are looked into at once, those around them included.
const DEEPEST: usize = 200;
/// The most parts of one schema that are asked for a word.
const PARTS: usize = 64;

/// Whether a schema takes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// Certainly not.
    No,
    /// That is not known.
    Maybe,
    /// Certainly.
    Yes,
}

/// A value, and the rule that refuses it.
#[derive(Clone, Copy)]
pub(super) struct Refusal<'d, 'v> {
    /// The schema that the rule stands in.
    pub(super) schema: &'d Value,
    /// The keyword.
    pub(super) key: &'static str,
    /// Its value, or what of it is broken.
    pub(super) rule: &'d Value,
    /// What is refused.
    pub(super) value: &'v Value,
    /// The member of it that is not allowed.
    pub(super) member: Option<&'v Member>,
}

/// Whether a pattern matches a text; `None` where that cannot be told.
pub type Matches<'m> = &'m dyn Fn(&str, &str) -> Option<bool>;

/// In how many examples a schema was met: the last of them, and their count.
pub(super) type Met = HashMap<*const Value, (usize, usize)>;

/// How an example is read.
#[derive(Clone, Copy, Default, PartialEq, Eq, Hash)]
pub(super) struct Manner {
    /// It travels this way only; `None` where that is not known.
    pub(super) way: Option<Way>,
    /// A text may be what is written of a value: in parameters, headers and forms.
    pub(super) written: bool,
}

/// One value held against its schema.
pub(super) struct Trial<'d, 'v, 'r> {
    pub(super) document: &'d Document,
    pub(super) matches: Matches<'r>,
    pub(super) manner: Manner,
    /// A keyword that is not asked: an entry of `enum` is in its list.
    pub(super) besides: Option<&'d Value>,
    /// What is refused for certain, in the order found.
    pub(super) refused: Vec<Refusal<'d, 'v>>,
    /// How many steps are left.
    pub(super) steps: usize,
    /// Where schemas are counted, and the number of the example.
    pub(super) met: Option<(&'r mut Met, usize)>,
    /// The schemas around; those from `base` on are asked about the same value.
    whole: Vec<&'d Value>,
    base: usize,
    /// How many choices are open: what is refused within them may be taken by another branch.
    open: usize,
}

impl<'d, 'v, 'r> Trial<'d, 'v, 'r> {
    pub(super) fn new(document: &'d Document, matches: Matches<'r>, steps: usize) -> Self {
        Trial {
            document,
            matches,
            manner: Manner::default(),
            besides: None,
            refused: Vec::new(),
            steps,
            met: None,
            whole: Vec::new(),
            base: 0,
            open: 0,
        }
    }

    /// Holds a value against a schema.
    pub(super) fn fit(&mut self, schema: &'d Value, value: &'v Value) -> Fit {
        if !self.spend(1) || self.whole.len() == DEEPEST {
            return Fit::Maybe;
        }
        let Ok(schema) = self.document.target(schema) else {
            return Fit::Maybe;
        };
        match &schema.kind {
            Kind::Bool(true) => return Fit::Yes,
            Kind::Bool(false) => return self.refuse(schema, "false", schema, value),
            Kind::Object(_) => {}
            _ => return Fit::Maybe,
        }
        let around = self.whole[self.base..].iter();
        if around.into_iter().any(|outer| ptr::eq(*outer, schema)) || is_reference(value) {
            return Fit::Maybe;
        }
        self.count(schema);
        if let Kind::Null = value.kind
            && let Some(fit) = self.null(schema)
        {
            return fit;
        }
        self.whole.push(schema);
        let fit = self.keywords(schema, value);
        self.whole.pop();
        fit
    }

    /// Holds a part of a value against a schema.
    pub(super) fn within(&mut self, schema: &'d Value, value: &'v Value) -> Fit {
        let base = std::mem::replace(&mut self.base, self.whole.len());
        let fit = self.fit(schema, value);
        self.base = base;
        fit
    }

    /// As [`fit`](Self::fit), where what is found is not yet final. What is refused is kept until it is taken back.
    pub(super) fn probe(&mut self, schema: &'d Value, value: &'v Value) -> Fit {
        self.open += 1;
        let fit = self.fit(schema, value);
        self.open -= 1;
        fit
    }

    /// As [`probe`](Self::probe), without a trace.
    pub(super) fn ask(&mut self, schema: &'d Value, value: &'v Value) -> Fit {
        let before = self.refused.len();
        let fit = self.probe(schema, value);
        self.refused.truncate(before);
        fit
    }

    fn keywords(&mut self, schema: &'d Value, value: &'v Value) -> Fit {
        if let Some(types) = schema.get("type")
            && let Some(settled) = scalar::typed(self, schema, types, value)
        {
            return settled;
        }
        let mut fit = Fit::Yes;
        for member in schema.as_object().unwrap_or_default() {
            if self
                .besides
                .is_some_and(|it| ptr::eq(it, &raw const member.value))
            {
                continue;
            }
            fit = fit.min(self.keyword(schema, member, value));
        }
        fit
    }

    fn keyword(&mut self, schema: &'d Value, member: &'d Member, value: &'v Value) -> Fit {
        let (key, rule) = (&*member.key, &member.value);
        let composed = choice::keyword(self, schema, key, rule, value);
        composed.unwrap_or_else(|| match &value.kind {
            Kind::String(text) => scalar::text(self, schema, key, rule, value, text),
            Kind::Number(_) => scalar::number(self, schema, key, rule, value),
            Kind::Array(list) => items::keyword(self, schema, key, rule, value, list),
            Kind::Object(_) => members::keyword(self, schema, key, rule, value),
            _ => Fit::Yes,
        })
    }

    /// Notes that a rule refuses a value.
    pub(super) fn refuse(
        &mut self,
        schema: &'d Value,
        key: &'static str,
        rule: &'d Value,
        value: &'v Value,
    ) -> Fit {
        self.refused.push(Refusal {
            schema,
            key,
            rule,
            value,
            member: None,
        });
        Fit::No
    }

    /// Takes steps; `false` where too few are left.
    pub(super) fn spend(&mut self, steps: usize) -> bool {
        let left = self.steps.checked_sub(steps);
        self.steps = left.unwrap_or_default();
        left.is_some()
    }

    /// The schemas that are asked about the same value, with all they are made of.
    pub(super) fn around(&self) -> impl Iterator<Item = &'d Value> {
        let document = self.document;
        let whole = self.whole[self.base..].iter();
        whole.flat_map(move |schema| first_parts(document, schema, PARTS))
    }

    fn count(&mut self, schema: &'d Value) {
        if self.open == 0
            && let Some((met, example)) = &mut self.met
        {
            let (last, count) = met.entry(ptr::from_ref(schema)).or_insert((usize::MAX, 0));
            if *last != *example {
                (*last, *count) = (*example, *count + 1);
            }
        }
    }

    /// What `nullable` says of `null`. Beside `enum` and among the parts of `allOf` the specification was read in several ways.
    fn null(&self, schema: &'d Value) -> Option<Fit> {
        let says = |schema: &Value, key| schema.get(key).and_then(Value::as_bool) == Some(true);
        if says(schema, "nullable") {
            return Some(Fit::Yes);
        }
        let mut parts = first_parts(self.document, schema, PARTS).into_iter();
        let said = says(schema, "x-nullable") || parts.any(|part| says(part, "nullable"));
        (said || self.around().any(|part| says(part, "nullable"))).then_some(Fit::Maybe)
    }
}

/// Whether a value is a reference to another: many tools put there what it names.
fn is_reference(value: &Value) -> bool {
    let members = value.as_object().unwrap_or_default();
    let named = members.iter().find(|member| &*member.key == "$ref");
    named.is_some_and(|member| member.value.as_str().is_some())
}
