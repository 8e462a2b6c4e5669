//! Proving who calls: the signers that fill in query parameters and headers of one attempt.
//!
//! Signers compute; they neither send, nor read a clock, nor draw random numbers: the client hands both in.

mod api_key;
mod basic;
mod bearer;
mod error;
mod none;
mod schemes;

#[cfg(feature = "usersig")]
mod cache;
#[cfg(feature = "usersig")]
mod claims;
#[cfg(feature = "usersig")]
mod content;
#[cfg(feature = "usersig")]
mod credentials;
#[cfg(feature = "usersig")]
mod private_map;
#[cfg(feature = "usersig")]
mod token;
#[cfg(feature = "usersig")]
mod usersig;
#[cfg(feature = "usersig")]
mod verify;
#[cfg(feature = "usersig")]
mod zlib;

use std::borrow::Cow;
use std::fmt;

pub use api_key::ApiKey;
pub use basic::Basic;
pub(crate) use basic::base64;
pub use bearer::Bearer;
pub use error::SignError;
pub use none::NoAuth;
pub use schemes::Schemes;

#[cfg(feature = "usersig")]
pub use self::{
    cache::SignatureCache,
    claims::Claims,
    credentials::UserSigCredentials,
    private_map::{Privileges, Room, private_map_buffer},
    usersig::{UserSig, UserSigKey},
    verify::{Malformed, VerifyError},
};

use crate::secret::Secret;

/// Fills in what proves who is calling. One call per attempt.
///
/// A signer of one's own takes the place of the credentials that an API asks for, see
/// [`Client::signed_by`](crate::Client::signed_by):
///
/// ```
/// use bindery::http::{HeaderName, HeaderValue};
/// use bindery::sign::{SignError, Signed, Signer};
///
/// /// Says when a call was made.
/// struct Dated;
///
/// impl Signer for Dated {
///     fn sign(&self, parts: &mut Signed, now: u64, _: u32) -> Result<(), SignError> {
///         let name = HeaderName::from_static("x-date");
///         parts.headers.push((name, HeaderValue::from(now)));
///         Ok(())
///     }
/// }
/// ```
pub trait Signer: Send + Sync {
    /// Adds query pairs and headers. `now` is Unix seconds, `random` a fresh number for this attempt.
    fn sign(&self, parts: &mut Signed, now: u64, random: u32) -> Result<(), SignError>;

    /// Whether anything is added that others must not see: then a client sends nothing to other machines without TLS.
    fn has_credentials(&self) -> bool {
        true
    }

    /// The service says the proof used in `parts` is no longer good: the next call must make a new one.
    /// Returns whether a new one can be made.
    fn renew(&self, parts: &Signed) -> bool {
        let _ = parts;
        false
    }
}

/// What a signer adds to one attempt.
///
/// Query values are raw: the client percent-encodes them. `Debug` shows names, never values.
#[derive(Default)]
pub struct Signed {
    /// Query pairs, in the order they are appended.
    pub query: Vec<(Cow<'static, str>, String)>,
    /// Headers; those that carry a secret are marked sensitive.
    pub headers: Vec<(http::HeaderName, http::HeaderValue)>,
    /// Texts that must not be shown wherever they turn up, such as in a URL inside a transport's error.
    pub secrets: Vec<Secret>,
    /// What the operation accepts, for signers that have a choice: alternatives, each of the schemes that go together, by their
    /// names in the document. Empty where the document knows one scheme only. An operation without security is not signed.
    pub accepts: &'static [&'static [&'static str]],
}

impl fmt::Debug for Signed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let query: Vec<_> = self.query.iter().map(|(name, _)| name).collect();
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("Signed")
            .field("query", &query)
            .field("headers", &headers)
            .finish_non_exhaustive()
    }
}
