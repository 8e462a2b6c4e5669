//! Why a client could not be built.

use std::error::Error;
use std::fmt;

use crate::error::TransportError;

/// Why a client could not be built.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuildError {
    /// The base URL is not one.
    BaseUrl(BaseUrlError),
    /// No base URL was given, and the API's document names no server with a host.
    NoBaseUrl,
    /// A base URL was given for a server that no operation of the API has of its own.
    NoSuchServer,
    /// A base URL with `http:` would send credentials to another machine in clear.
    PlainHttp {
        /// The machine.
        host: String,
    },
    /// A call rate of zero: no call would ever be let through. The operation it was set for; none for the percentage.
    Rate {
        /// The operation's id.
        operation: Option<String>,
    },
    /// The default transport cannot work here.
    Transport(TransportError),
    /// No transport was given, and no feature that brings one is on.
    NoTransport,
    /// No timer was given, and no feature that brings one is on.
    NoTimer,
}

/// What is wrong with a base URL. The URL itself is not repeated: it may hold a password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum BaseUrlError {
    /// It does not start with a scheme.
    NoScheme,
    /// Its scheme is neither `http` nor `https`.
    Scheme,
    /// It has two schemes, as `https://https://` has.
    TwoSchemes,
    /// It has a user name or password.
    UserInfo,
    /// It has a query.
    Query,
    /// It has a fragment.
    Fragment,
    /// It has no host, or a character or port that a URL cannot have.
    Malformed,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BaseUrl(error) => write!(f, "the base URL {error}"),
            Self::NoBaseUrl => f.write_str("no base URL, and the API names none with a host; give one with `base_url`"),
            Self::NoSuchServer => f.write_str("no operation has the server of its own that a base URL was given for; take a variant of `OperationServer`, or `base_url` for all operations"),
            Self::PlainHttp { host } => write!(
                f,
                "the credentials would go to `{host}` in clear; start its base URL with `https://`, or call `allow_plain_http` where nobody else is on the way"
            ),
            Self::Rate { operation: Some(id) } => {
                write!(f, "the call rate of `{id}` is zero; use `Rates::unlimited` to lift a limit")
            }
            Self::Rate { operation: None } => {
                f.write_str("zero percent of the call rates lets no call through; use `Rates::off` to lift them")
            }
            Self::Transport(_) => f.write_str("the default transport cannot be set up; check the system's certificate store, or give a transport of your own"),
            Self::NoTransport => {
                f.write_str("no transport; give one with `transport`, or turn on the feature `hyper`")
            }
            Self::NoTimer => f.write_str("no timer; give one with `timer`, or turn on the feature `hyper`"),
        }
    }
}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            // The cause, not the error: "could not be made" speaks of a request.
            Self::Transport(error) => error.source(),
            _ => None,
        }
    }
}

impl fmt::Display for BaseUrlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoScheme => "has no scheme; start it with `https://`",
            Self::Scheme => "has a scheme that is neither `http` nor `https`",
            Self::TwoSchemes => "has two schemes; give `https://` once",
            Self::UserInfo => {
                "has a user name or password; leave it out and give credentials to the client"
            }
            Self::Query => "has a query; leave out what starts with `?`",
            Self::Fragment => "has a fragment; leave out what starts with `#`",
            Self::Malformed => "is malformed; give it as `https://host:port/prefix`",
        })
    }
}

impl Error for BaseUrlError {}

impl From<BaseUrlError> for BuildError {
    fn from(error: BaseUrlError) -> Self {
        Self::BaseUrl(error)
    }
}
