//! The client over real sockets once more, with reqwest's transport.
#![cfg(feature = "reqwest")]

#[allow(dead_code, reason = "these tests use a part of it")]
#[path = "client/api.rs"]
mod api;
#[path = "client/socket.rs"]
mod socket;
#[path = "transports/reqwest.rs"]
mod transport;
