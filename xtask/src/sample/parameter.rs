//! Parameters as `OpenAPI` writes them: the styles of path, query, header and cookie.

use std::fmt::Write;

use serde_json::Value;

/// One parameter, written.
pub(super) enum Written {
    Path(String, String),
    /// Names and values, percent-encoded.
    Query(Vec<(String, String)>),
    Header(String, String),
    /// Percent-encoded.
    Cookie(String, String),
}

pub(super) fn write(parameter: &Value, value: &Value) -> Option<Written> {
    let name = parameter["name"].as_str()?;
    let place = parameter["in"].as_str()?;
    let usual = if matches!(place, "query" | "cookie") {
        "form"
    } else {
        "simple"
    };
    let style = parameter["style"].as_str().unwrap_or(usual);
    let explode = parameter["explode"].as_bool().unwrap_or(style == "form");
    let json = parameter.get("content").is_some();
    Some(match place {
        "path" if json => Written::Path(name.to_owned(), encode(&value.to_string())),
        "path" => Written::Path(name.to_owned(), path(name, value, style, explode)),
        "query" if json => Written::Query(vec![(encode(name), encode(&value.to_string()))]),
        "query" => Written::Query(query(name, value, style, explode)),
        "header" if json => Written::Header(name.to_owned(), value.to_string()),
        "header" => Written::Header(name.to_owned(), simple(value, explode, &str::to_owned)),
        "cookie" => Written::Cookie(name.to_owned(), simple(value, false, &encode)),
        _ => return None,
    })
}

fn path(name: &str, value: &Value, style: &str, explode: bool) -> String {
    match style {
        "label" if explode => format!(".{}", parts(value, "=", &encode).join(".")),
        "label" => format!(".{}", simple(value, false, &encode)),
        "matrix" => {
            let pairs = query(name, value, "form", explode);
            let pairs = pairs.iter().map(|(name, value)| format!(";{name}={value}"));
            pairs.collect()
        }
        _ => simple(value, explode, &encode),
    }
}

fn query(name: &str, value: &Value, style: &str, explode: bool) -> Vec<(String, String)> {
    let one = |text: String| vec![(encode(name), text)];
    let pair = |name: String, value: &Value| (name, encode(&plain(value)));
    match (value, style) {
        (Value::Object(members), "deepObject") => members
            .iter()
            .map(|(member, value)| pair(encode(&format!("{name}[{member}]")), value))
            .collect(),
        (Value::Object(members), _) if explode => members
            .iter()
            .map(|(member, value)| pair(encode(member), value))
            .collect(),
        (Value::Array(items), _) if explode => {
            items.iter().map(|item| pair(encode(name), item)).collect()
        }
        (_, "spaceDelimited") => one(parts(value, "%20", &encode).join("%20")),
        (_, "pipeDelimited") => one(parts(value, "%7C", &encode).join("%7C")),
        _ => one(simple(value, false, &encode)),
    }
}

fn simple(value: &Value, explode: bool, encode: &dyn Fn(&str) -> String) -> String {
    parts(value, if explode { "=" } else { "," }, encode).join(",")
}

/// Items, or members with something between name and value.
fn parts(value: &Value, between: &str, encode: &dyn Fn(&str) -> String) -> Vec<String> {
    match value {
        Value::Array(items) => items.iter().map(|item| encode(&plain(item))).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, value)| format!("{}{between}{}", encode(name), encode(&plain(value))))
            .collect(),
        other => vec![encode(&plain(other))],
    }
}

/// A value as parameters have it: texts without quotes.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

pub(super) fn encode(text: &str) -> String {
    let mut encoded = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            encoded.push(byte.into());
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{Written, write};

    /// A parameter called `color` as it stands in a request.
    fn written(place: &str, style: &str, explode: bool, value: &Value) -> String {
        let parameter = json!({ "name": "color", "in": place, "style": style, "explode": explode });
        match write(&parameter, value) {
            Some(Written::Query(pairs)) => {
                let pairs: Vec<_> = pairs
                    .iter()
                    .map(|pair| format!("{}={}", pair.0, pair.1))
                    .collect();
                pairs.join("&")
            }
            Some(Written::Path(_, text) | Written::Header(_, text) | Written::Cookie(_, text)) => {
                text
            }
            None => String::new(),
        }
    }

    #[test]
    fn styles_are_written_as_openapi_shows_them() {
        let list = json!(["blue", "black", "brown"]);
        let object = json!({ "B": 150, "G": 200, "R": 100 });
        let of = |place, style, explode| {
            [&list, &object].map(|value| written(place, style, explode, value))
        };
        assert_eq!(
            of("path", "matrix", false),
            [";color=blue,black,brown", ";color=B,150,G,200,R,100"]
        );
        assert_eq!(
            of("path", "matrix", true),
            [";color=blue;color=black;color=brown", ";B=150;G=200;R=100"]
        );
        assert_eq!(
            of("path", "label", true),
            [".blue.black.brown", ".B=150.G=200.R=100"]
        );
        assert_eq!(
            of("path", "simple", false),
            ["blue,black,brown", "B,150,G,200,R,100"]
        );
        assert_eq!(
            of("header", "simple", true),
            ["blue,black,brown", "B=150,G=200,R=100"]
        );
        assert_eq!(
            of("query", "form", false),
            ["color=blue,black,brown", "color=B,150,G,200,R,100"]
        );
        assert_eq!(
            of("query", "form", true),
            ["color=blue&color=black&color=brown", "B=150&G=200&R=100"]
        );
        assert_eq!(
            written("query", "pipeDelimited", false, &list),
            "color=blue%7Cblack%7Cbrown"
        );
        assert_eq!(
            written("query", "spaceDelimited", false, &list),
            "color=blue%20black%20brown"
        );
        assert_eq!(
            written("query", "deepObject", true, &object),
            "color%5BB%5D=150&color%5BG%5D=200&color%5BR%5D=100"
        );
    }

    #[test]
    fn texts_are_encoded_where_the_place_asks_for_it() {
        let text = json!("a b&c");
        assert_eq!(written("query", "form", true, &text), "color=a%20b%26c");
        assert_eq!(written("path", "simple", false, &text), "a%20b%26c");
        assert_eq!(written("header", "simple", false, &text), "a b&c");
    }
}
