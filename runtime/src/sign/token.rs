//! The text form of a `UserSig`: JSON in a zlib stream in base64 of an alphabet of its own.
//!
//! Packs and unpacks; whether a signature is right is not known here.

use base64::Engine;
use base64::alphabet::{Alphabet, Symbol};
use base64::engine::general_purpose::{GeneralPurpose, PAD};

use super::claims::check_identifier;
use super::{Malformed, SignError, zlib};
use crate::json::{self, Decode, DecodeError, Encode, Reader, Writer};

const SYMBOLS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-";
const PADDING: u8 = b'_';

/// Standard base64 with `*`, `-` and `_` for `+`, `/` and `=`.
const TEXT: GeneralPurpose = GeneralPurpose::new(&alphabet(), PAD);

const fn alphabet() -> Alphabet {
    let Some(padding) = Symbol::new(PADDING) else {
        panic!("evaluated by the compiler");
    };
    match Alphabet::new_with_padding(SYMBOLS, padding) {
        Ok(alphabet) => alphabet,
        Err(_) => panic!("evaluated by the compiler"),
    }
}

/// The longest text looked at: [`zlib::MAX_TEXT`] stored without compression.
const MAX_LEN: usize = zlib::MAX_TEXT / 2 * 3;

const VERSION: &str = "2.0";

/// The members of the JSON object. Numbers are wide, so that a number out of range is another app's and not unreadable.
pub(super) struct Token {
    pub(super) identifier: String,
    pub(super) sdk_app_id: u64,
    pub(super) lifetime: u64,
    pub(super) issued: u64,
    /// The user buffer in standard base64.
    pub(super) buffer: Option<String>,
    /// The signature in standard base64.
    pub(super) sig: String,
}

impl Token {
    /// The token as text.
    pub(super) fn seal(&self) -> Result<String, SignError> {
        let text = json::encode(self);
        if text.len() > zlib::MAX_TEXT {
            return Err(SignError::TooLarge {
                what: "the size of the claims as JSON",
                max: zlib::MAX_TEXT as u64,
                given: text.len() as u64,
            });
        }
        let stream = zlib::deflate(&text).ok_or(SignError::Compression)?;
        Ok(TEXT.encode(stream))
    }

    /// The token in a text that anyone may have made.
    pub(super) fn open(text: &str) -> Result<Self, Malformed> {
        if text.len() > MAX_LEN {
            return Err(Malformed::TooLong);
        }
        check_alphabet(text)?;
        let stream = TEXT.decode(text).map_err(|_| Malformed::Base64)?;
        let text = zlib::inflate(&stream).ok_or(Malformed::Zlib)?;
        let token: Self = json::decode(&text).map_err(|_| Malformed::Json)?;
        check_identifier(&token.identifier).map_err(Malformed::Identifier)?;
        Ok(token)
    }
}

fn check_alphabet(text: &str) -> Result<(), Malformed> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || matches!(c, '*' | '-' | '_');
    match text.char_indices().find(|&(_, c)| !belongs(c)) {
        Some((at, found)) => Err(Malformed::Alphabet { found, at }),
        None => Ok(()),
    }
}

impl Encode for Token {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("TLS.ver", VERSION);
        w.field("TLS.identifier", &self.identifier);
        w.field("TLS.sdkappid", &self.sdk_app_id);
        w.field("TLS.expire", &self.lifetime);
        w.field("TLS.time", &self.issued);
        w.optional("TLS.userbuf", &self.buffer);
        w.field("TLS.sig", &self.sig);
    }
}

/// Some signers leave out members that are zero or empty.
impl Decode for Token {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut version = None;
        let (mut identifier, mut sdk_app_id, mut lifetime) = (None, None, None);
        let (mut issued, mut buffer, mut sig) = (None, None, None);
        r.object(&mut |r, name| match name {
            "TLS.ver" => r.field::<String>(&mut version),
            "TLS.identifier" => r.field(&mut identifier),
            "TLS.sdkappid" => r.field(&mut sdk_app_id),
            "TLS.expire" => r.field(&mut lifetime),
            "TLS.time" => r.field(&mut issued),
            "TLS.userbuf" => r.optional(&mut buffer),
            "TLS.sig" => r.field(&mut sig),
            _ => r.skip(),
        })?;
        if json::required(version, "TLS.ver")? != VERSION {
            return Err(DecodeError::not_allowed("expected version 2.0").at("TLS.ver"));
        }
        Ok(Self {
            identifier: json::required(identifier, "TLS.identifier")?,
            sdk_app_id: sdk_app_id.unwrap_or_default(),
            lifetime: lifetime.unwrap_or_default(),
            issued: issued.unwrap_or_default(),
            buffer,
            sig: json::required(sig, "TLS.sig")?,
        })
    }
}
