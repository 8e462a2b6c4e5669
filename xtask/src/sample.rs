//! Values and requests taken from a document: the same ones every time. Knows `OpenAPI`, and nothing of bindings.

mod body;
mod choice;
mod description;
mod fit;
mod flat;
mod parameter;
mod request;
mod schema;
mod text;

pub(crate) use description::{
    Described, Description, is_form, is_json, media_type, percent_decoded,
};
pub(crate) use fit::fits;
pub(crate) use request::{request, with_body};
pub(crate) use schema::{Extent, Sampler};
