//! Writing a verdict, for the server side.

use super::{Envelope, Scalar};
use crate::code::Code;
use crate::json::{Encode, Writer};

type Path = &'static [&'static str];

/// What stands at each place, in the order of writing; of two values for one place the first is written.
type Places<'a> = Vec<(Path, Value<'a>)>;

#[derive(Clone, Copy)]
enum Value<'a> {
    Bool(bool),
    Code(&'a Code),
    Text(&'a str),
}

impl Envelope {
    /// Writes the members of success into an open object.
    pub(crate) fn write_success(&self, w: &mut Writer) {
        let mut places = Places::new();
        if let Some((at, success, _)) = self.status {
            places.push((at, Value::Text(success)));
        }
        if let Some(message) = self.message {
            places.push((message, Value::Text("")));
        }
        places.push((self.success_at, self.success_equals.value()));
        write_members(w, &places);
    }

    /// Writes the members of a refusal into an open object.
    pub(crate) fn write_refusal(&self, w: &mut Writer, code: &Code, message: &str) {
        let mut places = Places::new();
        if let Some((at, _, failure)) = self.status {
            places.push((at, Value::Text(failure)));
        }
        if let Some(at) = self.message {
            places.push((at, Value::Text(message)));
        }
        places.push((self.code, Value::Code(code)));
        places.push((self.success_at, self.success_equals.other()));
        write_members(w, &places);
    }
}

impl Scalar {
    fn value(&self) -> Value<'_> {
        match self {
            Scalar::Bool(success) => Value::Bool(*success),
            Scalar::Code(success) => Value::Code(success),
        }
    }

    /// A value of the same kind that does not mean success.
    fn other(&self) -> Value<'static> {
        const ZERO: &Code = &Code::Int(0);
        const ONE: &Code = &Code::Int(1);
        match self {
            Scalar::Bool(success) => Value::Bool(!success),
            Scalar::Code(Code::Int(0)) => Value::Code(ONE),
            Scalar::Code(Code::Int(_)) => Value::Code(ZERO),
            Scalar::Code(Code::Str(success)) if success.is_empty() => Value::Text("fail"),
            Scalar::Code(Code::Str(_)) => Value::Text(""),
        }
    }
}

/// Writes members of one object; those whose paths start with the same name share an object below.
fn write_members(w: &mut Writer, places: &[(Path, Value<'_>)]) {
    for (i, (path, value)) in places.iter().enumerate() {
        let Some((name, rest)) = path.split_first() else {
            continue;
        };
        let same = |(path, _): &&(Path, Value<'_>)| path.first() == Some(name);
        if places[..i].iter().any(|place| same(&place)) {
            continue;
        }
        w.name(name);
        if rest.is_empty() {
            value.write(w);
        } else {
            let below = places[i..].iter().filter(same);
            let below: Places<'_> = below.map(|(path, value)| (&path[1..], *value)).collect();
            w.begin_object();
            write_members(w, &below);
            w.end_object();
        }
    }
}

impl Value<'_> {
    fn write(self, w: &mut Writer) {
        match self {
            Value::Bool(value) => w.boolean(value),
            Value::Code(code) => code.encode(w),
            Value::Text(text) => w.string(text),
        }
    }
}
