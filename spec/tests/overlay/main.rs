//! Overlays: what they change, what they select, and where they and the document are wrong.

mod actions;
mod faults;
mod limits;
mod places;
#[path = "../support/rendered.rs"]
mod rendered;
mod targets;

use bindery_spec::{Document, Findings, Kind, Value};
use serde_json::json;

/// A document with that `info`, which is all that most cases look at.
fn document(info: &str) -> Document {
    let text = format!(
        r#"{{ "openapi": "3.1.0", "info": {{ "title": "Demo", "version": "1", "x-data": {info} }}, "paths": {{}} }}"#
    );
    Document::parse("api.json", text).expect("a document")
}

/// The document with actions laid over it, of version 1.1.0.
fn laid(info: &str, actions: &str) -> Result<Document, Findings> {
    document(info).with_overlay("my.overlay.json", overlay(actions))
}

fn overlay(actions: &str) -> String {
    format!(
        r#"{{ "overlay": "1.1.0", "info": {{ "title": "Mine", "version": "1" }}, "actions": [{actions}] }}"#
    )
}

/// `info/x-data` after the actions.
fn data(info: &str, actions: &str) -> serde_json::Value {
    let document = laid(info, actions).unwrap_or_else(|findings| panic!("{findings}"));
    document
        .root
        .at("/info/x-data")
        .map_or(json!("nothing"), plain)
}

/// What is wrong with the actions, as people read it.
fn refused(info: &str, actions: &str) -> String {
    laid(info, actions)
        .expect_err("the overlay is wrong")
        .to_string()
}

fn plain(value: &Value) -> serde_json::Value {
    match &value.kind {
        Kind::Null => json!(null),
        Kind::Bool(value) => json!(value),
        Kind::Number(text) => serde_json::from_str(text).expect("a number"),
        Kind::String(text) => json!(text),
        Kind::Array(items) => items.iter().map(plain).collect(),
        Kind::Object(members) => {
            let members = members
                .iter()
                .map(|member| (member.key.to_string(), plain(&member.value)));
            serde_json::Value::Object(members.collect())
        }
    }
}
