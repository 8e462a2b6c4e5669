//! Credentials for a driver: made up, of the type that the bindings ask for.

use serde_json::Value;

/// The text of every key and token.
pub(crate) const KEY: &str = "a-key-for-tests";

const USER_SIG: &str = "bindery::sign::UserSigCredentials::new(1, \"administrator\", \"a-key\").expect(\"a key that is not empty\")";

/// An expression of the type `credentials`, as the bindings in `source` name it.
pub(super) fn expression(credentials: &str, source: &str, root: &Value) -> String {
    match credentials.trim_start_matches("__rt::") {
        "NoAuth" => "bindery::sign::NoAuth".to_owned(),
        "Bearer" => format!("bindery::sign::Bearer::new({KEY:?})"),
        "Basic" => format!("bindery::sign::Basic::new({KEY:?}, {KEY:?})"),
        "ApiKey" => api_key(root),
        "UserSigCredentials" => USER_SIG.to_owned(),
        own => several(own, source),
    }
}

/// Whatever the bindings' own type can be made of, all together.
fn several(name: &str, source: &str) -> String {
    let start = source.split(&format!("impl {name} {{")).nth(1);
    let functions = start.and_then(|text| text.split("pub fn and(").next());
    let functions = functions.unwrap_or_default().split("pub fn ").skip(1);
    let made = functions.filter_map(|text| {
        let (function, rest) = text.split_once('(')?;
        let (arguments, _) = rest.split_once(") -> Self")?;
        let arguments = arguments.split_terminator(',').map(|argument| {
            let user_sig = argument.contains("UserSigCredentials");
            if user_sig {
                USER_SIG.to_owned()
            } else {
                format!("{KEY:?}")
            }
        });
        let arguments: Vec<_> = arguments.collect();
        Some(format!("api::{name}::{function}({})", arguments.join(", ")))
    });
    let made = made.reduce(|all, one| format!("{all}.and({one})"));
    made.unwrap_or_default()
}

/// The key of the first scheme that is one.
fn api_key(root: &Value) -> String {
    let schemes = root["components"]["securitySchemes"].as_object();
    let mut schemes = schemes.into_iter().flat_map(|schemes| schemes.values());
    let place = schemes.find_map(|scheme| Some((scheme["in"].as_str()?, scheme["name"].as_str()?)));
    let (place, name) = place.unwrap_or(("query", "key"));
    if place == "header" {
        let name = name.to_ascii_lowercase();
        format!(
            "bindery::sign::ApiKey::header(bindery::http::HeaderName::from_static({name:?}), {KEY:?})"
        )
    } else {
        format!("bindery::sign::ApiKey::{place}({name:?}, {KEY:?})")
    }
}
