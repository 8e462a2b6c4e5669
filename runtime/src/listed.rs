//! What enums of texts have in common: large documents have thousands of them, and each function of its own costs the compiler.

use std::fmt;

use crate::json::{DecodeError, Reader};

/// Shows an enum of texts as its derive would. `names` has a line for each variant: its name, a space, the text it stands for.
pub fn show_listed(text: &str, names: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut variants = names.lines().filter_map(|line| line.split_once(' '));
    match variants.find(|(_, listed)| *listed == text) {
        Some((name, _)) => f.write_str(name),
        None => f.debug_tuple("Unknown").field(&text).finish(),
    }
}

impl Reader<'_> {
    /// Reads a text of those listed; `unknown` keeps another one.
    pub fn listed<T: Clone>(
        &mut self,
        listed: &[(&str, T)],
        unknown: fn(String) -> T,
    ) -> Result<T, DecodeError> {
        let found = self.string()?;
        match listed.iter().find(|(text, _)| *text == found) {
            Some((_, value)) => Ok(value.clone()),
            None => self.unlisted(found.into_owned()).map(unknown),
        }
    }
}

/// What enums of texts do not derive: a derive costs the compiler twice as much. `$names` is that of `show_listed`.
#[doc(hidden)]
#[macro_export]
macro_rules! __listed_enum {
    ($name:ident, $names:literal) => {
        impl ::core::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                $crate::__private::show_listed(self.as_str(), $names, f)
            }
        }

        impl ::core::cmp::Eq for $name {}

        impl ::core::hash::Hash for $name {
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }
    };
}
