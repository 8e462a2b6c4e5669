//! Sets of characters: what a class, an escape or a literal takes.

/// Sorted ranges that neither overlap nor touch, so that equal sets are equal values.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct CharSet(Vec<(char, char)>);

impl CharSet {
    pub(super) fn new(mut ranges: Vec<(char, char)>) -> Self {
        ranges.sort_unstable();
        let mut merged: Vec<(char, char)> = Vec::with_capacity(ranges.len());
        for (low, high) in ranges {
            match merged.last_mut() {
                Some(last) if after(last.1).is_none_or(|next| low <= next) => {
                    last.1 = last.1.max(high);
                }
                _ => merged.push((low, high)),
            }
        }
        CharSet(merged)
    }

    pub(super) fn one(char: char) -> Self {
        CharSet(vec![(char, char)])
    }

    pub(super) fn ranges(&self) -> &[(char, char)] {
        &self.0
    }

    pub(super) fn complement(&self) -> Self {
        let mut ranges = Vec::with_capacity(self.0.len() + 1);
        let mut rest = Some('\0');
        for &(low, high) in &self.0 {
            if let (Some(from), Some(to)) = (rest, before(low))
                && from <= to
            {
                ranges.push((from, to));
            }
            rest = after(high);
        }
        ranges.extend(rest.map(|from| (from, char::MAX)));
        CharSet(ranges)
    }

    /// What `.` takes: anything but a line terminator.
    pub(super) fn dot() -> Self {
        CharSet::new(LINE_TERMINATORS.to_vec()).complement()
    }

    /// What `\d`, `\w`, `\s` take, or their capitals don't.
    pub(super) fn shorthand(letter: char) -> Option<Self> {
        let ranges = match letter.to_ascii_lowercase() {
            'd' => DIGITS,
            'w' => WORD,
            's' => SPACE,
            _ => return None,
        };
        let set = CharSet::new(ranges.to_vec());
        Some(if letter.is_ascii_uppercase() {
            set.complement()
        } else {
            set
        })
    }
}

const LINE_TERMINATORS: &[(char, char)] = &[('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')];
const DIGITS: &[(char, char)] = &[('0', '9')];
const WORD: &[(char, char)] = &[('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')];
/// ECMA-262 `WhiteSpace` and `LineTerminator`.
const SPACE: &[(char, char)] = &[
    ('\t', '\r'),
    (' ', ' '),
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

/// The next scalar value, over the surrogates.
fn after(char: char) -> Option<char> {
    (char..=char::MAX).nth(1)
}

fn before(char: char) -> Option<char> {
    ('\0'..=char).nth_back(1)
}
