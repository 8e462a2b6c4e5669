//! `x-bindery-private`: whoever says it, `Debug` shows the length.

use crate::support::{bodies, client, document, refusals};

const NICK: &str = r#""schemas": { "Nick": { "type": "string", "x-bindery-private": true } }"#;

#[test]
fn a_text_with_a_name_hides_itself() {
    let body = r##"{ "type": "object", "properties": { "nick": { "$ref": "#/components/schemas/Nick" },
        "all": { "type": "array", "items": { "$ref": "#/components/schemas/Nick" } } } }"##;
    let text = client(&document("", &bodies(body, "{}"), NICK));
    text.has("__rt::private_text!(Nick);");
    text.lacks("__rt::Private");
    text.has(r#"HIDDEN: &'static [&'static str] = &["all", "nick"];"#);
}

#[test]
fn any_other_value_is_hidden_by_its_member() {
    let body = r#"{ "type": "object", "properties": {
        "text": { "type": "string", "x-bindery-private": true },
        "age": { "type": "integer", "x-bindery-private": true } } }"#;
    let text = client(&document("", &bodies(body, "{}"), ""));
    text.has("&__rt::Private::of(&self.text)");
    text.has("&__rt::Private::perhaps(&self.age)");
}

#[test]
fn what_stands_in_no_member_is_told() {
    let body = r#"{ "type": "array", "items": { "type": "string", "x-bindery-private": true } }"#;
    assert_eq!(
        refusals(&document("", &bodies("{}", body), "")),
        ["unsupported-private"]
    );
}
