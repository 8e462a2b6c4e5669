//! The texts of a corpus file.

/// One text a line, without comments, `<0A>` taken as the byte 0A.
pub(crate) fn cases(file: &str) -> Vec<Vec<u8>> {
    file.lines()
        .filter(|line| !line.starts_with('#'))
        .map(bytes)
        .collect()
}

fn bytes(line: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let escaped = rest
            .get(1..3)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match escaped {
            Some(byte) if c == '<' && rest.get(3..4) == Some(">") => {
                bytes.push(byte);
                rest = &rest[4..];
            }
            _ => {
                let (first, behind) = rest.split_at(c.len_utf8());
                bytes.extend_from_slice(first.as_bytes());
                rest = behind;
            }
        }
    }
    bytes
}
