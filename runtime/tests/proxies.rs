//! Calls through the proxies that the environment names, over real sockets, with hyper-util's transport.
#![cfg(feature = "hyper")]

#[path = "proxies/again.rs"]
mod again;
#[allow(dead_code, reason = "these tests use a part of it")]
#[path = "client/api.rs"]
mod api;
#[path = "proxies/peers.rs"]
mod peers;
#[path = "proxies/through.rs"]
mod through;
#[path = "transports/hyper.rs"]
mod transport;
