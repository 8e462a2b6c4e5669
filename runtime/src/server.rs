//! What generated server traits lean on: finding the operation, reading parameters, answering in the envelope.
//!
//! No sockets here: whoever listens hands each request in as a [`Request`] and writes the [`Reply`] out.

mod query;
mod refuse;
mod reply;
mod request;
mod route;

pub use self::query::{MalformedQuery, parse_query};
pub use self::refuse::Refuse;
pub use self::reply::{Reply, refuse, write_reply};
pub use self::request::{Call, Request};
pub use self::route::{Route, RouteError, route};
