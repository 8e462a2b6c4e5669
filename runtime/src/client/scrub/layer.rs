//! A text with one spelling after another taken off: percent-encoding, escapes of strings, entities of HTML. Every byte knows
//! which bytes of the text as it came spell it. Knows no secret.

use std::ops::Range;

/// Nobody reads what is encoded more often than that.
const MOST: usize = 32;

/// A character of ASCII and its names in HTML.
const ENTITIES: [(u8, &[&str]); 33] = [
    (b'\t', &["Tab"]),
    (b'\n', &["NewLine"]),
    (b' ', &["nbsp"]),
    (b'!', &["excl"]),
    (b'"', &["quot", "QUOT"]),
    (b'#', &["num"]),
    (b'$', &["dollar"]),
    (b'%', &["percnt"]),
    (b'&', &["amp", "AMP"]),
    (b'\'', &["apos"]),
    (b'(', &["lpar"]),
    (b')', &["rpar"]),
    (b'*', &["ast", "midast"]),
    (b'+', &["plus"]),
    (b',', &["comma"]),
    (b'.', &["period"]),
    (b'/', &["sol"]),
    (b':', &["colon"]),
    (b';', &["semi"]),
    (b'<', &["lt", "LT"]),
    (b'=', &["equals"]),
    (b'>', &["gt", "GT"]),
    (b'?', &["quest"]),
    (b'@', &["commat"]),
    (b'[', &["lsqb", "lbrack"]),
    (b'\\', &["bsol"]),
    (b']', &["rsqb", "rbrack"]),
    (b'^', &["Hat"]),
    (b'_', &["lowbar", "UnderBar"]),
    (b'`', &["grave"]),
    (b'{', &["lcub", "lbrace"]),
    (b'|', &["verbar", "vert", "VerticalLine"]),
    (b'}', &["rcub", "rbrace"]),
];

/// Bytes, and for each those of the text that stand for it.
pub(super) struct Layer {
    pub(super) bytes: Vec<u8>,
    places: Vec<(usize, usize)>,
}

impl Layer {
    /// The text as it is.
    fn outer(text: &[u8]) -> Self {
        Self {
            bytes: text.to_vec(),
            places: (0..text.len()).map(|at| (at, at + 1)).collect(),
        }
    }

    /// Where in the text some of these bytes stand.
    pub(super) fn place(&self, bytes: Range<usize>) -> Option<Range<usize>> {
        let first = self.places.get(bytes.start)?;
        let last = self.places.get(bytes.end.checked_sub(1)?)?;
        Some(first.0..last.1)
    }

    /// What the next spelling hides; none where there is no further one.
    fn inner(&self) -> Option<Self> {
        let mut inner = Self {
            bytes: Vec::with_capacity(self.bytes.len()),
            places: Vec::with_capacity(self.bytes.len()),
        };
        let mut at = 0;
        while let Some(&byte) = self.bytes.get(at) {
            let Some((spelt, len)) = decoded(&self.bytes[at..]) else {
                inner.push(byte, self.places[at]);
                at += 1;
                continue;
            };
            let place = (self.places[at].0, self.places[at + len - 1].1);
            match spelt {
                Spelt::Byte(byte) => inner.push(byte, place),
                Spelt::Char(char) => {
                    let utf8 = char.encode_utf8(&mut [0; 4]).to_owned();
                    utf8.bytes().for_each(|byte| inner.push(byte, place));
                }
            }
            at += len;
        }
        (inner.bytes.len() < self.bytes.len()).then_some(inner)
    }

    fn push(&mut self, byte: u8, place: (usize, usize)) {
        self.bytes.push(byte);
        self.places.push(place);
    }
}

/// The text, and all that stands behind its spellings.
pub(super) fn layers(text: &[u8]) -> impl Iterator<Item = Layer> {
    let mut next = Some(Layer::outer(text));
    let layers = std::iter::from_fn(move || {
        let layer = next.take()?;
        next = layer.inner();
        Some(layer)
    });
    layers.take(MOST)
}

/// What is spelt in another way than as itself.
enum Spelt {
    /// One of those that a character may be made of.
    Byte(u8),
    Char(char),
}

/// What `bytes` begin with where that is spelt in another way, and the number of bytes that spell it.
fn decoded(bytes: &[u8]) -> Option<(Spelt, usize)> {
    let (found, len) = match bytes {
        [b'%', b'u' | b'U', rest @ ..] => behind(2, char_of(rest, 16, 4, 4)),
        [b'%', rest @ ..] => behind(1, byte_of(rest, 16, 2)),
        [b'\\', rest @ ..] => behind(1, escape(rest)),
        [b'&', b'#', b'x' | b'X', rest @ ..] => closed(bytes, behind(3, char_of(rest, 16, 1, 8))),
        [b'&', b'#', rest @ ..] => closed(bytes, behind(2, char_of(rest, 10, 1, 10))),
        [b'&', rest @ ..] => behind(1, named(rest)),
        _ => None,
    }?;
    Some((found, len))
}

fn behind(lead: usize, found: Option<(Spelt, usize)>) -> Option<(Spelt, usize)> {
    found.map(|(found, len)| (found, lead + len))
}

/// Browsers do without the semicolon.
fn closed(bytes: &[u8], found: Option<(Spelt, usize)>) -> Option<(Spelt, usize)> {
    let semicolon = |len: usize| usize::from(bytes.get(len) == Some(&b';'));
    found.map(|(found, len)| (found, len + semicolon(len)))
}

fn number(bytes: &[u8], radix: u32, least: usize, most: usize) -> Option<(u32, usize)> {
    let is_digit = |byte: &&u8| char::from(**byte).is_digit(radix);
    let len = bytes.iter().take(most).take_while(is_digit).count();
    let digits = std::str::from_utf8(&bytes[..len]).ok()?;
    let found = u32::from_str_radix(digits, radix).ok()?;
    (len >= least).then_some((found, len))
}

fn byte_of(bytes: &[u8], radix: u32, digits: usize) -> Option<(Spelt, usize)> {
    let (found, len) = number(bytes, radix, digits, digits)?;
    Some((Spelt::Byte(u8::try_from(found).ok()?), len))
}

fn char_of(bytes: &[u8], radix: u32, least: usize, most: usize) -> Option<(Spelt, usize)> {
    let (found, len) = number(bytes, radix, least, most)?;
    Some((Spelt::Char(char::from_u32(found)?), len))
}

/// What stands behind a backslash in JSON, JavaScript, C, Rust or Python.
fn escape(bytes: &[u8]) -> Option<(Spelt, usize)> {
    let (&first, rest) = bytes.split_first()?;
    let plain = match first {
        b'"' | b'\'' | b'\\' | b'/' | b'`' => first,
        b'n' => b'\n',
        b't' => b'\t',
        b'r' => b'\r',
        b'b' => 8,
        b'f' => 12,
        b'x' => return behind(1, byte_of(rest, 16, 2)),
        b'U' => return behind(1, char_of(rest, 16, 8, 8)),
        b'u' => return behind(1, unicode(rest)),
        b'0'..=b'7' => return byte_of(bytes, 8, 3),
        _ => return None,
    };
    Some((Spelt::Byte(plain), 1))
}

/// Four digits, two halves of a character, or any number of digits in braces.
fn unicode(bytes: &[u8]) -> Option<(Spelt, usize)> {
    if let [b'{', rest @ ..] = bytes {
        let (found, len) = char_of(rest, 16, 1, 6)?;
        return (rest.get(len) == Some(&b'}')).then_some((found, len + 2));
    }
    if let Some(found) = char_of(bytes, 16, 4, 4) {
        return Some(found);
    }
    let (high, _) = number(bytes, 16, 4, 4)?;
    let (b"\\u", low) = bytes.get(4..)?.split_at_checked(2)? else {
        return None;
    };
    let (low, _) = number(low, 16, 4, 4)?;
    let halves = (high.checked_sub(0xD800)?, low.checked_sub(0xDC00)?);
    let found = char::from_u32(0x1_0000 + (halves.0 << 10) + halves.1)?;
    Some((Spelt::Char(found), 10))
}

fn named(bytes: &[u8]) -> Option<(Spelt, usize)> {
    let len = bytes
        .iter()
        .take_while(|it| it.is_ascii_alphabetic())
        .count();
    if bytes.get(len) != Some(&b';') {
        return None;
    }
    let wanted = std::str::from_utf8(&bytes[..len]).ok()?;
    let (byte, _) = ENTITIES.iter().find(|(_, names)| names.contains(&wanted))?;
    Some((Spelt::Byte(*byte), len + 1))
}
