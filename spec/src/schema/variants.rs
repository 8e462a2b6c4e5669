//! What the values of an enum are called. A name says what tells its value from the others, and depends on no order: of values
//! whose plain names are one, each gives way by what it is.

use std::collections::{BTreeSet, HashMap};

use super::Constants;
use crate::identifier;
use crate::names::{Scope, camel, identifier_of};
use crate::words::{self, spelled};

/// The names of the values of an enum, one each.
#[derive(Clone, Debug, Default)]
pub struct VariantNames {
    /// In the order of the values.
    pub names: Vec<String>,
    /// The indices of values that nothing but a number made of themselves tells apart.
    pub numbered: Vec<usize>,
}

impl VariantNames {
    /// Names the values of an enum; some may have been given a name, as Rust writes it, and keep it.
    pub fn of(constants: &Constants<'_>, given: &[Option<String>]) -> Self {
        let wires: Vec<_> = constants.values.iter().map(|it| &*it.wire).collect();
        let mut times: HashMap<&String, usize> = HashMap::new();
        for name in given.iter().flatten() {
            *times.entry(name).or_default() += 1;
        }
        // A name that was given twice tells nothing apart.
        let alone = |index: usize| {
            let name = given.get(index)?.as_ref()?;
            (times[name] == 1).then_some(name)
        };
        let free = |index: usize| alone(index).is_none();
        let first = wires.iter().enumerate().map(|(index, wire)| {
            let given = alone(index).cloned();
            given.unwrap_or_else(|| plain(wire, constants.strings))
        });
        let mut names: Vec<String> = first.collect();
        let mut numbered = Vec::new();
        for way in [cased, distinct, exact] {
            for index in clashing(&names, &wires).filter(|index| free(*index)) {
                names[index] = way(wires[index]);
            }
        }
        for index in clashing(&names, &wires).filter(|index| free(*index)) {
            names[index] = format!("{}{:04x}", distinct(wires[index]), digest(wires[index]));
            numbered.push(index);
        }
        let mut scope = Scope::with(&["Unknown"]);
        let names = names.iter().map(|name| scope.claim(name)).collect();
        VariantNames { names, numbered }
    }
}

/// The values whose names are also those of others, or the very text of another, and that other.
fn clashing(names: &[String], wires: &[&str]) -> impl Iterator<Item = usize> + use<> {
    let mut taken: HashMap<&str, usize> = HashMap::new();
    for name in names {
        *taken.entry(name).or_default() += 1;
    }
    let places = wires.iter().enumerate().map(|(place, wire)| (*wire, place));
    let places: HashMap<&str, usize> = places.collect();
    let mut clashes = BTreeSet::new();
    for (index, name) in names.iter().enumerate() {
        if taken[name.as_str()] > 1 {
            clashes.insert(index);
        }
        if let Some(&other) = places.get(name.as_str())
            && other != index
        {
            clashes.extend([index, other]);
        }
    }
    clashes.into_iter()
}

/// The name of a value that stands alone.
fn plain(wire: &str, string: bool) -> String {
    if !string {
        return match wire.strip_prefix('-') {
            Some(number) => format!("Minus{number}"),
            None => format!("N{wire}"),
        };
    }
    // Signs alone, such as `<=`.
    if words::words(wire).is_empty() {
        camel(&spelled(wire))
    } else {
        camel(wire)
    }
}

/// With the case of the value.
fn cased(wire: &str) -> String {
    let mut name = String::new();
    for word in wire.split(|c: char| !c.is_ascii_alphanumeric()) {
        let mut letters = word.chars();
        name.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(letters.as_str());
    }
    if !wire.is_ascii() || name.is_empty() {
        return camel(&spelled(wire));
    }
    identifier_of(name)
}

/// With the case and the signs of the value.
fn distinct(wire: &str) -> String {
    cased(&spelled(wire))
}

/// As the value stands, where Rust takes it.
fn exact(wire: &str) -> String {
    match identifier::fault(wire) {
        None => wire.to_owned(),
        Some(_) if identifier::is_keyword(wire) => format!("{wire}_"),
        Some(_) => distinct(wire),
    }
}

/// A number that a text always has (FNV-1a, folded).
fn digest(text: &str) -> u32 {
    let digest = text.bytes().fold(0x811c_9dc5_u32, |digest, byte| {
        (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    (digest >> 16) ^ (digest & 0xffff)
}
