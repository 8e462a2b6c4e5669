//! Names and values of headers, as HTTP has them.

/// Whether a text may be the name of a header: a token of HTTP.
///
/// ```
/// use bindery_spec::header::is_name;
///
/// assert!(is_name("X-Trace"));
/// assert!(!is_name("X Trace") && !is_name(""));
/// ```
pub fn is_name(text: &str) -> bool {
    let is_mark = |b| b"!#$%&'*+-.^_`|~".contains(&b);
    let mut bytes = text.bytes();
    !text.is_empty() && bytes.all(|b| b.is_ascii_alphanumeric() || is_mark(b))
}

/// Whether a text may be the value of a header as it stands: printable ASCII.
///
/// ```
/// use bindery_spec::header::is_value;
///
/// assert!(is_value("text/csv; header=present"));
/// assert!(!is_value("text/csv\r\nX-Trace: 1"));
/// ```
pub fn is_value(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}
