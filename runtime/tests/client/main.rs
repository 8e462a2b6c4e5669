//! The client at its public face: a tiny API, a scripted service, a clock under control.

mod advice;
mod api;
mod build;
mod cancel;
mod defaults;
mod echoes;
mod errors;
#[cfg(feature = "usersig")]
mod keys;
mod observer;
mod plain_http;
mod rate;
mod request;
mod retry;
mod retry_after;
mod secrets;
mod service;
mod size;
#[cfg(feature = "hyper")]
mod socket;
mod timer;
#[cfg(feature = "hyper")]
#[path = "../transports/hyper.rs"]
mod transport;
mod verdicts;
