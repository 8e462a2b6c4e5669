//! When two wire names become one Rust name. The generator's rule, without what it does about keywords and collisions,
//! which hits both versions alike.

use crate::words::words;

/// The name of a type or variant.
pub(super) fn camel(wire: &str) -> String {
    let capitalised = |word: String| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_ascii_uppercase() + rest,
        None => word,
    };
    words(wire).into_iter().map(capitalised).collect()
}

/// The name of a field, method or function.
pub(super) fn snake(wire: &str) -> String {
    words(wire).join("_")
}
