//! Values written in the document, as expressions of bindings.

use super::form::{Form, What};
use crate::schema::{Constants, float_as, integer_as};
use crate::value::Value;

/// A value of the document as one of the type; `None` where it is none.
pub(in crate::diff) fn standing(value: &Value, form: &Form<'_>) -> Option<String> {
    match form {
        Form::Plain("bool") => Some(value.as_bool()?.to_string()),
        Form::Plain("String") => value.as_str().map(str::to_owned),
        Form::Plain(kind @ ("f32" | "f64")) => Some(float_as(value, kind)?.to_string()),
        Form::Plain(kind) => Some(integer_as(value, kind)?.to_string()),
        Form::Named(named) if matches!(named.what, What::Strings | What::Integers) => {
            let constants = Constants::of(named.schema)?;
            let wire = match named.what {
                What::Strings => value.as_str()?.to_owned(),
                _ => value.as_i64()?.to_string(),
            };
            let mut values = constants.values.iter();
            let listed = values.find(|constant| constant.wire == wire)?;
            let deprecated = listed.at.get("deprecated").and_then(Value::as_bool);
            (deprecated != Some(true)).then_some(wire)
        }
        _ => None,
    }
}
