//! One call, from the sampled request to the answer written again, and what is to be said of it.

use std::io;

use serde_json::Value;

use super::http;
use super::server::{Answers, Server};
use crate::compare;
use crate::drive::{Answer, Driver, End, Sent};
use crate::input::Input;
use crate::sample::{Described, Description, Extent, fits, request};

/// What is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ask {
    pub(super) answers: Answers,
    pub(super) extent: Extent,
    /// The failure that Prism shall answer with.
    pub(super) status: Option<u16>,
}

/// What became of a call, step by step. Each step has the ones before it behind itself.
#[derive(Debug)]
pub(super) enum Went {
    /// The document has no request that could be sampled.
    Unsampled(String),
    /// The bindings do not send the request.
    Unsent(String),
    /// Prism finds the request invalid.
    Unaccepted(String),
    /// Prism has no answer of the document to give.
    Unanswered(String),
    /// The answer cannot be read; the flag says that it is not as documented.
    Undecoded(String, bool),
    /// The answer was read. What came out of it, or of the request, otherwise than it went in.
    Decoded(Option<String>),
}

/// Calls an operation.
pub(super) fn call(
    driver: &mut Driver,
    server: &Server,
    input: &Input,
    operation: &Described,
    ask: Ask,
) -> io::Result<Went> {
    let sampled = match request(&input.description, operation, ask.extent) {
        Ok(sampled) => sampled,
        Err(why) => return Ok(Went::Unsampled(why)),
    };
    let mut seen = None;
    let end = driver.call(&sampled, |sent| {
        let mut prepared = sent.clone();
        if let Some(status) = ask.status {
            let header = ("prefer".to_owned(), format!("code={status}"));
            prepared.headers.push(header);
        }
        let answer = http::exchange(&server.address, &prepared);
        let given = answer.as_ref().ok().cloned().unwrap_or_default();
        seen = Some((sent.clone(), answer));
        Ok(given)
    })?;
    Ok(match seen {
        None => Went::Unsent(unsent(end)),
        Some((_, Err(error))) => Went::Unaccepted(format!("no HTTP answer: {error}")),
        Some((sent, Ok(answer))) => judge(input, operation, &sampled, &sent, &answer, end),
    })
}

fn unsent(end: End) -> String {
    match end {
        End::Rejected(why) => format!("the service cannot read the request: {why}"),
        End::Invalid(why) => format!("the client finds a rule broken: {why}"),
        End::Unsent(why) => format!("the client cannot send the request: {why}"),
        End::Read(_) | End::Status(_) | End::Undecodable(_) => "nothing was sent".to_owned(),
    }
}

fn judge(
    input: &Input,
    operation: &Described,
    sampled: &Sent,
    sent: &Sent,
    answer: &Answer,
    end: End,
) -> Went {
    let violations = violations(answer);
    if let Some(why) = violations.request {
        return Went::Unaccepted(why);
    }
    match problem(answer) {
        Some((true, why)) => return Went::Unaccepted(why),
        Some((false, why)) => return Went::Unanswered(why),
        None => {}
    }
    let description = &input.description;
    let broken = violations.answer || !as_documented(description, operation, answer);
    let again = match end {
        End::Read(again) => Some(again),
        End::Status(why) if answer.status < 300 => return Went::Undecoded(why, broken),
        End::Status(_) => None,
        End::Undecodable(why) | End::Rejected(why) | End::Invalid(why) | End::Unsent(why) => {
            return Went::Undecoded(why, broken);
        }
    };
    let body = description
        .body(operation)
        .map(|(_, media)| &media["schema"]);
    let changed = compare::requests(description, body.unwrap_or(&Value::Null), sampled, sent);
    let changed = changed.map(|what| format!("request: {what}"));
    let different = || different(input, operation, answer, &again?);
    Went::Decoded(changed.or_else(different))
}

/// Whether the schema of the answer allows it: Prism does not look where it cannot make sense of a schema.
fn as_documented(description: &Description, operation: &Described, answer: &Answer) -> bool {
    let schema = description.response_schema(operation, answer.status);
    let body = serde_json::from_slice(&answer.body);
    body.map_or(true, |body| fits(description, schema, &body, false))
}

/// How the answer written again differs from the one that came.
fn different(
    input: &Input,
    operation: &Described,
    answer: &Answer,
    again: &Answer,
) -> Option<String> {
    let before: Value = serde_json::from_slice(&answer.body).ok()?;
    let Ok(after) = serde_json::from_slice(&again.body) else {
        return (!again.body.is_empty() && !before.is_null())
            .then(|| "answer: no JSON any more".to_owned());
    };
    let schema = input.description.response_schema(operation, answer.status);
    let difference = compare::values(&input.description, schema, &before, &after);
    difference.map(|what| format!("answer: {what}"))
}

/// The first of Prism's complaints about request and answer.
struct Violations {
    request: Option<String>,
    answer: bool,
}

fn violations(answer: &Answer) -> Violations {
    let header = answer
        .headers
        .iter()
        .find(|(name, _)| name == "sl-violations");
    let text = header.map_or("[]", |(_, value)| value);
    let Ok(Value::Array(list)) = serde_json::from_str(text) else {
        // It is cut where it gets too long for a header.
        let of_request = text.contains(r#""location":["request""#);
        return Violations {
            request: of_request.then(|| text.chars().take(200).collect()),
            answer: !of_request,
        };
    };
    let of = |side: &str| {
        let errors = list.iter().filter(|one| one["severity"] == "Error");
        errors
            .clone()
            .find(|one| one["location"][0] == side)
            .cloned()
    };
    Violations {
        request: of("request").map(|one| one["message"].as_str().unwrap_or_default().to_owned()),
        answer: of("response").is_some(),
    }
}

/// A failure of Prism's own: whether it blames the request, and what it says.
fn problem(answer: &Answer) -> Option<(bool, String)> {
    const OF_REQUEST: [&str; 8] = [
        "UNPROCESSABLE_ENTITY",
        "UNAUTHORIZED",
        "INVALID_CONTENT_TYPE",
        "NOT_ACCEPTABLE",
        "NO_PATH_MATCHED_ERROR",
        "NO_METHOD_MATCHED_ERROR",
        "NO_SERVER_MATCHED_ERROR",
        "NO_BASE_URL_ERROR",
    ];
    let body: Value = serde_json::from_slice(&answer.body).ok()?;
    let (_, kind) = body["type"].as_str()?.split_once("prism/errors#")?;
    let details = body["validation"][0]["message"]
        .as_str()
        .or(body["detail"].as_str());
    let text = format!("{kind}: {}", details.unwrap_or_default());
    Some((OF_REQUEST.contains(&kind), text))
}
