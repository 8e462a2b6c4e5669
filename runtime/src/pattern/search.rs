//! The search: every way a program can go is followed at once, one character at a time, so no text makes it slow.

use super::threads::Threads;
use super::{Pattern, Step};

/// A place between two characters, and what the programs before the present one found there.
struct Place<'t> {
    text: &'t [u8],
    at: usize,
    /// A bit for each program that matches here.
    found: u32,
}

pub(super) const fn search<const N: usize>(pattern: &Pattern, text: &[u8]) -> bool {
    let (mut one, mut other) = (Threads::<N>::new(), Threads::<N>::new());
    let (mut now, mut next) = (&mut one, &mut other);
    let whole = pattern.starts.len() - 1;
    let mut place = Place {
        text,
        at: text.len(),
        found: 0,
    };
    now.clear(pattern);
    loop {
        place.found = 0;
        let mut program = 0;
        while program <= whole {
            close(pattern, program, now, &mut place);
            program += 1;
        }
        if place.found >> whole == 1 {
            return true;
        }
        if place.at == 0 || is_over(pattern, whole, now) {
            return false;
        }
        let char = step_back(&mut place);
        next.clear(pattern);
        take(pattern, now, next, char);
        std::mem::swap(&mut now, &mut next);
    }
}

/// Begins the program at this place and follows all steps that take no character.
const fn close<const N: usize>(
    pattern: &Pattern,
    program: usize,
    now: &mut Threads<N>,
    place: &mut Place<'_>,
) {
    now.add(program, pattern.starts[program], 0);
    let mut slot = pattern.starts[program] as usize;
    while slot < now.end(program) {
        let step = now.step(slot);
        let passes = match pattern.steps[step as usize] {
            Step::One(_) => false,
            Step::Run(..) => true,
            Step::Fork(to) => {
                now.add(program, to, 0);
                true
            }
            Step::Jump(to) => {
                now.add(program, to, 0);
                false
            }
            Step::Accept => {
                place.found |= 1 << program;
                false
            }
            assertion => holds(assertion, place),
        };
        if passes {
            now.add(program, step + 1, 0);
        }
        slot += 1;
    }
}

const fn holds(assertion: Step, place: &Place<'_>) -> bool {
    match assertion {
        Step::Start => place.at == 0,
        Step::End => place.at == place.text.len(),
        Step::WordBoundary(wanted) => {
            let before = place.at > 0 && is_word(place.text[place.at - 1]);
            let after = place.at < place.text.len() && is_word(place.text[place.at]);
            (before != after) == wanted
        }
        Step::Ahead(program, wanted) => (place.found >> program & 1 == 1) == wanted,
        _ => false,
    }
}

/// Bytes of a longer character are never part of a word.
const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// Whether nothing can match any more: the pattern begins at the text's end only, and nothing of it is left.
const fn is_over<const N: usize>(pattern: &Pattern, whole: usize, now: &Threads<N>) -> bool {
    let start = pattern.starts[whole];
    matches!(pattern.steps[start as usize], Step::End) && now.end(whole) == start as usize + 1
}

/// Moves to the place before the character before this one, and returns that character.
const fn step_back(place: &mut Place<'_>) -> u32 {
    let mut char = 0;
    let mut shift = 0;
    loop {
        place.at -= 1;
        let byte = place.text[place.at];
        if byte & 0xC0 != 0x80 {
            return char | lead_bits(byte) << shift;
        }
        char |= ((byte & 0x3F) as u32) << shift;
        shift += 6;
    }
}

const fn lead_bits(byte: u8) -> u32 {
    let kept = match byte {
        0x00..=0x7F => 0x7F,
        0x80..=0xDF => 0x1F,
        0xE0..=0xEF => 0x0F,
        0xF0..=0xFF => 0x07,
    };
    (byte & kept) as u32
}

/// Moves every thread that takes this character over it.
const fn take<const N: usize>(
    pattern: &Pattern,
    now: &Threads<N>,
    next: &mut Threads<N>,
    char: u32,
) {
    let mut program = 0;
    while program < pattern.starts.len() {
        let mut slot = pattern.starts[program] as usize;
        while slot < now.end(program) {
            let step = now.step(slot);
            match pattern.steps[step as usize] {
                Step::One(ranges) if contains(ranges, char) => next.add(program, step + 1, 0),
                Step::Run(ranges, most) if now.taken(step) < most && contains(ranges, char) => {
                    next.add(
                        program,
                        step,
                        if most == u32::MAX {
                            0
                        } else {
                            now.taken(step) + 1
                        },
                    );
                }
                _ => {}
            }
            slot += 1;
        }
        program += 1;
    }
}

const fn contains(ranges: &[(char, char)], char: u32) -> bool {
    let mut at = 0;
    while at < ranges.len() {
        let (low, high) = ranges[at];
        if low as u32 <= char && char <= high as u32 {
            return true;
        }
        at += 1;
    }
    false
}
