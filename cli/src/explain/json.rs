//! Pages as JSON, for programs.

use bindery_spec::CodeValue;
use bindery_spec::operation::sent;
use serde_json::{Value, json};

use super::answers::Answer;
use super::code::{Answerer, CodePage};
use super::fields::Field;
use super::operation::{Failure, OperationPage};
use super::words;

/// An operation as one object.
pub(super) fn operation(page: &OperationPage<'_>) -> Value {
    let (class, _) = words::resend(page.resend);
    let retry = page.retry.as_ref();
    json!({
        "operation": page.operation.id,
        "method": sent(page.operation.method),
        "path": page.operation.path,
        "summary": page.summary,
        "description": page.description,
        "documentation": page.linked.map(|(_, url)| url),
        "deprecated": page.deprecated,
        "rate": page.limit.map(|limit| json!({ "calls": limit.calls, "seconds": limit.seconds })),
        "resend": {
            "class": class,
            "key": retry.and_then(|retry| Some(retry.key.as_ref()?.to_string())),
            "seconds": retry.and_then(|retry| retry.seconds),
            "description": retry.and_then(|retry| retry.description.as_deref()),
        },
        "applies": page.applies.as_ref().map(|applies| json!({
            "kinds": applies.kinds.text,
            "of": applies.of.to_string(),
            "takes": applies.takes.iter().map(|kind| &*kind.text).collect::<Vec<_>>(),
            "code": wire(&applies.code.value),
        })),
        "results": page.results.as_ref().map(|results| json!({
            "items": results.items.to_string(),
            "verdicts": results.verdicts.to_string(),
            "code": results.code.to_string(),
            "success": results.success.iter().map(|code| wire(&code.value)).collect::<Vec<_>>(),
        })),
        "signed": page.signed,
        "request": page.request.iter().map(field).collect::<Vec<_>>(),
        "reply": page.reply.iter().map(field).collect::<Vec<_>>(),
        "statuses": page.statuses.iter().map(status).collect::<Vec<_>>(),
        "errors": page.answers.iter().map(answer).collect::<Vec<_>>(),
    })
}

fn status(status: &Failure<'_>) -> Value {
    json!({
        "status": status.status,
        "description": status.description,
        "fields": status.fields.iter().map(field).collect::<Vec<_>>(),
    })
}

/// A code as one object.
pub(super) fn code(page: &CodePage) -> Value {
    let meanings = page.meanings.iter().map(|meaning| {
        let mut object = answer(&meaning.answer);
        if let Some(object) = object.as_object_mut() {
            object.remove("item_of");
        }
        object["answered_by"] = answerers(&meaning.by);
        object
    });
    let ranges = page.ranges.iter().map(|range| {
        json!({
            "family": range.family,
            "description": range.description,
            "first": range.first,
            "last": range.last,
            "retry": range.rest.map(|rest| words::retry(rest.retry).0),
            "outcome": range.rest.map(|rest| words::outcome(rest.unknown_outcome)),
            "answered_by": answerers(&range.by),
        })
    });
    json!({
        "code": wire(&page.code),
        "success_of": answerers(&page.success),
        "meanings": meanings.collect::<Vec<_>>(),
        "ranges": ranges.collect::<Vec<_>>(),
    })
}

fn answerers(all: &[Answerer]) -> Value {
    all.iter()
        .map(|by| json!({ "operation": by.operation, "item_of": by.item_of }))
        .collect()
}

fn field(field: &Field) -> Value {
    let choices = field.choices.iter();
    let choices =
        choices.map(|choice| json!({ "value": choice.value, "description": choice.description }));
    let tags = field.only_with.iter();
    let tags = tags.map(|tag| json!({ "place": tag.place, "value": tag.value }));
    json!({
        "place": field.place,
        "in": field.part,
        "type": field.type_words,
        "required": field.required,
        "rules": field.rules,
        "description": field.description,
        "only_with": tags.collect::<Vec<_>>(),
        "choices": choices.collect::<Vec<_>>(),
    })
}

fn answer(answer: &Answer) -> Value {
    let row = &answer.row;
    json!({
        "code": wire(&row.code.value),
        "name": row.name.text,
        "family": answer.family,
        "item_of": answer.item_of,
        "description": row.description,
        "retry": words::retry(row.retry).0,
        "outcome": words::outcome(row.unknown_outcome),
        "reaction": row.reaction,
        "since": row.since,
        "until": row.until,
        "source": row.source,
    })
}

/// A code as the wire has it.
fn wire(code: &CodeValue) -> Value {
    match code {
        CodeValue::Int(number) => json!(number),
        CodeValue::Str(text) => json!(text),
    }
}
