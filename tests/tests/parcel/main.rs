//! A second API, derived by the macro: the generated client against the generated service, over a socket.
//! It covers what the flagship does not have: codes in words, bearer tokens, typed 4xx bodies, path parameters.

mod batch;
mod carrier;
mod own;
mod refusals;
mod resend;
mod round_trip;
mod secrets;

/// The bindings.
#[allow(
    deprecated,
    reason = "the spec has a deprecated property, and the macro must cope"
)]
mod parcel {
    bindery::bindings! { spec = "../../fixtures/parcel.json", sides = [client, server] }
}
