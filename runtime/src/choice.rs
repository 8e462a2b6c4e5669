//! Reading values that may be of several types, told apart by what they look like. Generated unions lean on these.

use crate::json::{DecodeError, DecodeErrorKind, Json, Reader};

/// Reads a value that must be of one of the types.
pub fn closed_choice<'a, T>(
    r: &mut Reader<'a>,
    types: usize,
    read: &mut dyn FnMut(usize, &mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    r.choose(types, read)
}

/// Reads a value of a reply: what is of none of the types is kept as it came, so that one odd value does not cost the rest.
pub fn open_choice<'a, T>(
    r: &mut Reader<'a>,
    types: usize,
    unknown: impl FnOnce(Json) -> T,
    read: &mut dyn FnMut(usize, &mut Reader<'a>) -> Result<T, DecodeError>,
) -> Result<T, DecodeError> {
    match r.choose(types, read) {
        Err(error) if r.is_strict() || error.kind() == DecodeErrorKind::Syntax => Err(error),
        Err(_) => r.raw().map(unknown),
        found => found,
    }
}
