//! The text form of a `UserSig`: JSON in a zlib stream in base64 of an alphabet of its own.

use base64::Engine;
use base64::alphabet::{Alphabet, Symbol};
use base64::engine::general_purpose::{GeneralPurpose, PAD};

use super::{Claims, SignError, zlib};

/// Standard base64 with `*`, `-` and `_` for `+`, `/` and `=`.
const TEXT: GeneralPurpose = GeneralPurpose::new(&alphabet(), PAD);

const fn alphabet() -> Alphabet {
    const SYMBOLS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*-";
    match Symbol::new(b'_') {
        Some(padding) => match Alphabet::new_with_padding(SYMBOLS, padding) {
            Ok(alphabet) => alphabet,
            Err(_) => panic!("checked at compile time"),
        },
        None => panic!("checked at compile time"),
    }
}

/// Packs claims and their signature. The identifier holds no control characters.
pub(super) fn seal(
    sdk_app_id: u32,
    claims: &Claims,
    buffer: Option<&str>,
    sig: &str,
) -> Result<String, SignError> {
    let text = json(sdk_app_id, claims, buffer, sig);
    if text.len() > zlib::MAX_TEXT {
        return Err(SignError::TooLarge {
            what: "the size of the claims as JSON",
            max: zlib::MAX_TEXT as u64,
            given: text.len() as u64,
        });
    }
    let stream = zlib::deflate(text.as_bytes()).ok_or(SignError::Compression)?;
    Ok(TEXT.encode(stream))
}

fn json(sdk_app_id: u32, claims: &Claims, buffer: Option<&str>, sig: &str) -> String {
    // Without control characters, these two are all that JSON needs escaped.
    let identifier = claims.identifier.replace('\\', r"\\").replace('"', "\\\"");
    let Claims {
        issued, lifetime, ..
    } = claims;
    let mut text = format!(
        r#"{{"TLS.ver":"2.0","TLS.identifier":"{identifier}","TLS.sdkappid":{sdk_app_id},"TLS.expire":{lifetime},"TLS.time":{issued}"#
    );
    if let Some(buffer) = buffer {
        text.push_str(r#","TLS.userbuf":""#);
        text.push_str(buffer);
        text.push('"');
    }
    text.push_str(r#","TLS.sig":""#);
    text.push_str(sig);
    text.push_str("\"}");
    text
}
