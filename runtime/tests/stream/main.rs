//! Bodies in pieces, both ways: over real sockets where bytes matter, over scripted transports where time does.
#![cfg(feature = "hyper")]

mod api;
mod form;
mod idle;
mod pieces;
mod received;
mod repeated;
mod sent;
mod service;
#[path = "../transports/hyper.rs"]
mod transport;
mod whole;
