//! Faults that tries of documents meet: each kind and reason once, how often it came and where first.

use std::collections::BTreeMap;

use crate::table::{Column, Table};

/// Longer reasons are cut.
const SHOWN: usize = 240;

/// The faults of one document, by kind and reason. Kinds are told by name and go in the order of `K`.
#[derive(Debug)]
pub(crate) struct Faults<K>(BTreeMap<(K, String), Fault>);

/// How often, and the first time.
#[derive(Debug)]
struct Fault {
    times: usize,
    first: String,
}

impl<K: Ord> Faults<K> {
    pub(crate) fn new() -> Self {
        Faults(BTreeMap::new())
    }

    pub(crate) fn add(&mut self, kind: K, why: String, first: impl FnOnce() -> String) {
        let new = || Fault {
            times: 0,
            first: first(),
        };
        self.0.entry((kind, why)).or_insert_with(new).times += 1;
    }
}

/// A row for each fault of these documents.
pub(crate) fn table<'r, K: Copy + 'r>(
    documents: impl Iterator<Item = (&'r str, &'r Faults<K>)>,
    name: impl Fn(K) -> &'static str,
) -> Table<5> {
    let rows = documents.flat_map(|(document, faults)| {
        let name = &name;
        faults.0.iter().map(move |((kind, why), fault)| {
            [
                document.to_owned(),
                name(*kind).to_owned(),
                fault.times.to_string(),
                fault.first.clone(),
                why.chars().take(SHOWN).collect(),
            ]
        })
    });
    Table {
        head: [
            Column::Text("document"),
            Column::Text("fault"),
            Column::Number("times"),
            Column::Text("first"),
            Column::Text("what is said"),
        ],
        rows: rows.collect(),
    }
}
