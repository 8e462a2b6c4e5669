//! Damage that knows nothing of `OpenAPI`: nodes lost, doubled, exchanged, renamed; bytes too.

use bindery_spec::{Kind, Value};

use super::odd;
use super::random::Random;
use super::tree::{count, member, nth};

/// Damages one node anywhere; tells which.
pub(crate) fn node(root: &mut Value, random: &mut Random) -> String {
    let size = count(root);
    let donor = nth(root, random.index(size)).0.clone();
    let (target, at) = nth(root, random.index(size));
    let done = match (&mut target.kind, random.below(7)) {
        (kind, 0) => {
            *kind = odd::scalar(random).kind;
            "replaced"
        }
        (kind, 1) => {
            *kind = donor.kind;
            "exchanged"
        }
        (Kind::Object(members), choice) if !members.is_empty() => {
            let (from, to) = (random.index(members.len()), random.index(members.len()));
            match choice {
                2 => drop(members.remove(from)),
                3 => members.push(members[from].clone()),
                4 => members[from].key = odd::name(random).into(),
                5 => members[from].key = members[to].key.clone(),
                _ => members.extend(
                    donor
                        .as_object()
                        .unwrap_or_default()
                        .iter()
                        .take(3)
                        .cloned(),
                ),
            }
            [
                "",
                "",
                "lost a member of",
                "repeated a member of",
                "renamed a member of",
                "doubled a key of",
                "added members to",
            ][usize::try_from(choice).unwrap_or_default()]
        }
        (Kind::Object(members), _) => {
            members.push(member(&odd::name(random), donor));
            "filled"
        }
        (Kind::Array(items), 2) if !items.is_empty() => {
            items.remove(random.index(items.len()));
            "lost an item of"
        }
        (Kind::Array(items), _) => {
            items.push(donor);
            "added to"
        }
        (Kind::String(text), _) => {
            *text = odd::name(random).into();
            "reworded"
        }
        (kind, _) => {
            *kind = odd::number(random).kind;
            "renumbered"
        }
    };
    format!("{done} {at}")
}

const PIECES: [&str; 14] = [
    "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u12", "\u{1}", "名", "🦀", "\u{feff}", "//",
];

/// Damages the text itself; tells where.
pub(crate) fn bytes(text: &str, random: &mut Random) -> (String, String) {
    let mut bytes = text.as_bytes().to_vec();
    let at = random.index(bytes.len());
    let done = match random.below(4) {
        0 => {
            bytes.truncate(at);
            "cut"
        }
        1 => {
            let end = (at + 1 + random.index(9)).min(bytes.len());
            bytes.drain(at..end);
            "bytes lost"
        }
        2 => {
            let piece = random.of(&PIECES).bytes();
            bytes.splice(at..at, piece);
            "bytes inserted"
        }
        _ => {
            bytes[at] = b"\"{}[],:\\ 0-e\n"[random.index(13)];
            "byte changed"
        }
    };
    (
        String::from_utf8_lossy(&bytes).into_owned(),
        format!("{done} at byte {at}"),
    )
}
