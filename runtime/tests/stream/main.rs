//! Bodies in pieces, both ways: over real sockets where bytes matter, over scripted transports where time does.
#![cfg(feature = "reqwest")]

mod api;
mod form;
mod idle;
mod pieces;
mod received;
mod repeated;
mod sent;
mod service;
#[path = "../transports/reqwest.rs"]
mod transport;
mod whole;
