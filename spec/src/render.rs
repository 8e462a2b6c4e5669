//! Findings as text: the message, then one frame with the lines in question. Never fails, whatever the spans say.

use std::fmt::Write;

use crate::finding::{Finding, Severity};
use crate::plain;
use crate::source::Source;
use crate::span::Span;
use crate::width::{fitting, total};

/// The most columns of a line that are shown; minified documents are one long line.
const WIDTH: usize = 110;
/// How many of them stand before the first caret when a line is cut.
const BEFORE: usize = 30;
/// Replaces what was cut.
const CUT: &str = "...";

struct Mark<'a> {
    source: &'a Source,
    span: Span,
    line: usize,
    caret: char,
    label: &'a str,
}

/// The finding as text, without a line end after the last line.
pub(crate) fn render(source: &Source, finding: &Finding) -> String {
    let marks = marks(source, finding);
    let last = marks.iter().map(|mark| mark.line + 1).max().unwrap_or(1);
    let gutter = last.to_string().len();
    let severity = match finding.severity {
        Severity::Error => "",
        Severity::Warning => "warning: ",
    };
    let mut out = format!("{severity}{}\n", plain::line(&finding.message));
    let _ = write!(out, "{:gutter$}--> ", "");
    place(&mut out, source.file(finding.span), finding.span, gutter);
    let mut file = finding.span.file;
    let mut shown = None;
    for mark in &marks {
        if mark.span.file != file {
            let _ = write!(out, "\n{:gutter$}::: ", "");
            place(&mut out, mark.source, mark.span, gutter);
            (file, shown) = (mark.span.file, None);
        }
        frame(&mut out, mark, shown, gutter);
        shown = Some(mark.line);
    }
    if let Some(help) = &finding.help {
        let _ = write!(out, "\n{:gutter$} = help: {}", "", plain::line(help));
    }
    out
}

/// Where a span begins, and the edge of the frame below.
fn place(out: &mut String, source: &Source, span: Span, gutter: usize) {
    let (line, column) = source.line_col(span.start);
    let name = plain::line(&source.name);
    let _ = write!(out, "{name}:{line}:{column}\n{:gutter$} |", "");
}

/// The places to show in the order of the finding's own file and then of the others, the finding's own first among
/// equals.
fn marks<'a>(source: &'a Source, finding: &'a Finding) -> Vec<Mark<'a>> {
    let mark = |span: Span, caret, label| Mark {
        source: source.file(span),
        span,
        line: source.file(span).line_index(span.start),
        caret,
        label,
    };
    let mut marks = vec![mark(finding.span, '^', &*finding.label)];
    marks.extend(
        finding
            .notes
            .iter()
            .map(|(span, label)| mark(*span, '-', label)),
    );
    let own = finding.span.file;
    marks.sort_by_key(|mark| (mark.span.file != own, mark.span.file, mark.line));
    marks
}

fn frame(out: &mut String, mark: &Mark<'_>, shown: Option<usize>, gutter: usize) {
    let window = Window::around(mark);
    if let Some(shown) = shown
        && mark.line > shown + 1
    {
        let _ = write!(out, "\n{CUT}");
    }
    // A cut line is repeated, for it is cut elsewhere for each of its marks.
    if shown != Some(mark.line) || window.cut {
        let _ = write!(out, "\n{:>gutter$} | {}", mark.line + 1, window.text);
    }
    let carets = mark.caret.to_string().repeat(window.length);
    let _ = write!(
        out,
        "\n{:gutter$} | {:indent$}{carets}",
        "",
        "",
        indent = window.indent
    );
    if !mark.label.is_empty() {
        let _ = write!(out, " {}", plain::line(mark.label));
    }
}

/// The part of a line that is shown, and where its carets stand, in columns.
struct Window {
    text: String,
    indent: usize,
    length: usize,
    cut: bool,
}

impl Window {
    fn around(mark: &Mark<'_>) -> Self {
        let source = mark.source;
        let (start, end) = source.line_range(mark.line);
        let line = Span::new(clamp(start), clamp(end));
        let from = mark.span.start.clamp(line.start, line.end);
        let to = mark.span.end.clamp(from, line.end);
        let before = source.snippet(Span::new(line.start, from));
        let marked = source.snippet(Span::new(from, to));
        let after = source.snippet(Span::new(to, line.end));
        let (_, whole) = fitting(source.snippet(line).chars(), WIDTH);
        let room = if whole { WIDTH } else { BEFORE };
        let (mut lead, from_start) = fitting(before.chars().rev(), room);
        lead.reverse();
        let indent = total(&lead);
        let (marked, to_end) = fitting(marked.chars(), WIDTH - indent);
        let length = total(&marked);
        let (rest, to_end) = if to_end {
            fitting(after.chars(), WIDTH - indent - length)
        } else {
            (Vec::new(), false)
        };
        let [opening, closing] = [from_start, to_end].map(|all| if all { "" } else { CUT });
        let shown: String = [lead, marked, rest].concat().into_iter().collect();
        Self {
            text: format!("{opening}{shown}{closing}"),
            indent: opening.len() + indent,
            length: length.max(1),
            cut: !whole,
        }
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
