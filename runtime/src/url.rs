//! Percent-encoding of what goes into a URL, and back; and URLs of which a part is filled in.

/// Encodes everything but RFC 3986's unreserved characters.
pub(crate) fn encode(text: &str) -> String {
    encode_but(text, b"-._~")
}

/// Encodes for a query what RFC 3986 does not allow there, and what stands between and around the pairs of one.
pub(crate) fn encode_reserved(text: &str) -> String {
    encode_but(text, b"-._~:/?@!$'()*,;=")
}

fn encode_but(text: &str, kept: &[u8]) -> String {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    let mut out = String::with_capacity(text.len());
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(byte.into());
        } else {
            out.push('%');
            out.push(HEX[usize::from(byte >> 4)].into());
            out.push(HEX[usize::from(byte & 15)].into());
        }
    }
    out
}

/// Decodes; none where a `%` has no two digits behind it, or the outcome is not UTF-8. A `+` stays a plus.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut out = Vec::with_capacity(text.len());
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        out.push(match byte {
            b'%' => digit(bytes.next()?)? << 4 | digit(bytes.next()?)?,
            byte => byte,
        });
    }
    String::from_utf8(out).ok()
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}

/// The URL of a server: a host, where the template has none, and the template with its variables in braces filled in. A value
/// stands as it is; what is no URL then, the client's builder refuses.
pub fn server_url(host: &str, template: &str, values: &[(&str, &str)]) -> String {
    let mut url = host.trim_end_matches('/').to_owned();
    let mut rest = template;
    while let Some((before, behind)) = rest.split_once('{') {
        url.push_str(before);
        let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
        let value = values.iter().find(|(known, _)| *known == name);
        url.push_str(value.map(|(_, value)| *value).unwrap_or_default());
        rest = after;
    }
    url.push_str(rest);
    url
}
