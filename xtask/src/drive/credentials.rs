//! Credentials for a driver: made up, of the type that the bindings ask for.

use serde_json::Value;

/// The text of every key and token.
pub(crate) const KEY: &str = "a-key-for-tests";

/// An expression of the type `credentials`, as the bindings name it.
pub(super) fn expression(credentials: &str, root: &Value) -> String {
    match credentials.trim_start_matches("__rt::") {
        "Bearer" => format!("bindery::sign::Bearer::new({KEY:?})"),
        "ApiKey" => api_key(root),
        "UserSigCredentials" => format!(
            "bindery::sign::UserSigCredentials::new(1, \"administrator\", {KEY:?}).expect(\"a key that is not empty\")"
        ),
        _ => "bindery::sign::NoAuth".to_owned(),
    }
}

/// The key of the first scheme that is one.
fn api_key(root: &Value) -> String {
    let schemes = root["components"]["securitySchemes"].as_object();
    let mut schemes = schemes.into_iter().flat_map(|schemes| schemes.values());
    let place = schemes.find_map(|scheme| {
        let place = scheme["in"].as_str().filter(|place| *place != "cookie")?;
        Some((place, scheme["name"].as_str()?))
    });
    let (place, name) = place.unwrap_or(("query", "key"));
    if place == "header" {
        let name = name.to_ascii_lowercase();
        format!(
            "bindery::sign::ApiKey::header(bindery::http::HeaderName::from_static({name:?}), {KEY:?})"
        )
    } else {
        format!("bindery::sign::ApiKey::query({name:?}, {KEY:?})")
    }
}
