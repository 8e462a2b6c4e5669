//! What generated server traits lean on: finding the operation, reading parameters, answering in the envelope.
//!
//! No sockets here: whoever listens hands each request in as a [`Request`] and writes the [`Reply`] out. Bodies are held whole:
//! a listener limits what it takes in.

mod fault;
mod form;
mod multipart;
mod parameter;
mod parts;
mod query;
mod refuse;
mod reply;
mod request;
mod route;
mod shape;
mod split;
mod verdicts;

pub use self::fault::Fault;
pub use self::form::form;
pub use self::multipart::Multipart;
pub use self::parameter::Place;
pub use self::query::{MalformedQuery, parse_query};
pub use self::refuse::Refuse;
pub use self::reply::{Reply, refuse, refuse_in, write_reply, write_reply_as};
pub use self::request::{Call, Request};
pub use self::route::{Route, RouteError, route};
pub use self::shape::Shape;
pub use self::verdicts::Verdicts;
