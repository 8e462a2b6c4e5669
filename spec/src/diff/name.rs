//! When two wire names become one Rust name. The generator's rule, without what it does about keywords and collisions,
//! which hits both versions alike.

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

fn words(wire: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let chars: Vec<char> = wire.chars().collect();
    for (i, &c) in chars.iter().enumerate() {
        if !c.is_ascii_alphanumeric() {
            words.push(String::new());
            if !c.is_ascii() {
                words.push(format!("u{:x}", u32::from(c)));
                words.push(String::new());
            }
            continue;
        }
        if starts_word(&chars, i) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c.to_ascii_lowercase());
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

fn starts_word(chars: &[char], i: usize) -> bool {
    let Some(before) = i.checked_sub(1).map(|before| chars[before]) else {
        return false;
    };
    let after = chars.get(i + 1);
    chars[i].is_ascii_uppercase()
        && (before.is_ascii_lowercase()
            || before.is_ascii_digit()
            || (before.is_ascii_uppercase() && after.is_some_and(char::is_ascii_lowercase)))
}
