//! Where a text holds a secret, in whatever spelling. What is looked for is any run of [`RUN`] bytes of a secret, so that one
//! that was cut off is found as well; of a shorter secret, all of it.

use std::collections::HashSet;
use std::ops::Range;

use super::layer::{Layer, layers};
use crate::secret::Secret;

/// Fewer bytes than that tell nobody anything, or stand in texts for themselves.
pub(super) const RUN: usize = 8;

/// A secret that is shorter has no encoding that could be told from other text.
const ENCODED: usize = 4;

/// Long texts are looked at in stretches, for a layer takes many times the memory of its text.
const STRETCH: usize = 64 * 1024;

/// No run of a secret is spelt in more bytes than that.
const OVERLAP: usize = 4 * 1024;

/// What to look for: bytes folded by [`fold`], and bytes of base64 folded by [`fold_base64`].
#[derive(Default)]
pub(super) struct Needles {
    plain: Sorted,
    base64: Sorted,
}

/// Those of one kind.
#[derive(Default)]
struct Sorted {
    runs: HashSet<[u8; RUN]>,
    /// Those that are shorter than a run.
    short: Vec<Vec<u8>>,
}

impl Needles {
    pub(super) fn of<'a>(secrets: impl Iterator<Item = &'a Secret>) -> Self {
        let mut needles = Self::default();
        for secret in secrets.map(Secret::expose) {
            needles.add(secret.as_bytes());
            // A secret that looks like an encoding of something is that something in the innermost layer.
            if let Some(inner) = layers(secret.as_bytes()).last() {
                needles.add(&inner.bytes);
            }
        }
        needles
    }

    fn add(&mut self, secret: &[u8]) {
        self.plain.add(folded(secret, fold));
        if secret.len() < ENCODED {
            return;
        }
        self.plain.add(hexadecimal(secret));
        for shift in 0..3 {
            self.base64.add(base64_part(secret, shift));
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.plain.runs.is_empty() && self.plain.short.is_empty()
    }

    /// The places of secrets in `text`. With `words`, short secrets are found only where they stand by themselves, and so are
    /// no accident.
    pub(super) fn find(&self, text: &[u8], words: bool) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut start = 0;
        while !self.is_empty() {
            let end = text.len().min(start + STRETCH);
            for layer in layers(&text[start..end]) {
                let mut mark =
                    |place: Range<usize>| found.push(start + place.start..start + place.end);
                self.plain.find(&layer, fold, words, &mut mark);
                self.base64.find(&layer, fold_base64, words, &mut mark);
            }
            if end == text.len() {
                break;
            }
            start = end - OVERLAP;
        }
        found
    }
}

impl Sorted {
    fn add(&mut self, needle: Vec<u8>) {
        if needle.len() < RUN {
            let new = !needle.is_empty() && !self.short.contains(&needle);
            self.short.extend(new.then_some(needle));
            return;
        }
        let runs = needle.windows(RUN);
        self.runs
            .extend(runs.filter_map(|run| <[u8; RUN]>::try_from(run).ok()));
    }

    fn find(
        &self,
        layer: &Layer,
        fold: fn(u8) -> Option<u8>,
        words: bool,
        found: &mut impl FnMut(Range<usize>),
    ) {
        let bytes = layer.bytes.iter().enumerate();
        let (at, bytes): (Vec<_>, Vec<_>) = bytes
            .filter_map(|(at, byte)| Some((at, fold(*byte)?)))
            .unzip();
        let mut mark = |range: Range<usize>| {
            let range = at[range.start]..at[range.end - 1] + 1;
            layer.place(range).into_iter().for_each(&mut *found);
        };
        if !self.runs.is_empty() {
            let runs = bytes.windows(RUN).enumerate();
            let known = runs.filter(|(_, run)| self.runs.contains(*run));
            known.for_each(|(start, _)| mark(start..start + RUN));
        }
        for short in &self.short {
            let windows = bytes.windows(short.len()).enumerate();
            for (start, _) in windows.filter(|(_, window)| window == short) {
                let range = start..start + short.len();
                if !words || is_word(&bytes, &range) {
                    mark(range);
                }
            }
            let cut = cut_off(&bytes, short).filter(|_| !words);
            if let Some(len) = cut {
                mark(bytes.len() - len..bytes.len());
            }
        }
    }
}

fn is_word(bytes: &[u8], range: &Range<usize>) -> bool {
    let part = |at: Option<usize>| {
        let byte = at.and_then(|at| bytes.get(at));
        byte.is_some_and(u8::is_ascii_alphanumeric)
    };
    !part(range.start.checked_sub(1)) && !part(Some(range.end))
}

/// How many bytes of a needle a text ends with, if that is more than half of it: it was cut off there.
fn cut_off(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    let least = (needle.len() / 2 + 1).max(3);
    let mut lengths = (least..needle.len()).rev();
    lengths.find(|len| bytes.ends_with(&needle[..*len]))
}

fn folded(bytes: &[u8], fold: fn(u8) -> Option<u8>) -> Vec<u8> {
    bytes.iter().filter_map(|byte| fold(*byte)).collect()
}

/// Letters of either case, and `+` where forms have it for a space. Control characters come in between where a text is wrapped, or
/// is read in another encoding than it was written in.
fn fold(byte: u8) -> Option<u8> {
    match byte {
        b'+' => Some(b' '),
        0..=0x1F | 0x7F => None,
        _ => Some(byte.to_ascii_lowercase()),
    }
}

/// Both alphabets of base64, and what `+` may have become.
fn fold_base64(byte: u8) -> Option<u8> {
    match byte {
        b'-' | b' ' => Some(b'+'),
        b'_' => Some(b'/'),
        0..=0x1F | 0x7F => None,
        _ => Some(byte),
    }
}

fn hexadecimal(bytes: &[u8]) -> Vec<u8> {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .map(|digit| b"0123456789abcdef"[usize::from(digit)])
        .collect()
}

/// The base64 of a secret that stands `shift` bytes behind a multiple of three: those digits that no neighbour has a part in.
fn base64_part(secret: &[u8], shift: usize) -> Vec<u8> {
    let mut padded = vec![0; shift];
    padded.extend_from_slice(secret);
    let whole = crate::sign::base64(&padded);
    let (first, last) = ((shift * 8).div_ceil(6), padded.len() * 8 / 6);
    folded(&whole.as_bytes()[first..last], fold_base64)
}

/// The same places, ascending and apart from one another, each of whole characters.
pub(super) fn apart(mut found: Vec<Range<usize>>, text: &[u8]) -> Vec<Range<usize>> {
    let inside = |at: usize| text.get(at).is_some_and(|byte| byte & 0xC0 == 0x80);
    found.sort_by_key(|range| range.start);
    let mut apart: Vec<Range<usize>> = Vec::new();
    for Range { mut start, mut end } in found {
        while start > 0 && inside(start) {
            start -= 1;
        }
        while inside(end) {
            end += 1;
        }
        match apart.last_mut() {
            Some(last) if last.end >= start => last.end = last.end.max(end),
            _ => apart.push(start..end),
        }
    }
    apart
}
