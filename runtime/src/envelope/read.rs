//! Reading a verdict. The payload is passed over, so a refusal is understood even where the payload is broken.

use super::{Envelope, Scalar};
use crate::code::Code;
use crate::json::{Decode, DecodeError, Kind, Reader, is_blank};

/// What a service says when it refuses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) code: Code,
    /// Empty where there is none.
    pub(crate) message: String,
    /// By member path, text as it is and anything else as JSON.
    pub(crate) details: Vec<(String, String)>,
}

impl Envelope {
    /// None for success.
    pub(crate) fn read(&self, body: &[u8]) -> Result<Option<Said>, DecodeError> {
        // No verdict is none: least of all one of success.
        if is_blank(body) {
            return Err(DecodeError::nothing());
        }
        let root = Reader::new(body)?;
        if self.is_success(&root)? {
            self.said_once(&root)?;
            return self.not_contradicted(&root).map(|()| None);
        }
        let code = Code::decode(&mut require(&root, self.code)?);
        let code = code.map_err(|error| under(self.code, error))?;
        let code = match &self.success_equals {
            Scalar::Code(success) => code.like(success),
            Scalar::Bool(_) => code,
        };
        let message = self.message.and_then(|path| text(&root, path));
        let detail = |path: &&[&str]| Some((path.join("/"), text(&root, path)?));
        Ok(Some(Said {
            code,
            message: message.unwrap_or_default(),
            details: self.also.iter().filter_map(detail).collect(),
        }))
    }

    /// An answer that says yes, and then something else, says nothing.
    fn said_once(&self, root: &Reader<'_>) -> Result<(), DecodeError> {
        for (depth, name) in self.success_at.iter().enumerate() {
            let at = find(root, &self.success_at[..depth])?;
            if at.is_some_and(|at| repeats(at, name)) {
                let error = DecodeError::not_allowed("a verdict that stands here more than once");
                return Err(under(&self.success_at[..=depth], error));
            }
        }
        Ok(())
    }

    /// Nor does one whose words say no.
    fn not_contradicted(&self, root: &Reader<'_>) -> Result<(), DecodeError> {
        let Some((path, _, failure)) = self.status else {
            return Ok(());
        };
        if text(root, path).as_deref() == Some(failure) {
            let error = DecodeError::not_allowed(
                "a verdict that says failure beside one that says success",
            );
            return Err(under(path, error));
        }
        Ok(())
    }

    fn is_success(&self, root: &Reader<'_>) -> Result<bool, DecodeError> {
        let mut value = require(root, self.success_at)?;
        let equal = match &self.success_equals {
            Scalar::Bool(success) => value.boolean().map(|found| found == *success),
            Scalar::Code(success) => {
                Code::decode(&mut value).map(|found| found.like(success) == *success)
            }
        };
        equal.map_err(|error| under(self.success_at, error))
    }
}

/// Whether the object `at` has more than one member called `name`. What follows may be broken: the payload's reader
/// will say so.
fn repeats(mut at: Reader<'_>, name: &str) -> bool {
    let mut found = 0;
    let _ = at.object(&mut |_, member| {
        found += usize::from(member == name);
        Ok(())
    });
    found > 1
}

fn require<'a>(root: &Reader<'a>, path: &[&str]) -> Result<Reader<'a>, DecodeError> {
    let (name, parents) = path.split_last().unwrap_or((&"", &[]));
    let found = find(root, path)?;
    found.ok_or_else(|| under(parents, DecodeError::missing(name)))
}

/// A reader at the value of that path, if every member on the way is there.
fn find<'a>(root: &Reader<'a>, path: &[&str]) -> Result<Option<Reader<'a>>, DecodeError> {
    let mut at = root.clone();
    for name in path {
        match at.peek_member(name)? {
            Some(value) => at = value,
            None => return Ok(None),
        }
    }
    Ok(Some(at))
}

/// What cannot be read here is left out: a refusal's code matters more than the beauty of its details.
fn text(root: &Reader<'_>, path: &[&str]) -> Option<String> {
    let mut value = find(root, path).ok()??;
    match value.peek().ok()? {
        Kind::Null => None,
        Kind::String => value.string().ok().map(std::borrow::Cow::into_owned),
        _ => value.raw().ok().map(|json| json.as_str().to_owned()),
    }
}

fn under(path: &[&str], error: DecodeError) -> DecodeError {
    path.iter().rev().fold(error, |error, name| error.at(name))
}
