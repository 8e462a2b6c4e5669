//! The words of a parameter, whatever its style: split while they are still percent-encoded, so that an encoded separator is
//! part of a word.

use super::shape::Entry;
use crate::json::DecodeError;
use crate::operation::Style;

/// Nobody nests deeper, and nobody may make a server try.
const MAX_STEPS: usize = 100;

/// A text that is split into words.
pub(super) struct Text<'t> {
    pub(super) raw: &'t str,
    pub(super) style: Style,
    /// The parameter's name, which some styles repeat.
    pub(super) name: &'t str,
    /// Whether the value is an object.
    pub(super) object: bool,
    /// Whether it may hold a `%` that encodes nothing, as headers do.
    pub(super) lenient: bool,
}

impl Text<'_> {
    /// The words, with the names of members as their paths.
    pub(super) fn entries(&self) -> Result<Vec<Entry>, DecodeError> {
        let (words, explode) = self.words()?;
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        if !self.object {
            return words
                .iter()
                .map(|word| Ok(Entry::item(self.decoded(word)?)))
                .collect();
        }
        let pairs: Vec<(&str, &str)> = if explode {
            words
                .iter()
                .map(|word| word.split_once('=').unwrap_or((word, "")))
                .collect()
        } else {
            words
                .chunks(2)
                .map(|pair| (pair[0], pair.get(1).copied().unwrap_or_default()))
                .collect()
        };
        let member = |(name, value)| Ok(Entry::member(self.decoded(name)?, self.decoded(value)?));
        pairs.into_iter().map(member).collect()
    }

    /// The words, still encoded, and whether members are `name=value`.
    fn words(&self) -> Result<(Vec<String>, bool), DecodeError> {
        let by = |text: &str, between: char| text.split(between).map(str::to_owned).collect();
        let words = match self.style {
            Style::Simple { explode } => (by(self.raw, ','), explode),
            Style::Label { explode } => {
                let raw = self.behind('.')?;
                (by(raw, if explode { '.' } else { ',' }), explode)
            }
            Style::Matrix { explode: true } => {
                let parts = self.behind(';')?.split(';');
                let words = if self.object {
                    parts.map(str::to_owned).collect()
                } else {
                    parts
                        .map(|part| self.unnamed(part).map(str::to_owned))
                        .collect::<Result<_, _>>()?
                };
                (words, true)
            }
            Style::Matrix { explode: false } => (by(self.unnamed(self.behind(';')?)?, ','), false),
            Style::Delimited(' ') => (
                by(&self.raw.replace("%20", " ").replace('+', " "), ' '),
                false,
            ),
            Style::Delimited(between) => {
                let encoded = crate::url::encode(&between.to_string());
                let raw = self.raw.replace(&encoded, &between.to_string());
                (
                    by(
                        &raw.replace(&encoded.to_lowercase(), &between.to_string()),
                        between,
                    ),
                    false,
                )
            }
            _ => (by(self.raw, ','), false),
        };
        Ok(words)
    }

    fn behind(&self, mark: char) -> Result<&str, DecodeError> {
        let message = || DecodeError::not_allowed(format!("expected `{mark}` in front"));
        self.raw.strip_prefix(mark).ok_or_else(message)
    }

    /// What stands behind the parameter's name.
    fn unnamed<'p>(&self, part: &'p str) -> Result<&'p str, DecodeError> {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        if crate::url::decode(name).as_deref() == Some(self.name) {
            return Ok(value);
        }
        Err(DecodeError::not_allowed(
            "expected the parameter's name in front",
        ))
    }

    fn decoded(&self, word: &str) -> Result<String, DecodeError> {
        match crate::url::decode(word) {
            None if self.lenient => Ok(word.to_owned()),
            decoded => {
                decoded.ok_or_else(|| DecodeError::not_allowed("expected percent-encoded UTF-8"))
            }
        }
    }
}

/// The steps of `name[a][b]`; `None` for a pair that is not of this parameter.
pub(super) fn steps(pair: &str, name: &str) -> Option<Result<Vec<String>, DecodeError>> {
    let rest = pair.strip_prefix(name)?;
    if rest.is_empty() {
        return Some(Ok(Vec::new()));
    }
    let rest = rest.strip_prefix('[')?.strip_suffix(']')?;
    if rest.matches("][").count() >= MAX_STEPS {
        return Some(Err(DecodeError::not_allowed(
            "nested deeper than 100 levels",
        )));
    }
    // `[]` is an item wherever it stands among the others.
    let steps = rest.split("][").filter(|step| !step.is_empty());
    Some(Ok(steps.map(str::to_owned).collect()))
}
