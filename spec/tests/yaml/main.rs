//! YAML documents: what they mean, where it stands, and what is said about those that are none.

mod limits;
#[path = "../support/rendered.rs"]
mod rendered;
mod syntax;
mod twins;
mod values;
mod writer;
