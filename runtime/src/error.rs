//! How a call fails, in the one type that every operation returns.

use std::fmt;
use std::time::Duration;

use http::HeaderMap;

use crate::check::Violations;
use crate::code::{Code, Done, Retry};
use crate::json::DecodeError;
use crate::operation::OperationError;
use crate::sign::SignError;

/// Why a call did not succeed. `E` is the operation's own enum of refusals.
///
/// [`Error::done`] tells what matters most: whether the service may have done it all the same.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error<E> {
    /// The service answered, and refused.
    Refused(Box<Refusal<E>>),
    /// The request breaks documented rules and was not sent.
    Invalid(Violations),
    /// The request could not be signed and was not sent.
    Signing(SignError),
    /// The service was never reached.
    Transport(TransportError),
    /// An HTTP status that the spec does not document.
    Status(Box<StatusError>),
    /// An answer that cannot be read.
    Undecodable(Box<Undecodable>),
    /// The request may have reached the service, and no answer came.
    UnknownOutcome(TransportError),
}

/// A refusal in the service's own words.
#[derive(Debug)]
#[non_exhaustive]
pub struct Refusal<E> {
    /// The operation that was refused.
    pub operation: &'static str,
    /// Which refusal it is.
    pub error: E,
    /// The service's message; empty where it gave none.
    pub message: String,
    /// Further members of the reply's envelope, by name.
    pub details: Vec<(String, String)>,
    /// The HTTP status.
    pub status: u16,
    /// An earlier attempt of this call had no readable answer: what this one refuses, that one may have done.
    pub after_unknown: bool,
    /// The headers of the answer, secrets taken out.
    pub headers: HeaderMap,
    /// How long the service asks to be left alone, where it says so.
    pub retry_after: Option<Duration>,
    /// Whether to repeat, where the error has no row.
    pub(crate) retry: Retry,
    /// Whether it may have been done, where the error has no row.
    pub(crate) done: Done,
}

impl<E> Refusal<E> {
    /// The first header of that name, where it is visible ASCII: `Location`, for instance.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// An HTTP status nobody documented, often from a gateway on the way.
#[derive(Debug)]
#[non_exhaustive]
pub struct StatusError {
    /// The HTTP status.
    pub status: u16,
    /// The `Content-Type` of the answer, where it had one.
    pub content_type: Option<String>,
    /// How long the service asks to be left alone, where it says so.
    pub retry_after: Option<Duration>,
    /// The beginning of the body, secrets taken out.
    pub body: String,
    /// The call may have been done: by an earlier attempt that had no readable answer, or by this one, whose body says
    /// yes.
    pub after_unknown: bool,
    /// The headers of the answer, secrets taken out.
    pub headers: HeaderMap,
    /// By the status alone.
    pub(crate) done: Done,
}

impl StatusError {
    /// The first header of that name, where it is visible ASCII: `Location`, for instance.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }
}

/// An answer that is not what the spec says.
#[derive(Debug)]
#[non_exhaustive]
pub struct Undecodable {
    /// The HTTP status.
    pub status: u16,
    /// What is wrong, and where.
    pub error: DecodeError,
    /// The beginning of the body, secrets taken out.
    pub body: String,
}

/// A failure on the way to the service or back.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    /// Whom the request was for: a host, and a port where the base URL has one.
    to: Option<String>,
    source: Option<Box<dyn std::error::Error + Send + Sync>>,
}

/// How far a request got.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// No connection: the service has seen nothing.
    Connect,
    /// The request could not be made, so that nothing was sent.
    Request,
    /// No answer within the time allowed.
    Timeout,
    /// The connection broke, or the answer stopped halfway.
    Interrupted,
    /// The answer is larger than the client accepts.
    TooLarge,
    /// What gives the request's body failed while it was sent, so that the request ended early; the cause says how.
    Source,
}

impl TransportError {
    /// A failure of that kind.
    pub fn new(kind: TransportErrorKind) -> Self {
        TransportError {
            kind,
            to: None,
            source: None,
        }
    }

    /// The same with its cause. The cause's text must hold no URL: it carries the signature.
    #[must_use]
    pub fn with_source(
        mut self,
        source: impl Into<Box<dyn std::error::Error + Send + Sync>>,
    ) -> Self {
        self.source = Some(source.into());
        self
    }

    /// The same with whom the request was for.
    pub(crate) fn to(mut self, host: &str) -> Self {
        self.to = Some(host.to_owned());
        self
    }

    /// The cause that has no other.
    fn first_cause(&self) -> Option<&(dyn std::error::Error + 'static)> {
        let mut first = std::error::Error::source(self)?;
        while let Some(cause) = first.source() {
            first = cause;
        }
        Some(first)
    }

    /// How far the request got.
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }

    /// Whether the service may have seen the request.
    pub fn done(&self) -> Done {
        match self.kind {
            TransportErrorKind::Connect | TransportErrorKind::Request => Done::No,
            _ => Done::Unknown,
        }
    }
}

/// Of a connection that did not come about it says to whom, and why.
impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kind == TransportErrorKind::Connect {
            f.write_str("no connection to ")?;
            match &self.to {
                Some(host) => write!(f, "`{host}`")?,
                None => f.write_str("the service")?,
            }
            let cause = self.first_cause();
            return cause.map_or(Ok(()), |cause| write!(f, ": {cause}"));
        }
        f.write_str(match self.kind {
            TransportErrorKind::Connect => "no connection to the service",
            TransportErrorKind::Request => "the request could not be made",
            TransportErrorKind::Timeout => "no answer within the time allowed",
            TransportErrorKind::Interrupted => {
                "the connection broke before the answer was complete"
            }
            TransportErrorKind::TooLarge => "the answer is larger than the client accepts",
            TransportErrorKind::Source => {
                "the source of the request's body failed while it was sent"
            }
        })
    }
}

impl std::error::Error for TransportError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

impl<E: OperationError> Error<E> {
    /// The operation's refusal, if it is one.
    pub fn refusal(&self) -> Option<&E> {
        match self {
            Error::Refused(refusal) => Some(&refusal.error),
            _ => None,
        }
    }

    /// The service's error code, if it gave one.
    pub fn code(&self) -> Option<Code> {
        self.refusal().and_then(E::code)
    }

    /// How long the service asks to be left alone, where it says so.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Error::Refused(refusal) => refusal.retry_after,
            Error::Status(status) => status.retry_after,
            _ => None,
        }
    }

    /// What the spec advises after this failure.
    pub fn retry(&self) -> Retry {
        match self {
            Error::Refused(refusal) => refusal.error.row().map_or(refusal.retry, |row| row.retry),
            Error::Transport(error) if error.kind == TransportErrorKind::Connect => Retry::Backoff,
            Error::Status(status) if status.status == 429 => Retry::SlowDown,
            Error::UnknownOutcome(_) | Error::Status(_) | Error::Undecodable(_) => Retry::Unclear,
            Error::Invalid(_) | Error::Signing(_) | Error::Transport(_) => Retry::Never,
        }
    }

    /// Whether the service may have done what it was asked. After [`Done::Unknown`], look before sending again.
    ///
    /// A code that the operation does not list is looked for in the families of the spec; one that is in none of them says
    /// nothing, so it is [`Done::Unknown`] unless repeating the call changes nothing.
    pub fn done(&self) -> Done {
        match self {
            Error::Refused(refusal) if refusal.after_unknown => Done::Unknown,
            Error::Refused(refusal) => refusal.error.row().map_or(refusal.done, |row| row.done),
            Error::Invalid(_) | Error::Signing(_) => Done::No,
            Error::Transport(error) | Error::UnknownOutcome(error) => error.done(),
            Error::Status(status) if !status.after_unknown => status.done,
            Error::Status(_) | Error::Undecodable(_) => Done::Unknown,
        }
    }
}

impl<E: OperationError> fmt::Display for Error<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Refused(refusal) => refusal.fmt(f),
            Error::Invalid(violations) => write!(
                f,
                "not sent, the request breaks documented rules: {violations}"
            ),
            Error::Signing(_) => f.write_str("not sent, the request could not be signed"),
            Error::Transport(error) => write!(f, "not sent: {error}"),
            Error::Status(status) => {
                write!(f, "HTTP status {}", status.status)?;
                show_redirect(f, status.status, status.done, status.header("location"))?;
                write!(f, ": {}", status.body)
            }
            Error::Undecodable(bad) => write!(
                f,
                "an answer that cannot be read (HTTP status {}): {}",
                bad.status, bad.body
            ),
            Error::UnknownOutcome(error) => {
                write!(
                    f,
                    "{error}; the service may have done it, so look before sending again"
                )
            }
        }
    }
}

impl<E: OperationError> std::error::Error for Error<E> {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Error::Signing(error) => Some(error),
            Error::Transport(error) | Error::UnknownOutcome(error) => {
                std::error::Error::source(error)
            }
            Error::Undecodable(bad) => Some(&bad.error),
            Error::Refused(_) | Error::Invalid(_) | Error::Status(_) => None,
        }
    }
}

impl<E: OperationError> fmt::Display for Refusal<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if (300..400).contains(&self.status) {
            write!(f, "{} answered", self.operation)?;
        } else {
            write!(f, "{} refused", self.operation)?;
        }
        match (self.error.code(), self.error.row()) {
            (Some(code), Some(row)) => write!(f, " with {code} {}: {}", row.name, row.meaning)?,
            (Some(code), None) => write!(f, " with {code}")?,
            (None, _) => {
                write!(f, " with HTTP status {}", self.status)?;
                show_redirect(f, self.status, self.done, self.header("location"))?;
            }
        }
        if !self.message.is_empty() {
            write!(f, " (the service says: {})", self.message)?;
        }
        Ok(())
    }
}

/// What a redirect says. After 303 a call that changes something is done, and what came of it stands elsewhere.
fn show_redirect(
    f: &mut fmt::Formatter<'_>,
    status: u16,
    done: Done,
    location: Option<&str>,
) -> fmt::Result {
    match (status, location) {
        (303, _) if done == Done::Unknown => {
            f.write_str(", which says that it is done and that the answer is elsewhere")?;
        }
        (300..=399, Some(_)) => f.write_str(", which leads elsewhere")?,
        _ => return Ok(()),
    }
    location.map_or(Ok(()), |location| write!(f, ", at {location}"))
}
