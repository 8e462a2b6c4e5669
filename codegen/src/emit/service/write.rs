//! Writing what a service said: the answer, or the refusal, in the document's own form.

use bindery_spec::media_type::JSON;

use crate::emit::envelope;
use crate::emit::operation::results_name;
use crate::ir::{EnvelopeUse, ErrorSet, Operation, Type};
use crate::source::{fill, quoted};

/// The expression that writes an answer.
pub(super) fn answer(operation: &Operation) -> String {
    let envelope = envelope::reference(&operation.envelope);
    let payload = match (&operation.results, &operation.reply) {
        (None, None) if operation.envelope == EnvelopeUse::None => {
            return "{ let () = answer; __rt::server::Reply::empty(204) }".to_owned();
        }
        (None, Some(Type::Raw)) => return "__rt::server::Reply::raw(200, answer)".to_owned(),
        (None, _) => "answer".to_owned(),
        (Some(_), None) => verdicts(operation, "answer", "()"),
        (Some(_), Some(_)) => verdicts(operation, "answer.0", "answer.1"),
    };
    let named = with_type(&operation.reply_type);
    format!("__rt::server::write_reply({envelope}, &{payload}){named}")
}

/// Says what JSON is called, where it has another name than most.
pub(in crate::emit) fn with_type(media_type: &str) -> String {
    if media_type == JSON {
        return String::new();
    }
    format!(".with_type({})", quoted(media_type))
}

fn verdicts(operation: &Operation, answers: &str, rest: &str) -> String {
    let results = results_name(operation);
    format!("__rt::server::Verdicts {{ results: &{results}, answers: &{answers}, rest: &{rest} }}")
}

/// A function that writes a refusal: by status where the document gives one, else in the envelope.
pub(super) fn refusal(operation: &Operation) -> String {
    let set = &operation.errors;
    let body = match envelope::place(&operation.envelope) {
        Some(envelope) => {
            let statuses = by_status(set, false);
            format!("{statuses} __rt::server::refuse_in(&{envelope}, &refuse)")
        }
        None if set.statuses.is_empty() => "match refuse.error {}".to_owned(),
        None => by_status(set, true),
    };
    let template = r"
        fn refuse_$function(refuse: __rt::server::Refuse<$error>) -> __rt::server::Reply {
            $body
        }
    ";
    fill!(
        template,
        function = operation.function,
        error = set.name,
        body
    )
}

/// Returns the reply of an error that has a status of its own; `all` errors do, or the others fall through.
fn by_status(set: &ErrorSet, all: bool) -> String {
    if set.statuses.is_empty() {
        return String::new();
    }
    let arms = set.statuses.iter().map(|status| {
        let (name, variant) = (&set.name, &status.variant);
        let code = written(status.range);
        if status.ty.is_none() {
            return format!("{name}::{variant} => return __rt::server::Reply::empty({code}),");
        }
        let named = with_type(&status.json_type);
        format!("{name}::{variant}(body) => return __rt::server::Reply::json({code}, body){named},")
    });
    let arms: String = arms.collect();
    let rest = if all { "" } else { "_ => {}" };
    format!("match &refuse.error {{ {arms} {rest} }}")
}

/// The status that a range of them is written as: any failure is the service's own.
fn written(range: (u16, u16)) -> u16 {
    if range == EVERY_FAILURE { 500 } else { range.0 }
}

/// What `default` stands for.
const EVERY_FAILURE: (u16, u16) = (300, 599);
