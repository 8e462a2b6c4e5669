//! Bodies in pieces over real sockets once more, with reqwest's transport.
#![cfg(feature = "reqwest")]

#[path = "stream/api.rs"]
mod api;
#[path = "stream/form.rs"]
mod form;
#[path = "stream/pieces.rs"]
mod pieces;
#[path = "stream/received.rs"]
mod received;
#[path = "stream/repeated.rs"]
mod repeated;
#[path = "stream/sent.rs"]
mod sent;
#[path = "stream/service.rs"]
mod service;
#[path = "transports/reqwest.rs"]
mod transport;
