//! Calls through the proxies that the environment names once more, with reqwest's transport.
#![cfg(feature = "reqwest")]

#[path = "proxies/again.rs"]
mod again;
#[allow(dead_code, reason = "these tests use a part of it")]
#[path = "client/api.rs"]
mod api;
#[path = "proxies/peers.rs"]
mod peers;
#[path = "proxies/through.rs"]
mod through;
#[path = "transports/reqwest.rs"]
mod transport;
