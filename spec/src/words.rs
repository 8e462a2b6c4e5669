//! The words a wire name is made of, whatever its style, and the case that Rust writes them in. Keywords and collisions are
//! the affair of [`names`](crate::names).

/// `ImportMsgResult`, `From_Account`, `2nd-line` as words in lower case. A character outside ASCII is a word of its own,
/// by its number, since not every letter may stand in an identifier.
///
/// ```
/// assert_eq!(bindery_spec::words("AVChatRoom"), ["av", "chat", "room"]);
/// assert_eq!(bindery_spec::words("From_Account"), ["from", "account"]);
/// ```
pub fn words(wire: &str) -> Vec<String> {
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

/// The words as Rust writes types and variants.
pub fn camel(wire: &str) -> String {
    let capitalised = |word: String| match word.split_at_checked(1) {
        Some((first, rest)) => first.to_ascii_uppercase() + rest,
        None => word,
    };
    words(wire).into_iter().map(capitalised).collect()
}

/// The words as Rust writes fields, methods and functions.
pub fn snake(wire: &str) -> String {
    words(wire).join("_")
}

/// A text with its signs in words: comparators, plus and minus, and what else stands between words.
///
/// ```
/// use bindery_spec::words::{camel, spelled};
/// assert_eq!(camel(&spelled("<=")), "LessOrEqual");
/// assert_eq!(camel(&spelled("-created")), "MinusCreated");
/// assert_eq!(camel(&spelled("Etc/GMT+1")), "EtcSlashGmtPlus1");
/// ```
pub fn spelled(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let sign = SIGNS.iter().find(|(sign, _)| rest.starts_with(sign));
        if let Some((sign, word)) = sign {
            out.extend([" ", word, " "]);
            rest = &rest[sign.len()..];
            continue;
        }
        let next = rest[c.len_utf8()..].chars().next();
        match c {
            // A minus stands before a number or the whole, a dash between words.
            '-' if out.is_empty() || next.is_some_and(|next| next.is_ascii_digit()) => {
                out.push_str(" Minus ");
            }
            '-' => out.push_str(" Dash "),
            c => out.push(c),
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Signs and their words, of two with one beginning the longer first.
const SIGNS: &[(&str, &str)] = &[
    ("<=", "LessOrEqual"),
    (">=", "GreaterOrEqual"),
    ("<>", "NotEqual"),
    ("!=", "NotEqual"),
    ("==", "Equal"),
    ("<", "Less"),
    (">", "Greater"),
    ("=", "Equal"),
    ("!", "Not"),
    ("+", "Plus"),
    ("*", "Star"),
    ("/", "Slash"),
    ("\\", "Backslash"),
    (".", "Dot"),
    (",", "Comma"),
    (":", "Colon"),
    (";", "Semicolon"),
    (" ", "Space"),
    ("_", "Underscore"),
    ("#", "Hash"),
    ("%", "Percent"),
    ("&", "And"),
    ("|", "Or"),
    ("@", "At"),
    ("$", "Dollar"),
    ("?", "Question"),
    ("~", "Tilde"),
    ("^", "Caret"),
    ("'", "Apostrophe"),
    ("\"", "Quote"),
    ("`", "Backquote"),
    ("(", "Open"),
    (")", "Close"),
    ("[", "OpenBracket"),
    ("]", "CloseBracket"),
    ("{", "OpenBrace"),
    ("}", "CloseBrace"),
];

/// A name that was chosen for a type or variant: as it is where Rust writes such names so, as most are, else in camel case.
///
/// ```
/// use bindery_spec::words::chosen_camel;
/// assert_eq!(chosen_camel("IOError".to_owned()), "IOError");
/// assert_eq!(chosen_camel("first_depot".to_owned()), "FirstDepot");
/// ```
pub fn chosen_camel(name: String) -> String {
    let bare = name.trim_matches('_');
    if bare.starts_with(|c: char| c.is_ascii_uppercase()) && !bare.contains('_') {
        name
    } else {
        camel(&name)
    }
}

/// A name that was chosen for a field: as it is where Rust writes such names so, as most are, else in snake case.
///
/// ```
/// use bindery_spec::words::chosen_snake;
/// assert_eq!(chosen_snake("v2".to_owned()), "v2");
/// assert_eq!(chosen_snake("sendPath".to_owned()), "send_path");
/// ```
pub fn chosen_snake(name: String) -> String {
    let bare = name.trim_matches('_');
    if bare.contains("__") || bare.contains(|c: char| c.is_ascii_uppercase()) {
        snake(&name)
    } else {
        name
    }
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
