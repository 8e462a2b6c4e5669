//! Sound documents and what becomes of them by small changes: the same for the same seed, on every machine.

mod change;
mod damage;
mod odd;
mod parents;
mod random;
mod tree;
mod write;

use std::ops::Range;

pub(crate) use parents::{Parent, parents};
use random::Random;

/// A changed document.
pub(crate) struct Mutant {
    pub(crate) seed: u64,
    /// The document it was made of.
    pub(crate) parent: String,
    /// What was done to it.
    pub(crate) story: String,
    pub(crate) text: String,
}

/// The mutant of a seed.
pub(crate) fn mutant(parents: &[Parent], seed: u64) -> Mutant {
    let mut random = Random::new(seed);
    let parent = choose(parents, &mut random);
    let mut root = parent.root.clone();
    let mut story = Vec::new();
    for _ in 0..=random.below(3) {
        story.push(if random.one_in(4) {
            damage::node(&mut root, &mut random)
        } else {
            change::change(&mut root, &mut random)
        });
    }
    let mut text = write::text(&root);
    if random.one_in(16) {
        let (damaged, told) = damage::bytes(&text, &mut random);
        text = damaged;
        story.push(told);
    }
    Mutant {
        seed,
        parent: parent.name.clone(),
        story: story.join("; "),
        text,
    }
}

/// The environment's `MUTANTS=17` or `MUTANTS=17..300`: these seeds, and each looked at in full.
pub(crate) fn asked() -> Option<Range<u64>> {
    let asked = std::env::var("MUTANTS").ok()?;
    let number = |text: &str| text.parse::<u64>().expect("MUTANTS holds numbers");
    Some(match asked.split_once("..") {
        Some((start, end)) => number(start)..number(end),
        None => number(&asked)..number(&asked) + 1,
    })
}

/// Most mutants are small, so that there can be many.
fn choose<'p>(parents: &'p [Parent], random: &mut Random) -> &'p Parent {
    let whole = random.one_in(100);
    let parents: Vec<_> = parents
        .iter()
        .filter(|parent| parent.small != whole)
        .collect();
    parents[random.index(parents.len())]
}
