//! The text that is signed: one line for each claim, in a fixed order.

use super::Claims;

/// The lines under the signature. `buffer` is the user buffer in standard base64.
pub(super) fn content(sdk_app_id: u32, claims: &Claims, buffer: Option<&str>) -> String {
    let Claims {
        identifier,
        issued,
        lifetime,
        ..
    } = claims;
    let mut text = format!(
        "TLS.identifier:{identifier}\nTLS.sdkappid:{sdk_app_id}\nTLS.time:{issued}\nTLS.expire:{lifetime}\n"
    );
    if let Some(buffer) = buffer {
        text.push_str("TLS.userbuf:");
        text.push_str(buffer);
        text.push('\n');
    }
    text
}
