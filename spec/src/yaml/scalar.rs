//! What a scalar is: by its tag, else a string where it is known to be text, else by its looks, as YAML's core schema
//! has it.

use std::borrow::Cow;

use granit_parser::Tag;

use crate::finding::Finding;
use crate::value::Kind;
use crate::yaml::number::{self, Number};
use crate::yaml::reader::Place;
use crate::yaml::slips;

/// The value, with a remark where it may surprise; or else why it is none.
type Scalar = Result<(Kind, Option<Finding>), Finding>;

pub(super) fn read(text: Cow<'_, str>, is_text: bool, tag: Option<&Tag>, place: Place) -> Scalar {
    match tag {
        None if is_text => Ok(string(text)),
        None => plain(text, place),
        Some(tag) if is_bare(tag) || tag.core_suffix() == Some("str") => Ok(string(text)),
        Some(tag) => tagged(text, tag, place),
    }
}

/// The tag `!`, which says that looks do not count.
pub(super) fn is_bare(tag: &Tag) -> bool {
    tag.original() == "!"
}

fn string(text: Cow<'_, str>) -> (Kind, Option<Finding>) {
    (Kind::String(text.into()), None)
}

fn plain(text: Cow<'_, str>, place: Place) -> Scalar {
    let kind = match &*text {
        "" | "~" | "null" | "Null" | "NULL" => Kind::Null,
        "true" | "True" | "TRUE" => Kind::Bool(true),
        "false" | "False" | "FALSE" => Kind::Bool(false),
        _ => return number_or_string(text, place),
    };
    Ok((kind, None))
}

fn number_or_string(text: Cow<'_, str>, place: Place) -> Scalar {
    let at = place.span;
    match number::read(&text) {
        None => Ok(string(text)),
        Some(Number::Json(number)) => Ok((Kind::Number(number.into()), None)),
        Some(Number::Padded(number)) => {
            let remark = slips::padded(at, &number);
            Ok((Kind::Number(number.into()), Some(remark)))
        }
        Some(Number::NotFinite) => Err(slips::not_finite(at)),
        Some(Number::TooLarge) => Err(slips::too_large(at)),
    }
}

/// A tag that asks for a type; the looks must be those of the type, quoted or not.
fn tagged(text: Cow<'_, str>, tag: &Tag, place: Place) -> Scalar {
    let Some(wanted) = tag.core_suffix() else {
        return Err(slips::other_tag(place.tag, &tag.original()));
    };
    let (kind, remark) = plain(text, place)?;
    let fits = match (&kind, wanted) {
        (Kind::Null, "null") | (Kind::Bool(_), "bool") | (Kind::Number(_), "float") => true,
        (Kind::Number(number), "int") => !number.contains(['.', 'e', 'E']),
        _ => false,
    };
    if fits {
        Ok((kind, remark))
    } else {
        Err(slips::unfit_for_tag(place.span, &tag.original()))
    }
}
