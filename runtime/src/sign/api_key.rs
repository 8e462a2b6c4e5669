//! A key of a fixed name, in the query, in a header or in a cookie.

use std::borrow::Cow;

use http::{HeaderName, header::COOKIE};

use super::{SignError, Signed, Signer, bearer::sensitive};
use crate::secret::Secret;

/// A key sent with every call under a name that the service chose. White space around it, such as the line end of the file it was
/// read from, is dropped.
#[derive(Debug, Clone)]
pub struct ApiKey {
    place: Place,
    key: Secret,
}

#[derive(Debug, Clone)]
enum Place {
    Query(Cow<'static, str>),
    Header(HeaderName),
    Cookie(Cow<'static, str>),
}

impl ApiKey {
    /// The key as the query parameter `name`.
    pub fn query(name: impl Into<Cow<'static, str>>, key: impl Into<Secret>) -> Self {
        Self {
            place: Place::Query(name.into()),
            key: key.into().trimmed(),
        }
    }

    /// The key as the header `name`. A key that no header may carry is refused when a call is signed.
    pub fn header(name: HeaderName, key: impl Into<Secret>) -> Self {
        Self {
            place: Place::Header(name),
            key: key.into().trimmed(),
        }
    }

    /// The key as the cookie `name`, beside other cookies. A key that no cookie may carry is refused when a call is signed.
    pub fn cookie(name: impl Into<Cow<'static, str>>, key: impl Into<Secret>) -> Self {
        Self {
            place: Place::Cookie(name.into()),
            key: key.into().trimmed(),
        }
    }
}

impl Signer for ApiKey {
    fn sign(&self, parts: &mut Signed, _: u64, _: u32) -> Result<(), SignError> {
        let text = self.key.expose().to_owned();
        match &self.place {
            Place::Query(name) => parts.query.push((name.clone(), text)),
            Place::Header(name) => parts.headers.push((name.clone(), sensitive(text)?)),
            // What stands behind a semicolon would be another cookie.
            Place::Cookie(_) if text.contains(';') => return Err(SignError::HeaderValue),
            Place::Cookie(name) => {
                let cookie = sensitive(format!("{name}={text}"))?;
                parts.headers.push((COOKIE, cookie));
            }
        }
        parts.secrets.push(self.key.clone());
        Ok(())
    }
}
