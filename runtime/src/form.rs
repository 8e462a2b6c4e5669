//! Bodies as HTML forms send them: JSON members as pairs of names and values. A list of words or numbers is one pair for each
//! item; what is deeper stands as JSON text.

use crate::json::{DecodeError, Kind, Reader};
use crate::url;

/// The pairs of an object.
pub(crate) fn encode(json: &[u8]) -> Result<String, DecodeError> {
    let mut form = String::new();
    Reader::new(json)?.object(&mut |r, name| {
        if r.peek()? == Kind::Array && is_flat(r) {
            return r.array(&mut |r| {
                let text = text(r)?;
                pair(&mut form, name, &text);
                Ok(())
            });
        }
        let text = text(r)?;
        pair(&mut form, name, &text);
        Ok(())
    })?;
    Ok(form)
}

fn pair(form: &mut String, name: &str, value: &str) {
    if !form.is_empty() {
        form.push('&');
    }
    url::encode_to(form, name);
    form.push('=');
    url::encode_to(form, value);
}

/// Whether all items of the list that comes next are words or numbers.
pub(crate) fn is_flat(r: &Reader<'_>) -> bool {
    let mut flat = true;
    let read = r.clone().array(&mut |r| {
        flat &= !matches!(r.peek()?, Kind::Array | Kind::Object);
        r.skip()
    });
    read.is_ok() && flat
}

/// A string's own text, nothing for `null`, else what JSON writes; a whole number without the `.0` that floats have.
pub(crate) fn text(r: &mut Reader<'_>) -> Result<String, DecodeError> {
    match r.peek()? {
        Kind::String => r.string().map(std::borrow::Cow::into_owned),
        Kind::Null => r.null().map(|()| String::new()),
        Kind::Number => r.raw().map(|json| {
            let text = json.as_str();
            text.strip_suffix(".0").unwrap_or(text).to_owned()
        }),
        _ => r.raw().map(|json| json.as_str().to_owned()),
    }
}
