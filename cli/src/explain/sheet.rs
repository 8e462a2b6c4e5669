//! Text for people: headings, and paragraphs wrapped to a width. Knows nothing of specs, but that they must not steer the terminal.

use anstyle::{AnsiColor, Style};
use bindery_spec::plain;

pub(super) const STRONG: Style = Style::new().bold();
pub(super) const HEADING: Style = AnsiColor::Green.on_default().bold();
pub(super) const NAME: Style = AnsiColor::Cyan.on_default();

/// The widest text that reads well.
const WIDEST: usize = 100;
/// Below this, wrapping makes things worse.
const NARROWEST: usize = 40;

/// A page in the making. It holds ANSI styles, which the stream it goes to takes out where they do not belong.
#[derive(Debug)]
pub(super) struct Sheet {
    text: String,
    width: usize,
}

impl Sheet {
    /// A page of so many columns.
    pub(super) fn new(columns: usize) -> Self {
        Sheet {
            text: String::new(),
            width: columns.clamp(NARROWEST, WIDEST),
        }
    }

    pub(super) fn finish(self) -> String {
        self.text
    }

    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }

    /// A heading, after a blank line.
    pub(super) fn heading(&mut self, words: &str) {
        self.blank();
        self.words(0, 0, words, HEADING);
    }

    /// A term and what is said beside it; the lines after the first hang under it.
    pub(super) fn entry(&mut self, indent: usize, term: &str, style: Style, words: &str) {
        let term = plain::line(term);
        let before = format!("{}{style}{term}{style:#}", " ".repeat(indent));
        self.text.push_str(&before);
        let taken = indent + term.chars().count();
        self.fill(taken, indent + 4, words.split_whitespace(), Style::new());
    }

    /// A label and its value, values in one column.
    pub(super) fn pair(&mut self, indent: usize, label: &str, words: &str) {
        const COLUMN: usize = 10;
        let label = format!("{label:COLUMN$}");
        self.text.push_str(&" ".repeat(indent));
        self.text.push_str(&label);
        let taken = indent + label.chars().count();
        self.fill(
            taken,
            indent + COLUMN + 1,
            words.split_whitespace(),
            Style::new(),
        );
    }

    /// Paragraphs, apart where the text has blank lines.
    pub(super) fn paragraphs(&mut self, indent: usize, text: &str) {
        for (index, paragraph) in text.split("\n\n").enumerate() {
            if index > 0 {
                self.blank();
            }
            self.words(indent, indent, paragraph, Style::new());
        }
    }

    fn words(&mut self, indent: usize, hanging: usize, words: &str, style: Style) {
        let mut words = words.split_whitespace();
        let Some(first) = words.next() else { return };
        let first = plain::line(first);
        let before = format!("{}{style}{first}", " ".repeat(indent));
        self.text.push_str(&before);
        self.fill(indent + first.chars().count(), hanging, words, style);
    }

    /// Goes on with words in a line of which so much is taken, and ends it.
    fn fill<'w>(
        &mut self,
        mut taken: usize,
        hanging: usize,
        words: impl Iterator<Item = &'w str>,
        style: Style,
    ) {
        for word in words {
            let word = plain::line(word);
            let length = word.chars().count();
            if taken + 1 + length > self.width {
                self.text.push('\n');
                self.text.push_str(&" ".repeat(hanging));
                taken = hanging + length;
            } else {
                self.text.push(' ');
                taken += 1 + length;
            }
            self.text.push_str(&word);
        }
        self.text.push_str(&style.render_reset().to_string());
        self.text.push('\n');
    }
}
