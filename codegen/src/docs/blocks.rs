//! The blocks of a text: paragraphs, headings, lists, and code between fences. What looks like any other block is a paragraph.
//!
//! Every line is written where it cannot begin code by its indentation: at the column at which the contents of its list
//! item begin, which is 0 outside of lists.

use std::iter::repeat_n;

use super::{inline, readable};

/// The lines of a text as Markdown in which no block is code but those marked as text.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut blocks = Blocks::default();
    let text: Vec<_> = text.trim_end().lines().map(readable).collect();
    let mut left = &text[..];
    while let [line, rest @ ..] = left {
        left = match Fence::opened(line) {
            Some(fence) => match rest.iter().position(|line| fence.is_closed_by(line)) {
                Some(end) => {
                    blocks.fenced(&fence, &rest[..end]);
                    &rest[end + 1..]
                }
                None => blocks.line(line, rest),
            },
            None => blocks.line(line, rest),
        };
    }
    blocks.out
}

/// Whether a text begins with words, and no list, heading or code.
pub(super) fn is_paragraph(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    Fence::opened(line).is_none() && Marker::of(line.trim()).is_none() && !line.starts_with("# ")
}

#[derive(Default)]
struct Blocks {
    out: Vec<String>,
    /// The list items that the next line may belong to.
    items: Vec<Item>,
}

/// An item of a list.
struct Item {
    /// The column of its marker in the document.
    marker: usize,
    /// The column of its contents in the document.
    contents: usize,
    /// The column of its contents as written.
    column: usize,
    ordered: bool,
}

impl Blocks {
    /// A line that is no fence. Gives back the lines that follow.
    fn line<'l, L>(&mut self, line: &str, rest: &'l [L]) -> &'l [L] {
        let text = line.trim();
        let indent = line.len() - line.trim_start().len();
        if text.is_empty() {
            // No text begins with a gap, and none has two in a row.
            if self.goes_on() {
                self.out.push(String::new());
            }
        } else if let Some(marker) = Marker::of(text) {
            self.item(&marker, indent);
        } else {
            self.paragraph(text, indent);
        }
        rest
    }

    /// Whether the line before has text.
    fn goes_on(&self) -> bool {
        self.out.last().is_some_and(|line| !line.is_empty())
    }

    /// Leaves the items that a line with this indentation is not in.
    fn leave(&mut self, indent: usize) {
        while self.items.last().is_some_and(|it| it.contents > indent) {
            self.items.pop();
        }
    }

    fn column(&self) -> usize {
        self.items.last().map_or(0, |item| item.column)
    }

    /// A line at the column of the current item.
    fn push(&mut self, text: &str) {
        let mut line: String = repeat_n(' ', self.column()).collect();
        line.push_str(text);
        self.out.push(line);
    }

    fn paragraph(&mut self, text: &str, indent: usize) {
        let mut line = String::with_capacity(text.len());
        let level = text.bytes().take_while(|byte| *byte == b'#').count();
        let heading = text[level..].trim();
        let heads = (1..=6).contains(&level) && text[level..].starts_with(' ');
        if heads && !heading.is_empty() {
            self.leave(indent);
            line.push_str(&text[..=level]);
            inline::push(heading, &mut line);
        } else if is_rule(text) {
            self.leave(indent);
            line.push_str(text);
        } else {
            // The text of an item may go on without its indentation.
            if !self.goes_on() {
                self.leave(indent);
            }
            push_words(text, &mut line);
        }
        self.push(&line);
    }

    fn item(&mut self, marker: &Marker<'_>, indent: usize) {
        let mut before = None;
        while let Some(item) = self.items.pop_if(|it| it.contents > indent) {
            before = Some(item);
        }
        let follows = before.is_some_and(|it| it.ordered == marker.ordered && it.marker <= indent);
        // A number may stand at the begin of any line: only after a gap it is a list for certain.
        if marker.ordered && !follows && self.goes_on() {
            self.out.push(String::new());
        }
        let mut line = format!("{} ", marker.written());
        let column = self.column() + line.len();
        push_words(marker.text, &mut line);
        self.push(&line);
        self.items.push(Item {
            marker: indent,
            contents: indent + marker.width + 1,
            column,
            ordered: marker.ordered,
        });
    }

    /// Code, as text between fences that are longer than any in it.
    fn fenced<L: AsRef<str>>(&mut self, fence: &Fence, code: &[L]) {
        self.leave(fence.indent);
        let longest = code.iter().map(|line| inline::longest_run(line.as_ref()));
        let fences: String = repeat_n('`', longest.max().map_or(3, |it| it.max(2) + 1)).collect();
        self.push(&format!("{fences}text"));
        for line in code {
            let line = line.as_ref().trim_end();
            let indent = line.len() - line.trim_start_matches(' ').len();
            let line = &line[indent.min(fence.indent)..];
            match line {
                "" => self.out.push(String::new()),
                line => self.push(line),
            }
        }
        self.push(&fences);
    }
}

/// The begin of code between fences.
struct Fence {
    indent: usize,
    mark: u8,
    length: usize,
}

impl Fence {
    fn opened(line: &str) -> Option<Self> {
        let text = line.trim_start();
        let mark = *text.as_bytes().first()?;
        if !matches!(mark, b'`' | b'~') {
            return None;
        }
        let length = text.bytes().take_while(|byte| *byte == mark).count();
        let info = &text[length..];
        let opens = length >= 3 && !(mark == b'`' && info.contains('`'));
        opens.then_some(Fence {
            indent: line.len() - text.len(),
            mark,
            length,
        })
    }

    fn is_closed_by(&self, line: impl AsRef<str>) -> bool {
        let text = line.as_ref().trim();
        text.len() >= self.length && text.bytes().all(|byte| byte == self.mark)
    }
}

/// What an item of a list begins with, and the text after it.
struct Marker<'l> {
    ordered: bool,
    /// How many bytes it takes.
    width: usize,
    mark: &'l str,
    text: &'l str,
}

impl<'l> Marker<'l> {
    fn of(line: &'l str) -> Option<Self> {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        let width = match line.as_bytes().get(digits)? {
            b'-' | b'*' | b'+' if digits == 0 => 1,
            // Markdown has no longer numbers.
            b'.' | b')' if (1..=9).contains(&digits) => digits + 1,
            _ => return None,
        };
        let text = line[width..].strip_prefix(' ')?.trim_start();
        let marker = Marker {
            ordered: digits > 0,
            width,
            mark: &line[..width],
            text,
        };
        (!text.is_empty()).then_some(marker)
    }

    /// One mark for all lists without numbers: a rule of another looks like no item then.
    fn written(&self) -> &'l str {
        if self.ordered { self.mark } else { "-" }
    }
}

/// A line across the page, or one below a heading.
fn is_rule(text: &str) -> bool {
    text.len() >= 3 && ["-", "="].iter().any(|it| text.replace(it, "").is_empty())
}

/// The words of a paragraph or item, of which none begins a block.
fn push_words(text: &str, out: &mut String) {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let begins = match text.as_bytes()[digits..] {
        [b'.' | b')', ..] => (1..=9).contains(&digits),
        [b'#' | b'~' | b'-' | b'+' | b'=' | b':', ..] => digits == 0,
        _ => false,
    };
    if begins && !is_plain_start(&text[digits..]) {
        out.push_str(&text[..digits]);
        out.push('\\');
        out.push_str(&text[digits..=digits]);
        inline::push(&text[digits + 1..], out);
    } else {
        inline::push(text, out);
    }
}

/// Whether a mark begins a word, such as `-5` or `:id`, and no block.
fn is_plain_start(text: &str) -> bool {
    let mut rest = text.bytes().skip(1);
    rest.next().is_some_and(|byte| byte.is_ascii_alphanumeric())
}
