//! A compiled pattern as Rust text. ASCII only, so that the text is the same under every version of Unicode.

use super::Compiled;
use super::class::CharSet;
use super::program::Step;

pub(super) fn render(pattern: &Compiled, private: &str) -> String {
    let starts = list(&pattern.starts, usize::to_string);
    let steps = list(&pattern.steps, step);
    let source = pattern.source.escape_default();
    format!(
        "{{ use {private}::{{Pattern, Step as S}}; Pattern::new(\"{source}\", {starts}, {steps}) }}"
    )
}

fn list<T>(items: &[T], text: impl Fn(&T) -> String) -> String {
    let items: Vec<String> = items.iter().map(text).collect();
    format!("&[{}]", items.join(", "))
}

fn step(step: &Step) -> String {
    match step {
        Step::One(set) => format!("S::One({})", ranges(set)),
        Step::Run(set, u32::MAX) => format!("S::Run({}, ::core::primitive::u32::MAX)", ranges(set)),
        Step::Run(set, most) => format!("S::Run({}, {most})", ranges(set)),
        Step::Fork(to) => format!("S::Fork({to})"),
        Step::Jump(to) => format!("S::Jump({to})"),
        Step::Start => "S::Start".to_owned(),
        Step::End => "S::End".to_owned(),
        Step::WordBoundary(wanted) => format!("S::WordBoundary({wanted})"),
        Step::Ahead(look, wanted) => format!("S::Ahead({look}, {wanted})"),
        Step::Accept => "S::Accept".to_owned(),
    }
}

fn ranges(set: &CharSet) -> String {
    list(set.ranges(), |(low, high)| {
        format!("('{}', '{}')", low.escape_default(), high.escape_default())
    })
}
