//! Answers that say no, and which code says it: for what the generated code finds wrong with a request.

use bindery::json::{self, DecodeError, DecodeErrorKind, Json, Reader};
use bindery::server::{self, Call, Fault, Reply, RouteError};
use bindery::{Code, ItemError, Meta, Operation, Rule, Segment, Violation, Violations};
use tencent_im::{GeneralError, ImportGroup};

const INVALID_PARAMETER: Code = Code::Int(10004);
const NOT_PERMITTED: Code = Code::Int(10007);
const INVALID_GROUP_ID: Code = Code::Int(10015);

/// The answer with that code.
pub(crate) fn refuse(code: &Code, message: &str) -> Reply {
    match ImportGroup::META.envelope {
        Some(envelope) => server::refuse(envelope, code, message),
        None => Reply::empty(500),
    }
}

/// The answer with one of the codes that every operation may give.
pub(crate) fn general(error: &GeneralError, message: &str) -> Reply {
    refuse(&error.code(), message)
}

/// The answer to a request that is for no operation, or whose body cannot be read.
pub(crate) fn unreadable(call: Option<&Call>, body: &[u8], fault: &Fault) -> Reply {
    match (fault, call) {
        (Fault::Route(RouteError::Malformed), _) => {
            general(&GeneralError::MalformedRequest, &fault.to_string())
        }
        (Fault::Body(error), Some(call)) => {
            let code = code_of_decode(call.operation, body, error);
            refuse(&code, &error.to_string())
        }
        (Fault::Parameter(error), _) => general(&GeneralError::InvalidQuery, &error.to_string()),
        _ => general(
            &GeneralError::UnknownPath,
            &format!("{fault}; every operation is a POST to a path below /v4/"),
        ),
    }
}

fn code_of_decode(operation: &Meta, body: &[u8], error: &DecodeError) -> Code {
    let user_id = error.path().ends_with("_Account");
    match error.kind() {
        DecodeErrorKind::Syntax | DecodeErrorKind::Encoding | DecodeErrorKind::TooDeep => {
            GeneralError::InvalidJson.code()
        }
        // What is not JSON at all may break a rule before the place where it ceases to be.
        _ if json::decode::<Json>(body).is_err() => GeneralError::InvalidJson.code(),
        DecodeErrorKind::WrongType if user_id => GeneralError::UserIdNotString.code(),
        DecodeErrorKind::NotAllowed if asks_for_live_group(operation, body) => NOT_PERMITTED,
        _ => code_of_place(operation, error.path()),
    }
}

/// The code for a wrong value at that place: the group's id has one of its own where the operation documents it.
fn code_of_place(operation: &Meta, pointer: &str) -> Code {
    let documented = operation.listed(&INVALID_GROUP_ID).is_some();
    if documented && pointer == "/GroupId" {
        INVALID_GROUP_ID
    } else {
        INVALID_PARAMETER
    }
}

/// The document leaves `AVChatRoom` out of the types that can be imported, so it reads like any other unknown word,
/// but it has a code of its own.
fn asks_for_live_group(operation: &Meta, body: &[u8]) -> bool {
    let word = || {
        let mut value = Reader::new(body).ok()?.peek_member("Type").ok()??;
        Some(value.string().ok()? == "AVChatRoom")
    };
    operation.id == ImportGroup::META.id && word().unwrap_or(false)
}

/// The answer to a request that breaks rules; none where the operation itself judges them.
pub(crate) fn broken(call: &Call, violations: &Violations) -> Option<Reply> {
    let violation = violations
        .iter()
        .find(|violation| !is_judged_later(violation))?;
    let code = code_of_place(call.operation, &violation.pointer);
    Some(refuse(
        &code,
        &format!("{}: {}", violation.pointer, violation.message),
    ))
}

/// Times, order and sizes of messages get a verdict for each message; a longer history than allowed is cut.
fn is_judged_later(violation: &Violation) -> bool {
    match violation.rule {
        Rule::Order | Rule::Time => true,
        Rule::Size => violation.path.last() == Some(&Segment::Member("MsgBody".to_owned())),
        Rule::Range => violation.pointer == "/ReqMsgNumber",
        _ => false,
    }
}
