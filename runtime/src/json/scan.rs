//! Byte scans shared by reader and writer.

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGHS: u64 = 0x8080_8080_8080_8080;

/// How many leading bytes may stand in a JSON string as they are: everything up to a quote, a backslash or a control
/// character.
#[inline]
pub(super) fn plain_len(bytes: &[u8]) -> usize {
    let (words, rest) = bytes.as_chunks::<8>();
    for (i, word) in words.iter().enumerate() {
        let marks = special_marks(u64::from_le_bytes(*word));
        if marks != 0 {
            return i * 8 + lowest(marks);
        }
    }
    if rest.is_empty() {
        bytes.len()
    } else {
        plain_len_of_end(bytes)
    }
}

/// The same where only the last seven bytes at most are not known to be plain.
fn plain_len_of_end(bytes: &[u8]) -> usize {
    match bytes.last_chunk::<8>() {
        Some(end) => match special_marks(u64::from_le_bytes(*end)) {
            0 => bytes.len(),
            marks => bytes.len() - 8 + lowest(marks),
        },
        None => short_plain_len(bytes),
    }
}

/// The same for fewer than eight bytes, such as most member names.
fn short_plain_len(bytes: &[u8]) -> usize {
    if let (Some(start), Some(end)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        let word =
            u64::from(u32::from_le_bytes(*start)) | u64::from(u32::from_le_bytes(*end)) << 32;
        if special_marks(word) == 0 {
            return bytes.len();
        }
    }
    bytes.iter().take_while(|&&b| !is_special(b)).count()
}

/// Where the lowest mark stands, in bytes.
fn lowest(marks: u64) -> usize {
    marks.trailing_zeros() as usize / 8
}

/// Sets the high bit of each special byte. A borrow may also mark bytes above the lowest marked one, never below it, so
/// only the lowest mark counts.
fn special_marks(word: u64) -> u64 {
    let zero = |w: u64| w.wrapping_sub(ONES) & !w;
    let control = word.wrapping_sub(ONES * 0x20) & !word;
    let quote = zero(word ^ (ONES * u64::from(b'"')));
    let backslash = zero(word ^ (ONES * u64::from(b'\\')));
    (control | quote | backslash) & HIGHS
}

fn is_special(byte: u8) -> bool {
    matches!(byte, b'"' | b'\\' | 0..0x20)
}

pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\n' | b'\r' | b'\t')
}
