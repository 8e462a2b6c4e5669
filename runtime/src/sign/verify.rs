//! Checking a `UserSig` that someone else presents.

use std::error::Error;
use std::fmt;

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::Mac;

use super::token::Token;
use super::{Claims, SignError, UserSigKey};

/// Why a `UserSig` was not accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// The text is no signature at all.
    Malformed(Malformed),
    /// The signature states another app.
    OtherApp {
        /// The app stated.
        found: u64,
    },
    /// The signature states another account.
    OtherIdentifier,
    /// The statements were not signed with this key.
    WrongSignature,
    /// The signature was good until `at`.
    Expired {
        /// The last Unix second at which it was good.
        at: u64,
    },
}

/// At which layer the text of a `UserSig` could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Malformed {
    /// Longer than any signature.
    TooLong,
    /// A character outside letters, digits, `*`, `-` and `_`; the `+`, `/` and `=` of standard base64 are such.
    Alphabet {
        /// The character found.
        found: char,
        /// Where it stands, in bytes from the start.
        at: usize,
    },
    /// Cut, or wrongly padded.
    Base64,
    /// Not one whole zlib stream, or one that inflates to more than any signature holds.
    Zlib,
    /// Not the JSON object of a version 2.0 signature.
    Json,
    /// The identifier is one that cannot be signed.
    Identifier(SignError),
    /// The user buffer or the signature inside is not standard base64.
    Member,
}

impl UserSigKey {
    /// Checks a signature presented by `identifier` at the Unix second `now`, and returns what it states.
    ///
    /// Takes what every published signer makes. A signature issued after `now` is taken too: no clock is
    /// exact. App and account are compared first, so that an error names the plainest cause; the expiry is
    /// looked at only when the signature is right.
    ///
    /// ```
    /// # use bindery::sign::{Claims, UserSigKey, VerifyError};
    /// # let key = UserSigKey::new(1_400_000_000, "the key shown in the console");
    /// let sig = key.sign(&Claims::new("xiaojun", 1_700_000_000, 60))?;
    /// let late = key.verify(sig.expose(), "xiaojun", 1_700_000_061);
    /// assert_eq!(late, Err(VerifyError::Expired { at: 1_700_000_060 }));
    /// # Ok::<(), bindery::sign::SignError>(())
    /// ```
    pub fn verify(&self, sig: &str, identifier: &str, now: u64) -> Result<Claims, VerifyError> {
        let token = Token::open(sig)?;
        if token.sdk_app_id != u64::from(self.sdk_app_id()) {
            let found = token.sdk_app_id;
            return Err(VerifyError::OtherApp { found });
        }
        if token.identifier != identifier {
            return Err(VerifyError::OtherIdentifier);
        }
        let claims = self.proven(token)?;
        match claims.expires() {
            at if at < now => Err(VerifyError::Expired { at }),
            _ => Ok(claims),
        }
    }

    /// The claims of the token, if its signature covers them.
    fn proven(&self, token: Token) -> Result<Claims, VerifyError> {
        let sig = member(&token.sig)?;
        let mut claims = Claims::new(token.identifier, token.issued, token.lifetime);
        claims.user_buffer = token.buffer.as_deref().map(member).transpose()?;
        if self.covers(&claims, &sig) {
            return Ok(claims);
        }
        if claims.user_buffer.is_none() {
            // Go's signer leaves an empty buffer out of the JSON, though it signs its line.
            claims.user_buffer = Some(Vec::new());
            if self.covers(&claims, &sig) {
                return Ok(claims);
            }
        }
        Err(VerifyError::WrongSignature)
    }

    fn covers(&self, claims: &Claims, sig: &[u8]) -> bool {
        let buffer = claims.user_buffer.as_ref().map(|b| STANDARD.encode(b));
        self.mac_over(claims, buffer.as_deref())
            .is_some_and(|mac| mac.verify_slice(sig).is_ok())
    }
}

fn member(base64: &str) -> Result<Vec<u8>, Malformed> {
    STANDARD.decode(base64).map_err(|_| Malformed::Member)
}

impl From<Malformed> for VerifyError {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(malformed) => write!(f, "the usersig is not well formed: {malformed}"),
            Self::OtherApp { found } => {
                write!(f, "the usersig is of another app, sdkappid {found}")
            }
            Self::OtherIdentifier => f.write_str("the usersig is of another identifier"),
            Self::WrongSignature => {
                f.write_str("the usersig was not made with the key of this app; check the key")
            }
            Self::Expired { at } => {
                write!(f, "the usersig expired at unix second {at}; sign a new one")
            }
        }
    }
}

impl Error for VerifyError {}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLong => f.write_str("it is longer than any signature"),
            Self::Alphabet { found, at } => write!(
                f,
                "it holds {found:?} at byte {at}, but only letters, digits, `*`, `-` and `_` belong there"
            ),
            Self::Base64 => f.write_str("its base64 is cut or wrongly padded"),
            Self::Zlib => f.write_str("it is not one whole zlib stream of a signature's size"),
            Self::Json => f.write_str("it does not hold the json of a version 2.0 signature"),
            Self::Identifier(error) => error.fmt(f),
            Self::Member => f.write_str("its buffer or inner signature is not base64"),
        }
    }
}

impl Error for Malformed {}
