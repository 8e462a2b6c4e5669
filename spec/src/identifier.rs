//! What Rust takes for an identifier. Converts nothing: naming conventions are the affair of `names`.

/// Strict and reserved keywords of every edition to date, and the names `r#` cannot save.
const KEYWORDS: &[&str] = &[
    "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue",
    "crate", "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if",
    "impl", "in", "let", "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub",
    "ref", "return", "self", "static", "struct", "super", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// Whether a text is a keyword of Rust.
pub fn is_keyword(text: &str) -> bool {
    KEYWORDS.binary_search(&text).is_ok()
}

/// Why a text cannot be an identifier of ASCII letters, digits and `_`; `None` where it can.
pub(crate) fn fault(text: &str) -> Option<String> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if is_keyword(text) {
        return Some("a keyword of Rust".to_owned());
    }
    if let Some(bad) = text.chars().find(|c| !plain(*c)) {
        return Some(format!("an identifier has no {bad:?}"));
    }
    match text.bytes().next() {
        None => Some("a name is empty".to_owned()),
        Some(b'0'..=b'9') => Some("an identifier does not begin with a digit".to_owned()),
        Some(_) if text.bytes().all(|byte| byte == b'_') => {
            Some("an identifier needs a letter".to_owned())
        }
        Some(_) => None,
    }
}
