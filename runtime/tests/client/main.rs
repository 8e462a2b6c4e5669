//! The client at its public face: a tiny API, a scripted service, a clock under control.

mod api;
mod build;
mod cancel;
mod defaults;
mod errors;
mod observer;
mod rate;
mod request;
mod retry;
mod secrets;
mod service;
mod size;
#[cfg(feature = "reqwest")]
mod socket;
mod timer;
#[cfg(feature = "reqwest")]
#[path = "../transports/reqwest.rs"]
mod transport;
