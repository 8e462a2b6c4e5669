//! A failed attempt, before the operation's own error type comes in: what it is, and what may follow from it.

use std::time::Duration;

use bytes::Bytes;
use http::HeaderMap;

use super::scrub::Scrub;
use crate::code::{Code, CodeRow, Done, Retry};
use crate::envelope::Said;
use crate::error::{
    Error, Refusal, StatusError, TransportError, TransportErrorKind as Kind, Undecodable,
};
use crate::json::{DecodeError, is_blank};
use crate::operation::{Meta, OperationError};
use crate::sign::SignError;

pub(super) enum Failure {
    Signing(SignError),
    Transport(TransportError),
    /// A 2xx answer whose verdict cannot be read.
    Unreadable(Undecodable),
    /// The service says no: by its status, by its envelope, or both.
    Answer(Box<Answer>),
}

pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) content_type: Option<String>,
    pub(super) retry_after: Option<Duration>,
    /// As it came.
    pub(super) body: Bytes,
    /// Its beginning, for people.
    pub(super) shown: String,
    /// What the envelope says, if it can be read and says no.
    pub(super) said: Option<Said>,
    /// An earlier attempt may have been done, or this one by what its body says.
    pub(super) after_unknown: bool,
    pub(super) scrub: Scrub,
    /// Secrets taken out.
    pub(super) headers: HeaderMap,
    /// Whether the call may have been done, by the status alone.
    pub(super) done: Done,
}

impl Failure {
    /// Whether the service may have done what this attempt asked.
    pub(super) fn done(&self, operation: &Meta) -> Done {
        match self {
            Self::Signing(_) => Done::No,
            Self::Transport(error) => error.done(),
            Self::Unreadable(_) => Done::Unknown,
            Self::Answer(answer) => answer.done(operation),
        }
    }

    /// What may be tried next, if repeating is allowed at all.
    pub(super) fn advice(&self, operation: &Meta) -> Retry {
        match self {
            Self::Transport(error) => match error.kind() {
                Kind::Connect | Kind::Timeout | Kind::Interrupted => Retry::Backoff,
                _ => Retry::Never,
            },
            Self::Signing(_) => Retry::Never,
            Self::Unreadable(_) => Retry::Backoff,
            Self::Answer(answer) => match (answer.row(operation), answer.status) {
                (Some(row), _) => row.retry,
                (None, 429) => Retry::SlowDown,
                (None, 501 | 505 | 511) => Retry::Never,
                (None, 500..) => Retry::Backoff,
                (None, _) => answer
                    .without_row(operation)
                    .map_or(Retry::Never, |it| it.0),
            },
        }
    }

    /// How long the service asks to be left alone.
    pub(super) fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Answer(answer) => answer.retry_after,
            _ => None,
        }
    }

    pub(super) fn status(&self) -> Option<u16> {
        match self {
            Self::Answer(answer) => Some(answer.status),
            Self::Unreadable(bad) => Some(bad.status),
            Self::Signing(_) | Self::Transport(_) => None,
        }
    }

    pub(super) fn code(&self) -> Option<&Code> {
        match self {
            Self::Answer(answer) => answer.said.as_ref().map(|said| &said.code),
            _ => None,
        }
    }

    pub(super) fn transport_kind(&self) -> Option<Kind> {
        match self {
            Self::Transport(error) => Some(error.kind()),
            _ => None,
        }
    }

    pub(super) fn into_error<E: OperationError>(self, operation: &'static Meta) -> Error<E> {
        match self {
            Self::Signing(error) => Error::Signing(error),
            Self::Transport(error) if error.done() == Done::No => Error::Transport(error),
            Self::Transport(error) => Error::UnknownOutcome(error),
            Self::Unreadable(bad) => Error::Undecodable(Box::new(bad)),
            Self::Answer(answer) => answer.into_error(operation),
        }
    }
}

impl Answer {
    fn row(&self, operation: &Meta) -> Option<&'static CodeRow> {
        operation.row(&self.said.as_ref()?.code)
    }

    /// What follows from a code that the operation does not list.
    fn without_row(&self, operation: &Meta) -> Option<(Retry, Done)> {
        let said = self.said.as_ref()?;
        Some(operation.without_row(&said.code))
    }

    /// Whether the service may have done it. A status may say no by itself; a code that nobody listed does not.
    fn done(&self, operation: &Meta) -> Done {
        if let Some(row) = self.row(operation) {
            return row.done;
        }
        match self.status {
            _ if self.after_unknown => Done::Unknown,
            200..=299 => self.without_row(operation).map_or(Done::No, |it| it.1),
            _ => self.done,
        }
    }

    /// A status with a documented body comes before the envelope: its type was made for it.
    fn into_error<E: OperationError>(mut self, operation: &'static Meta) -> Error<E> {
        let verdict = self.verdict(operation);
        let said = self.said.take();
        match E::from_status(self.status, &self.scrub.body(&self.body)) {
            Some(Ok(error)) => self.refusal(operation, error, said, verdict),
            // Without a body the status says everything.
            Some(Err(error)) if !is_blank(&self.body) => self.undecodable(error),
            _ => match (said, E::from_bare_status(self.status)) {
                (Some(said), _) => self.coded(operation, said, verdict),
                (None, Some(error)) => self.bare(operation, error, verdict),
                (None, None) => self.undocumented(),
            },
        }
    }

    /// A status that is documented without a body; one that came all the same is not lost.
    fn bare<E: OperationError>(
        mut self,
        operation: &'static Meta,
        error: E,
        verdict: (Retry, Done),
    ) -> Error<E> {
        let said = Said {
            code: 0.into(),
            message: std::mem::take(&mut self.shown),
            details: Vec::new(),
        };
        self.refusal(operation, error, Some(said), verdict)
    }

    fn undocumented<E>(self) -> Error<E> {
        Error::Status(Box::new(StatusError {
            status: self.status,
            content_type: self.content_type,
            retry_after: self.retry_after,
            body: self.shown,
            after_unknown: self.after_unknown,
            headers: self.headers,
            done: self.done,
        }))
    }

    fn coded<E: OperationError>(
        self,
        operation: &'static Meta,
        mut said: Said,
        verdict: (Retry, Done),
    ) -> Error<E> {
        let code = operation.as_listed(std::mem::replace(&mut said.code, 0.into()));
        match E::from_code(code) {
            Some(error) => self.refusal(operation, error, Some(said), verdict),
            None => self.undecodable(DecodeError::not_allowed(
                "the reply refuses with a code, but the operation's errors know no codes",
            )),
        }
    }

    /// What the refusal says where its error has no row.
    fn verdict(&self, operation: &Meta) -> (Retry, Done) {
        let without = self.without_row(operation);
        let retry = match (without, self.status) {
            (Some((retry, _)), _) => retry,
            (None, 429) => Retry::SlowDown,
            (None, _) => Retry::Unclear,
        };
        (retry, self.done(operation))
    }

    fn refusal<E>(
        self,
        operation: &'static Meta,
        error: E,
        said: Option<Said>,
        (retry, done): (Retry, Done),
    ) -> Error<E> {
        let (message, details) = said
            .map(|said| (said.message, said.details))
            .unwrap_or_default();
        Error::Refused(Box::new(Refusal {
            operation: operation.id,
            error,
            message,
            details,
            status: self.status,
            after_unknown: self.after_unknown,
            retry_after: self.retry_after,
            retry,
            done,
            headers: self.headers,
        }))
    }

    fn undecodable<E>(self, error: DecodeError) -> Error<E> {
        Error::Undecodable(Box::new(Undecodable {
            status: self.status,
            error: self.scrub.decode_error(error),
            body: self.shown,
        }))
    }
}
