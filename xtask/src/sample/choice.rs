//! Values of `oneOf` and `anyOf`: one of a branch, with what stands beside the choice.

use serde_json::{Map, Value, json};

use super::Sampler;
use super::flat::flat;

impl Sampler<'_> {
    /// The first branch whose value the whole schema allows, else the first.
    pub(super) fn choice(
        &self,
        schema: &Value,
        keywords: &Map<String, Value>,
        branches: &[Value],
        depth: usize,
    ) -> Option<Value> {
        let values: Vec<_> = branches
            .iter()
            .filter_map(|branch| self.branch(keywords, branch, depth + 1))
            .collect();
        let fitting = values.iter().position(|value| self.fits(schema, value));
        values.into_iter().nth(fitting.unwrap_or_default())
    }

    /// A value of a branch, with the members that stand beside the choice.
    fn branch(&self, keywords: &Map<String, Value>, branch: &Value, depth: usize) -> Option<Value> {
        let mut beside = keywords.clone();
        for keyword in ["oneOf", "anyOf", "example", "examples", "default"] {
            beside.remove(keyword);
        }
        let mut value = if beside.contains_key("properties") || beside.contains_key("required") {
            self.at(&json!({ "allOf": [beside, branch] }), depth)?
        } else {
            self.at(branch, depth)?
        };
        let property = keywords
            .get("discriminator")
            .and_then(|discriminator| discriminator["propertyName"].as_str());
        if let (Some(property), Some(members)) = (property, value.as_object_mut())
            && let Some(tag) = tag(&keywords["discriminator"], branch)
        {
            let fixed = flat(self.description, branch)
                .get("properties")
                .map(|properties| flat(self.description, &properties[property]))
                .is_some_and(|known| known.contains_key("enum") || known.contains_key("const"));
            if !fixed {
                members.insert(property.to_owned(), tag.into());
            }
        }
        Some(value)
    }
}

/// The tag of a branch: the one mapped to it, else the name of its component.
fn tag(discriminator: &Value, branch: &Value) -> Option<String> {
    let target = branch["$ref"].as_str()?;
    let mapping = discriminator["mapping"].as_object();
    let mapped = mapping.into_iter().flatten().find(|(_, to)| {
        to.as_str()
            .is_some_and(|to| to == target || target.ends_with(&format!("/{to}")))
    });
    let name = target.rsplit('/').next().map(str::to_owned);
    mapped.map(|(tag, _)| tag.clone()).or(name)
}
