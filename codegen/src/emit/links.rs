//! Methods that make the next request, as links of the reply say.

use super::Emit;
use super::construct::deprecated;
use crate::docs;
use crate::ir::{
    Field, Given, Link, Operation, Reading, Shape, Standing, Step, Struct, Taken, To, Type, TypeDef,
};
use crate::source::{fill, quoted};

impl Emit<'_> {
    pub(super) fn links(&mut self, operation: &Operation) {
        let methods: String = operation
            .links
            .iter()
            .map(|link| self.link(operation, link))
            .collect();
        if methods.is_empty() {
            return;
        }
        let name = &self.api.types[operation.request.0].name;
        let mut made = operation.links.iter().map(|link| link.request.0);
        let allow = if made.any(|request| self.api.types[request].deprecated) {
            "#[allow(deprecated)]"
        } else {
            self.allow_anywhere()
        };
        let text = fill!("$allow impl $name { $methods }", allow, name, methods);
        self.out.push(&text);
    }

    fn link(&self, operation: &Operation, link: &Link) -> String {
        let target = &self.api.types[link.request.0];
        let Shape::Struct(made) = &target.shape else {
            return String::new();
        };
        let call = Call {
            emit: self,
            link,
            target,
            made,
            again: link.request == operation.request,
        };
        let template = r"
            $docs
            $deprecated
            #[must_use]
            pub fn $name(&self, $parameters) -> ::core::option::Option<$request> {
                $body
            }
        ";
        fill!(
            template,
            docs = docs::attributes(&link.docs),
            deprecated = deprecated(target.deprecated),
            name = link.name,
            parameters = call.parameters(),
            request = target.name,
            body = call.body()
        )
    }
}

/// One link, and the request that it makes.
struct Call<'c, 'a> {
    emit: &'c Emit<'a>,
    link: &'c Link,
    target: &'c TypeDef,
    made: &'c Struct,
    /// Whether the same operation is called again, with all else as it was.
    again: bool,
}

impl Call<'_, '_> {
    fn given(&self, index: usize) -> Option<&Given> {
        let mut given = self.link.given.iter();
        given.find(|(it, _)| *it == index).map(|(_, given)| given)
    }

    fn required(&self) -> impl Iterator<Item = (usize, &Field)> {
        let fields = self.made.fields.iter().enumerate();
        fields.filter(|(_, field)| field.required && !self.again)
    }

    /// The reply, and what the request requires beyond what the link gives.
    fn parameters(&self) -> String {
        let reply = self.link.reply.as_ref();
        let reply = reply.map(|(name, ty)| format!("{name}: &{}", self.emit.ty(ty, false)));
        let asked = self
            .required()
            .filter(|(index, _)| self.given(*index).is_none());
        let asked = asked.map(|(_, field)| {
            let ty = self.emit.required_parameter(self.target, field);
            format!("{}: {ty}", field.name)
        });
        let all: Vec<_> = reply.into_iter().chain(asked).collect();
        all.join(", ")
    }

    fn body(&self) -> String {
        let made = if self.again {
            "::core::clone::Clone::clone(self)".to_owned()
        } else {
            let values = self.required();
            let values = values.map(|(index, field)| (&*field.name, self.taken(index, field)));
            let values: Vec<_> = values.collect();
            self.emit.made(self.target, self.made, &values)
        };
        let set: String = self.set().collect();
        if set.is_empty() {
            return some(&made);
        }
        format!("let mut request = {made}; {set} ::core::option::Option::Some(request)")
    }

    /// What a required field is made of.
    fn taken(&self, index: usize, field: &Field) -> String {
        match self.given(index) {
            Some(given) => self.value(given, field),
            None => field.name.clone(),
        }
    }

    /// What sets the fields that the request is not made with.
    fn set(&self) -> impl Iterator<Item = String> {
        let given = self.link.given.iter();
        let given = given.map(|(index, given)| (&self.made.fields[*index], given));
        let later = given.filter(|(field, _)| !field.required || self.again);
        later.map(|(field, given)| {
            let value = self.value(given, field);
            let whole = field.required || matches!(field.ty, Type::Nullable(_));
            let value = if whole { value } else { some(&value) };
            format!("request.{} = {value};", field.name)
        })
    }

    /// A value of a field's type.
    fn value(&self, given: &Given, field: &Field) -> String {
        let value = match given {
            Given::Constant(Standing::Plain(value)) => value.clone(),
            Given::Constant(Standing::Text(text)) => format!("__rt::String::from({text})"),
            Given::Constant(Standing::Variant(variant)) => {
                let ty = match &field.ty {
                    Type::Nullable(inner) => inner,
                    ty => ty,
                };
                format!("{}::{variant}", self.emit.ty(ty, true))
            }
            Given::Read(reading) => self.read(reading),
        };
        match field.ty {
            Type::Nullable(_) => some(&value),
            _ => value,
        }
    }

    fn read(&self, reading: &Reading) -> String {
        let mut text = match &self.link.reply {
            Some((reply, _)) if reading.from_reply => reply.clone(),
            _ => "self".to_owned(),
        };
        let last = reading.steps.len().saturating_sub(1);
        for (index, step) in reading.steps.iter().enumerate() {
            text.push_str(&go(step, (index == last).then_some(reading.taken)));
        }
        if reading.as_text {
            text = format!("::std::string::ToString::to_string(&{text})");
        }
        text
    }
}

fn some(value: &str) -> String {
    format!("::core::option::Option::Some({value})")
}

/// One step of an expression; the last one takes what is there.
fn go(step: &Step, taken: Option<Taken>) -> String {
    let mut text = match &step.to {
        To::Whole => String::new(),
        To::Field(name) => format!(".{name}"),
        To::Place(index) => format!(".{index}"),
        To::Item(0) => ".first()".to_owned(),
        To::Item(index) => format!(".get({index})"),
        To::Key(key) => format!(".get({})", quoted(key)),
    };
    text.push_str(match (&step.to, taken) {
        (To::Item(_) | To::Key(_), Some(_)) => ".cloned()?",
        (To::Item(_) | To::Key(_), None) => "?",
        (_, Some(Taken::OutOfBox)) if step.perhaps => ".as_deref().cloned()",
        (_, Some(Taken::OutOfBox)) => ".as_ref().clone()",
        (To::Whole, Some(_)) | (_, Some(Taken::Cloned)) => ".clone()",
        (_, Some(Taken::Copied) | None) => "",
    });
    if step.perhaps {
        text.push_str(if taken.is_some() { "?" } else { ".as_ref()?" });
    }
    text
}
