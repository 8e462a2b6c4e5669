//! The client over real sockets once more, with hyper-util's transport.
#![cfg(feature = "hyper")]

#[allow(dead_code, reason = "these tests use a part of it")]
#[path = "client/api.rs"]
mod api;
#[path = "client/socket.rs"]
mod socket;
#[path = "transports/hyper.rs"]
mod transport;
