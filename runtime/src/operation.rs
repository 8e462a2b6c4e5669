//! What one call of an API is: the traits that generated requests implement and the constants they carry.
//! Descriptions only; nothing here sends.

mod other_media;
mod parts;
mod style;

use std::time::Duration;

pub use self::other_media::OtherMedia;
pub use self::parts::{Param, Parts};
pub use self::style::Style;

use crate::check::Checker;
use crate::code::{Code, CodeFamily, CodeRow, Done, Retry};
use crate::envelope::Envelope;
use crate::json::DecodeError;
use crate::sign::Signer;

/// An API: what all its operations share.
pub trait Api: Send + Sync + 'static {
    /// What a client of this API needs to prove who is calling.
    type Credentials: Signer + 'static;

    /// The API's name, for messages.
    const NAME: &'static str;

    /// Its documented base URLs; the first is the default.
    const SERVERS: &'static [&'static str];

    /// Where single operations go that have servers of their own. One without a host is a path on the host of the client's server.
    const OPERATION_SERVERS: &'static [&'static str] = &[];

    /// The paths of documented servers without a host.
    const SERVER_PATHS: &'static [&'static str] = &[];

    /// Its documented base URLs of which the caller gives a part, the variables in braces, where they are no `https:` URLs.
    const SERVER_TEMPLATES: &'static [&'static str] = &[];

    /// The names of members that are not to be shown: no error repeats their values. An empty name stands for a value without
    /// one, such as a whole body: then errors repeat nothing of what came.
    const HIDDEN: &'static [&'static str] = &[];
}

/// A request of one operation.
pub trait Operation: Send {
    /// The API the operation belongs to.
    type Api: Api;

    /// What a successful call gives.
    type Reply;

    /// How the service refuses this call.
    type Error: OperationError;

    /// What the spec says of the operation.
    const META: &'static Meta;

    /// Writes path, query, headers and body.
    fn write(&self, parts: &mut Parts);

    /// Reports every rule the request breaks.
    fn check(&self, c: &mut Checker) {
        let _ = c;
    }

    /// Whether every idempotency key of the request is set.
    fn is_keyed(&self) -> bool {
        false
    }

    /// Reads the reply to this request; the envelope has been read before and says success.
    fn read(self, body: &[u8]) -> Result<Self::Reply, DecodeError>;

    /// The same where the status tells what the reply holds.
    fn read_status(self, status: u16, body: &[u8]) -> Result<Self::Reply, DecodeError>
    where
        Self: Sized,
    {
        let _ = status;
        self.read(body)
    }
}

/// A reply whose status tells what it holds.
pub trait Replies: Sized {
    /// Reads the body of a success of this status.
    fn read(status: u16, body: &[u8]) -> Result<Self, DecodeError>;
}

/// Says that a request belongs to the API `A`. It adds nothing to [`Operation::Api`] but a better message.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an operation of `{A}`",
    label = "another API's request",
    note = "a client sends the requests of its own API only"
)]
pub trait OperationOf<A>: Operation<Api = A> {}

/// Says that the reply to a request is bytes alone, whatever its status, so that it can be read piece by piece
/// ([`Client::open`](crate::Client::open)).
#[diagnostic::on_unimplemented(
    message = "the reply to `{Self}` cannot be opened",
    label = "its reply is more than bytes",
    note = "`open` is for replies that are bytes alone; `send` reads any reply"
)]
pub trait RawReply: Operation {}

/// The documented ways in which a call is refused.
pub trait OperationError: std::fmt::Debug + Sized {
    /// The variant of a code in the reply's envelope; `None` where the operation has no envelope.
    fn from_code(code: Code) -> Option<Self> {
        let _ = code;
        None
    }

    /// The variant of an HTTP status that the spec documents with a body.
    fn from_status(status: u16, body: &[u8]) -> Option<Result<Self, DecodeError>> {
        let _ = (status, body);
        None
    }

    /// The variant of an HTTP status that the spec documents without a body.
    fn from_bare_status(status: u16) -> Option<Self> {
        let _ = status;
        None
    }

    /// The code, where the service gave one.
    fn code(&self) -> Option<Code> {
        None
    }

    /// What the spec knows of the code.
    fn row(&self) -> Option<&'static CodeRow> {
        None
    }
}

/// What the spec says of one operation.
#[derive(Debug)]
pub struct Meta {
    /// The `operationId`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: &'static str,
    /// The path template, `{name}` standing for parameters.
    pub path: &'static str,
    /// The documented call rate.
    pub limit: Option<RateLimit>,
    /// Whether a call may be repeated.
    pub retry: RetryClass,
    /// Where a reply carries its verdict.
    pub envelope: Option<&'static Envelope>,
    /// The documented codes: the operation's own rows, then those of its families.
    pub codes: &'static [&'static [CodeRow]],
    /// The families of which the operation lists single rows.
    pub picked: &'static [&'static [CodeRow]],
    /// All families of the API, which are asked for codes that the operation does not list.
    pub families: &'static [CodeFamily],
}

impl Meta {
    /// The row of `code` among those that the operation lists.
    pub fn listed(&self, code: &Code) -> Option<&'static CodeRow> {
        self.codes
            .iter()
            .copied()
            .flatten()
            .find(|row| row.code == *code)
    }

    /// What the spec knows of `code` for this operation: by its own list, else by the families of the API.
    pub fn row(&self, code: &Code) -> Option<&'static CodeRow> {
        let picked = || self.picked.iter().copied().flatten();
        let mut near = self.codes.iter().copied().flatten().chain(picked());
        self.listed(code)
            .or_else(|| picked().find(|row| row.code == *code))
            .or_else(|| CodeFamily::row(self.families, code))
            .or_else(|| near.find(|row| row.code.reads_like(code)))
    }

    /// The code in the form in which the document lists it: some services have it in quotes now and then.
    pub(crate) fn as_listed(&self, code: Code) -> Code {
        let model = self.codes.iter().copied().flatten().next();
        match (self.row(&code), model) {
            (Some(row), _) => row.code.clone(),
            (None, Some(row)) => code.like(&row.code),
            (None, None) => code,
        }
    }

    /// What follows from a code without a row: what a family says of its range, or else what is safe to say.
    pub(crate) fn without_row(&self, code: &Code) -> (Retry, Done) {
        CodeFamily::rest(self.families, code).unwrap_or(match self.retry {
            RetryClass::Safe => (Retry::Unclear, Done::No),
            RetryClass::Keyed { .. } | RetryClass::ResolveFirst => (Retry::Unclear, Done::Unknown),
        })
    }
}

/// A documented call rate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// So many calls …
    pub calls: u32,
    /// … in this time.
    pub per: Duration,
}

/// Whether the same request may be sent again when nobody knows what became of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum RetryClass {
    /// Repeating changes nothing.
    Safe,
    /// Safe within the window while every idempotency key is set.
    Keyed {
        /// How long the service remembers a key.
        window: Duration,
    },
    /// Never by the client: the caller must find out first.
    ResolveFirst,
}
