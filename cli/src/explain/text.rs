//! Pages for people.

use bindery_spec::Results;
use bindery_spec::operation::sent;

use super::answers::Answer;
use super::code::{Answerer, CodePage};
use super::fields::Field;
use super::limits::counted;
use super::operation::OperationPage;
use super::sheet::{NAME, STRONG, Sheet};
use super::words;

/// An operation, on a page of so many columns.
pub(super) fn operation(page: &OperationPage<'_>, columns: usize) -> String {
    let mut sheet = Sheet::new(columns);
    sheet.entry(
        0,
        &page.operation.id,
        STRONG,
        page.summary.unwrap_or_default(),
    );
    let method = sent(page.operation.method);
    sheet.paragraphs(0, &format!("{method} {}", page.operation.path));
    if page.deprecated {
        sheet.paragraphs(0, "Deprecated.");
    }
    if let Some(description) = page.description {
        sheet.blank();
        sheet.paragraphs(0, description);
    }
    if let Some((title, url)) = page.linked {
        sheet.blank();
        sheet.paragraphs(0, &format!("{title}: {url}"));
    }
    calling(&mut sheet, page);
    fields(&mut sheet, "Request", &page.request);
    fields(&mut sheet, "Reply", &page.reply);
    for status in &page.statuses {
        sheet.heading(&format!("Failure with status {}", status.status));
        if let Some(description) = status.description {
            sheet.paragraphs(2, description);
        }
        list(&mut sheet, &status.fields);
    }
    let (call, item): (Vec<_>, Vec<_>) = page
        .answers
        .iter()
        .partition(|answer| answer.item_of.is_none());
    errors(&mut sheet, "Errors", &call);
    if let Some(items) = item.first().and_then(|answer| answer.item_of.as_deref()) {
        errors(&mut sheet, &format!("Errors of one item of {items}"), &item);
    }
    sheet.finish()
}

/// A code, on a page of so many columns.
pub(super) fn code(page: &CodePage, columns: usize) -> String {
    let mut sheet = Sheet::new(columns);
    sheet.entry(0, "Code", STRONG, &page.code.to_string());
    if !page.success.is_empty() {
        sheet.blank();
        sheet.paragraphs(0, "Success.");
        answered_by(&mut sheet, "says so", &page.success);
    }
    for meaning in &page.meanings {
        sheet.blank();
        row(&mut sheet, 0, &meaning.answer, false);
        answered_by(&mut sheet, "from", &meaning.by);
    }
    for range in &page.ranges {
        sheet.blank();
        let words = format!(
            "codes {} to {}; this one has no row",
            range.first, range.last
        );
        sheet.entry(0, &format!("family {}:", range.family), NAME, &words);
        if let Some(description) = &range.description {
            sheet.paragraphs(4, description);
        }
        if let Some(rest) = range.rest {
            let (class, advice) = words::retry(rest.retry);
            sheet.pair(4, "retry", &format!("{class} ({advice})"));
            sheet.pair(4, "outcome", words::outcome(rest.unknown_outcome));
        }
        answered_by(&mut sheet, "from", &range.by);
    }
    sheet.finish()
}

fn calling(sheet: &mut Sheet, page: &OperationPage<'_>) {
    sheet.heading("Calling it");
    if let Some(limit) = page.limit {
        let calls = counted(&limit.calls.to_string(), "call");
        let seconds = counted(&limit.seconds.to_string(), "second");
        sheet.pair(2, "rate", &format!("at most {calls} in {seconds}"));
    }
    repeating(sheet, page);
    if let Some(applies) = &page.applies {
        let takes: Vec<_> = applies.takes.iter().map(|kind| &*kind.text).collect();
        let words = format!(
            "{} of {} at {}; others get {}",
            takes.join(", "),
            applies.kinds.text,
            applies.of,
            applies.code.value
        );
        sheet.pair(2, "takes", &words);
    }
    if let Some(results) = &page.results {
        sheet.pair(2, "results", &verdicts(results));
    }
    if !page.signed.is_empty() {
        let words = format!("{}, by the client's signer", page.signed.join(", "));
        sheet.pair(2, "signed", &words);
    }
}

fn repeating(sheet: &mut Sheet, page: &OperationPage<'_>) {
    let (class, advice) = words::resend(page.resend);
    sheet.pair(2, "repeating", &format!("{class} ({advice})"));
    if let Some(retry) = &page.retry {
        if let Some(key) = &retry.key {
            let span = retry
                .seconds
                .map(|seconds| counted(&seconds.to_string(), "second"));
            let span = span
                .map(|span| format!(", remembered for {span}"))
                .unwrap_or_default();
            sheet.pair(2, "key", &format!("{key}{span}"));
        }
        if let Some(description) = &retry.description {
            sheet.pair(2, "how", description);
        }
    }
}

fn verdicts(results: &Results) -> String {
    let success: Vec<_> = results
        .success
        .iter()
        .map(|code| code.value.to_string())
        .collect();
    format!(
        "one verdict for each item of {}, in {} by position; {} means done",
        results.items,
        results.verdicts,
        success.join(" or ")
    )
}

fn fields(sheet: &mut Sheet, heading: &str, fields: &[Field]) {
    if fields.is_empty() {
        return;
    }
    sheet.heading(heading);
    list(sheet, fields);
}

fn list(sheet: &mut Sheet, fields: &[Field]) {
    for field in fields {
        let mut words = vec![field.type_words.clone()];
        if field.part != "body" {
            words.push(format!("in the {}", field.part));
        }
        words.extend(field.required.then(|| "required".to_owned()));
        words.extend(field.rules.iter().cloned());
        let place = if field.place.is_empty() {
            "(whole)"
        } else {
            &field.place
        };
        sheet.entry(2, &format!("{place}:"), NAME, &words.join(", "));
        if let Some(tag) = field.only_with.last() {
            let property = tag
                .place
                .rsplit_once('/')
                .map_or(&*tag.place, |(_, last)| last);
            sheet.paragraphs(6, &format!("Only with {property} {}.", tag.value));
        }
        if let Some(description) = &field.description {
            sheet.paragraphs(6, description);
        }
        for choice in &field.choices {
            let described = choice.description.as_deref().unwrap_or_default();
            sheet.entry(6, &choice.value, NAME, described);
        }
    }
}

fn errors(sheet: &mut Sheet, heading: &str, answers: &[&Answer]) {
    if answers.is_empty() {
        return;
    }
    sheet.heading(heading);
    let own = answers.iter().filter(|answer| !answer.whole_family);
    for answer in own {
        row(sheet, 2, answer, true);
    }
    let mut family = None;
    for answer in answers.iter().filter(|answer| answer.whole_family) {
        if family != Some(&answer.family) {
            family = Some(&answer.family);
            let name = answer.family.as_deref().unwrap_or_default();
            sheet.heading(&format!("{heading}: family {name}"));
        }
        row(sheet, 2, answer, true);
    }
}

/// A row with its name, with or without the code in front.
fn row(sheet: &mut Sheet, indent: usize, answer: &Answer, with_code: bool) {
    let row = &answer.row;
    let family = answer.family.as_deref();
    let family = family
        .map(|family| format!("(family {family})"))
        .unwrap_or_default();
    let term = if with_code {
        format!("{} {}", row.code.value, row.name.text)
    } else {
        row.name.text.clone()
    };
    let beside = if answer.whole_family && with_code {
        ""
    } else {
        &family
    };
    sheet.entry(indent, &term, NAME, beside);
    let indent = indent + 4;
    sheet.paragraphs(indent, &row.description);
    let (class, advice) = words::retry(row.retry);
    sheet.pair(indent, "retry", &format!("{class} ({advice})"));
    if let Some(reaction) = &row.reaction {
        sheet.pair(indent, "reaction", reaction);
    }
    if row.unknown_outcome {
        sheet.pair(
            indent,
            "outcome",
            "unknown: the service may have done it nevertheless",
        );
    }
    for (label, text) in [
        ("since", &row.since),
        ("until", &row.until),
        ("source", &row.source),
    ] {
        if let Some(text) = text {
            sheet.pair(indent, label, text);
        }
    }
}

fn answered_by(sheet: &mut Sheet, label: &str, all: &[Answerer]) {
    let names = all.iter().map(|by| match &by.item_of {
        Some(items) => format!("{} (one item of {items})", by.operation),
        None => by.operation.clone(),
    });
    let names: Vec<_> = names.collect();
    if names.is_empty() {
        sheet.pair(4, label, "no operation of this spec");
    } else {
        sheet.pair(4, label, &names.join(", "));
    }
}
