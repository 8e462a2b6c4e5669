//! Who is calling, and may they: the query of a call, checked in the documented order, before the body is looked at.

use std::time::UNIX_EPOCH;

use bindery::Code;
use bindery::server::{Call, Reply};
use bindery::sign::VerifyError;
use tencent_im::GeneralError;

use crate::refusal::general;
use crate::state::{App, Shared};

/// The app of an admitted call.
pub(crate) fn app<'a>(shared: &'a Shared, call: &Call) -> Option<(u32, &'a App)> {
    let id = call.query("sdkappid")?.parse().ok()?;
    Some((id, shared.apps.get(&id)?))
}

/// Lets a call pass, or says why not.
pub(crate) fn admit(shared: &Shared, call: &Call) -> Result<(), Reply> {
    check_query(call)?;
    let Some((id, app)) = app(shared, call) else {
        let message = "no app has this sdkappid; the demo app is 1400000000";
        return Err(general(&GeneralError::UnknownSdkAppId, message));
    };
    let identifier = call.query("identifier").unwrap_or_default();
    check_signature(shared, app, call, identifier)?;
    if !app.admins.iter().any(|admin| admin == identifier) {
        let message = "the identifier is not an administrator of the app";
        return Err(general(&GeneralError::NotAdmin, message));
    }
    let now = shared.now();
    if shared.switches.rate_limits && !shared.rates(|rates| rates.admit(id, call.operation, now)) {
        let message = "more calls in one second than the operation allows";
        return Err(general(&GeneralError::EndpointRateExceeded, message));
    }
    Ok(())
}

fn check_query(call: &Call) -> Result<(), Reply> {
    let Some(app) = call.query("sdkappid") else {
        let message = "sdkappid is missing from the query";
        return Err(general(&GeneralError::MissingSdkAppId, message));
    };
    let wrong = |message: &str| Err(general(&GeneralError::InvalidQuery, message));
    if !is_u32(app) {
        return wrong("sdkappid is not a number");
    }
    if call.query("identifier").is_none_or(str::is_empty) {
        return wrong("identifier is missing from the query");
    }
    if call.query("usersig").is_none() {
        return wrong("usersig is missing from the query");
    }
    if !call.query("random").is_some_and(is_u32) {
        return wrong("random is not a number from 0 to 4294967295");
    }
    if call.query("contenttype") != Some("json") {
        return wrong("contenttype is not `json`");
    }
    Ok(())
}

/// Digits alone: the standard library would take a `+` too.
fn is_u32(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse::<u32>().is_ok()
}

fn check_signature(shared: &Shared, app: &App, call: &Call, identifier: &str) -> Result<(), Reply> {
    let sig = call.query("usersig").unwrap_or_default();
    let now = shared.now().duration_since(UNIX_EPOCH).unwrap_or_default();
    match app.key.verify(sig, identifier, now.as_secs()) {
        Ok(_) => Ok(()),
        Err(error) => Err(general(&code_of(&error), &error.to_string())),
    }
}

fn code_of(error: &VerifyError) -> GeneralError {
    match error {
        VerifyError::Malformed(_) => GeneralError::MalformedUserSig,
        VerifyError::OtherApp { .. } => GeneralError::SdkAppIdMismatch,
        VerifyError::OtherIdentifier => GeneralError::IdentifierMismatch,
        VerifyError::WrongSignature => GeneralError::UserSigMismatch,
        VerifyError::Expired { .. } => GeneralError::UserSigExpired,
        // A way to fail that this sandbox does not know yet.
        _ => GeneralError::Other(Code::Int(60005)),
    }
}
