//! Schemas that are used by themselves.

use std::collections::HashSet;

use super::address;
use crate::document::Document;
use crate::schema::items;
use crate::value::{Kind, Value};

/// Those that are referred to anywhere but as a branch of a choice with a tag, or as a part of another schema.
pub(super) fn direct(document: &Document) -> HashSet<usize> {
    let mut found = HashSet::new();
    let mut open: Vec<&Value> = document.roots().collect();
    while let Some(value) = open.pop() {
        if value.get("$ref").is_some() {
            found.extend(document.target(value).ok().map(address));
        }
        let tagged = value.get("discriminator").is_some();
        let refers = |it: &&Value| it.get("$ref").is_some();
        match &value.kind {
            Kind::Object(members) => {
                for member in members {
                    let passed_over = match &*member.key {
                        "oneOf" | "anyOf" => tagged,
                        "allOf" => {
                            value.get("properties").is_some() || items(value, "allOf").len() > 1
                        }
                        _ => false,
                    };
                    if passed_over {
                        let all = member.value.as_array().unwrap_or_default().iter();
                        open.extend(all.filter(|it| !refers(it)));
                    } else {
                        open.push(&member.value);
                    }
                }
            }
            Kind::Array(items) => open.extend(items),
            _ => {}
        }
    }
    found
}
