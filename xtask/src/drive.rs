//! A driver: a program made of the generated bindings of one document, both sides wired to each other, so that a request
//! taken at random from the document goes through the typed server side and the typed client side, and its answer the
//! way back. Judges nothing; what is sent, who answers and what is made of it is the commands' affair.

mod build;
mod credentials;
mod glue;
mod process;
mod wanted;
#[path = "drive/program/wire.rs"]
mod wire;

pub(crate) use build::Workshop;
pub(crate) use credentials::KEY;
pub(crate) use process::{Answer, Driver, End, Sent};
