//! One example through the driver and back.

use std::io;

use serde_json::Value;

use super::find::{Example, Of};
use crate::compare;
use crate::drive::{Answer, Driver, End, Sent};
use crate::sample::{Described, Description, Extent, fits, request, with_body};

/// How an example fared.
#[derive(Debug)]
pub(super) enum Went {
    /// It came out as it went in.
    Same,
    /// It came out otherwise.
    Changed(String),
    /// Its type cannot read it, though its schema allows it.
    Undecoded(String),
    /// Its type cannot read it, or drops some of it, and its schema does not allow it.
    Unfit(String),
    /// No request could be sampled to go with it.
    Alone(String),
    /// There is no type of its own, or no operation.
    Untyped(&'static str),
}

pub(super) fn attempt(
    driver: &mut Driver,
    description: &Description,
    example: &Example<'_>,
) -> io::Result<Went> {
    let went = match example.of {
        Of::Request(operation, name) => sent(driver, description, example, operation, name)?,
        Of::Answer(operation, status) => answered(driver, description, example, operation, status)?,
        Of::Component(name) => converted(driver, description, example, name)?,
    };
    let sending = matches!(example.of, Of::Request(..));
    Ok(match went {
        Went::Changed(why) | Went::Undecoded(why)
            if !fits(description, example.schema, &example.value, sending) =>
        {
            Went::Unfit(why)
        }
        went => went,
    })
}

fn sent(
    driver: &mut Driver,
    description: &Description,
    example: &Example<'_>,
    operation: &Described,
    name: &str,
) -> io::Result<Went> {
    let sampled = match request(description, operation, Extent::Required) {
        Ok(sampled) => with_body(sampled, name, &example.value),
        Err(why) => return Ok(Went::Alone(why)),
    };
    let mut seen: Option<Sent> = None;
    let end = driver.call(&sampled, |sent| {
        seen = Some(sent.clone());
        Ok(answer(500, Vec::new()))
    })?;
    Ok(match (seen, end) {
        (None, End::Rejected(why) | End::Invalid(why) | End::Unsent(why)) => Went::Undecoded(why),
        (None, _) => Went::Undecoded("nothing was sent".to_owned()),
        (Some(sent), _) => {
            let difference = compare::requests(description, example.schema, &sampled, &sent);
            difference.map_or(Went::Same, Went::Changed)
        }
    })
}

fn answered(
    driver: &mut Driver,
    description: &Description,
    example: &Example<'_>,
    operation: &Described,
    status: u16,
) -> io::Result<Went> {
    let sampled = match request(description, operation, Extent::Required) {
        Ok(sampled) => sampled,
        Err(why) => return Ok(Went::Alone(why)),
    };
    let body = example.value.to_string().into_bytes();
    Ok(
        match driver.call(&sampled, |_| Ok(answer(status, body.clone())))? {
            End::Read(again) => compared(description, example, &again.body),
            End::Status(_) if status >= 300 => Went::Untyped("a failure kept as text"),
            End::Rejected(why) | End::Invalid(why) | End::Unsent(why) => Went::Alone(why),
            End::Status(why) | End::Undecodable(why) => Went::Undecoded(why),
        },
    )
}

fn converted(
    driver: &mut Driver,
    description: &Description,
    example: &Example<'_>,
    name: &str,
) -> io::Result<Went> {
    let bytes = example.value.to_string().into_bytes();
    Ok(match driver.convert(name, &bytes)? {
        None => Went::Untyped("a schema without a type of its own"),
        Some(Ok(again)) => compared(description, example, &again),
        Some(Err(why)) => Went::Undecoded(why),
    })
}

fn compared(description: &Description, example: &Example<'_>, again: &[u8]) -> Went {
    let again: Value = serde_json::from_slice(again).unwrap_or(Value::Null);
    let difference = compare::values(description, example.schema, &example.value, &again);
    difference.map_or(Went::Same, Went::Changed)
}

fn answer(status: u16, body: Vec<u8>) -> Answer {
    Answer {
        status,
        headers: vec![("content-type".to_owned(), "application/json".to_owned())],
        body,
    }
}
