//! Any JSON value as a tree, read and written through the public interface alone.

use std::collections::BTreeMap;

use bindery::json::{Decode, DecodeError, Encode, Kind, Reader, Writer};

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Signed(i64),
    Unsigned(u64),
    Float(f64),
    String(String),
    Array(Vec<Value>),
    Object(BTreeMap<String, Value>),
}

impl Decode for Value {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        Ok(match r.peek()? {
            Kind::Null => r.null().map(|()| Value::Null)?,
            Kind::Bool => Value::Bool(r.boolean()?),
            Kind::Number => number(r)?,
            Kind::String => Value::String(r.string()?.into_owned()),
            Kind::Array => Value::Array(Vec::decode(r)?),
            Kind::Object => Value::Object(BTreeMap::decode(r)?),
        })
    }
}

fn number(r: &mut Reader<'_>) -> Result<Value, DecodeError> {
    let signed = r.clone().i64();
    let unsigned = r.clone().u64();
    let float = r.f64()?;
    Ok(match (signed, unsigned) {
        (Ok(value), _) => Value::Signed(value),
        (_, Ok(value)) => Value::Unsigned(value),
        _ => Value::Float(float),
    })
}

impl Encode for Value {
    fn encode(&self, w: &mut Writer) {
        match self {
            Value::Null => w.null(),
            Value::Bool(value) => w.boolean(*value),
            Value::Signed(value) => w.i64(*value),
            Value::Unsigned(value) => w.u64(*value),
            Value::Float(value) => w.f64(*value),
            Value::String(value) => w.string(value),
            Value::Array(items) => items.encode(w),
            Value::Object(members) => members.encode(w),
        }
    }
}
