//! Percent-encoding of what goes into a URL, and back; and URLs of which a part is filled in.

/// Which bytes stay as they are, all of them ASCII.
type Kept = [bool; 256];

static UNRESERVED: Kept = kept(b"-._~");
static QUERY: Kept = kept(b"-._~:/?@!$'()*,;=");

/// Letters, digits and these.
const fn kept(others: &[u8]) -> Kept {
    let mut kept = [false; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        kept[byte as usize] = byte.is_ascii_alphanumeric();
        byte += 1;
    }
    let mut at = 0;
    while at < others.len() {
        kept[others[at] as usize] = true;
        at += 1;
    }
    kept
}

/// Encodes everything but RFC 3986's unreserved characters.
pub(crate) fn encode(text: &str) -> String {
    encode_but(text, &UNRESERVED)
}

/// [`encode`], behind what `out` holds.
pub(crate) fn encode_to(out: &mut String, text: &str) {
    append(out, text, &UNRESERVED);
}

/// Encodes for a query what RFC 3986 does not allow there, and what stands between and around the pairs of one.
pub(crate) fn encode_reserved(text: &str) -> String {
    encode_but(text, &QUERY)
}

fn encode_but(text: &str, kept: &Kept) -> String {
    let mut out = String::with_capacity(text.len());
    append(&mut out, text, kept);
    out
}

/// Appends what stays run by run: most texts are a single one.
fn append(out: &mut String, mut text: &str, kept: &Kept) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    while let Some(at) = text.bytes().position(|byte| !kept[usize::from(byte)]) {
        out.push_str(&text[..at]);
        // All before it is ASCII, so a whole character starts here.
        let behind = at + text[at..].chars().next().map_or(1, char::len_utf8);
        for byte in text[at..behind].bytes() {
            out.push('%');
            out.push(HEX[usize::from(byte >> 4)].into());
            out.push(HEX[usize::from(byte & 15)].into());
        }
        text = &text[behind..];
    }
    out.push_str(text);
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
