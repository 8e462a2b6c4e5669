//! Judging one answer: status first, then the envelope, and never the payload.

use bytes::Bytes;
use http::header::{CONTENT_TYPE, HeaderName};

use super::failure::{Answer, Failure};
use super::retry_after;
use super::scrub::Scrub;
use super::status;
use crate::code::{Code, Done};
use crate::envelope::Said;
use crate::error::Undecodable;
use crate::operation::Meta;
use crate::timer::Timer;

/// The answer itself if it means yes.
pub(super) fn judge(
    operation: &Meta,
    answer: http::Response<Bytes>,
    scrub: &Scrub,
    timer: &dyn Timer,
) -> Result<http::Response<Bytes>, Failure> {
    let verdict = operation
        .envelope
        .map(|envelope| envelope.read(answer.body()));
    if !answer.status().is_success() {
        // A gateway's page has no verdict; that is no further fault. One that says yes is: then nobody knows.
        let verdict = verdict.and_then(Result::ok);
        let unknown = matches!(verdict, Some(None));
        let mut no = no(operation, &answer, verdict.flatten(), unknown, scrub, timer);
        no.done = status::done(no.status, operation.method);
        return Err(Failure::Answer(no));
    }
    match verdict {
        None | Some(Ok(None)) => Ok(answer),
        Some(Ok(said)) => Err(Failure::Answer(no(
            operation, &answer, said, false, scrub, timer,
        ))),
        Some(Err(error)) => Err(Failure::Unreadable(Undecodable {
            status: answer.status().as_u16(),
            error: scrub.decode_error(error),
            body: scrub.prefix(answer.body()),
        })),
    }
}

fn no(
    operation: &Meta,
    answer: &http::Response<Bytes>,
    said: Option<Said>,
    unknown: bool,
    scrub: &Scrub,
    timer: &dyn Timer,
) -> Box<Answer> {
    Box::new(Answer {
        status: answer.status().as_u16(),
        content_type: header(answer, CONTENT_TYPE).map(|text| scrub.text(text)),
        retry_after: retry_after::read(answer.headers(), || timer.now()),
        body: answer.body().clone(),
        shown: scrub.prefix(answer.body()),
        said: said.map(|said| scrubbed(operation, said, scrub)),
        after_unknown: unknown,
        scrub: scrub.clone(),
        headers: scrub.headers(answer.headers()),
        done: Done::No,
    })
}

fn scrubbed(operation: &Meta, said: Said, scrub: &Scrub) -> Said {
    let details = said.details.into_iter();
    Said {
        code: match said.code {
            // A documented code is a word of the document, whatever it looks like.
            Code::Str(code) if operation.row(&Code::Str(code.clone())).is_none() => {
                Code::Str(scrub.text(&code).into())
            }
            code => code,
        },
        message: scrub.text(&said.message),
        details: details
            .map(|(name, text)| (name, scrub.text(&text)))
            .collect(),
    }
}

fn header(answer: &http::Response<Bytes>, name: HeaderName) -> Option<&str> {
    answer.headers().get(name)?.to_str().ok()
}
