//! `x-bindery-secret`: whoever says it, the value gets a type that does not show it.

use crate::support::{bodies, client, document, refusals};

fn with_parameter(parameter: &str) -> String {
    let operation = format!(
        r#""parameters": [{parameter}], "responses": {{ "204": {{ "description": "Done." }} }}"#
    );
    document(
        "",
        &operation,
        r#""schemas": { "Word": { "type": "string" } }"#,
    )
}

#[test]
fn a_parameter_says_it() {
    let text = client(&with_parameter(
        r#"{ "name": "token", "in": "query", "required": true, "x-bindery-secret": true, "schema": { "type": "string" } }"#,
    ));
    text.has("pub token: CallToken,");
    text.has("__rt::secret_text!(CallToken);");
    text.has("parts.secret(self.token.expose());");
}

#[test]
fn its_schema_says_it() {
    let text = client(&with_parameter(
        r#"{ "name": "token", "in": "header", "schema": { "type": "string", "x-bindery-secret": true } }"#,
    ));
    text.has("pub token: ::core::option::Option<CallToken>,");
    text.has("__rt::secret_text!(CallToken);");
    text.has(
        "if let ::core::option::Option::Some(secret) = &self.token { parts.secret(secret.expose()); }",
    );
}

#[test]
fn a_shared_schema_stays_plain_for_others() {
    let text = client(&with_parameter(
        r##"{ "name": "plain", "in": "query", "required": true, "schema": { "$ref": "#/components/schemas/Word" } },
            { "name": "hidden", "in": "query", "required": true, "x-bindery-secret": true,
              "schema": { "$ref": "#/components/schemas/Word" } }"##,
    ));
    text.has("pub plain: Word,");
    text.has("pub hidden: CallHidden,");
    text.has("__rt::shown_text!(Word);");
    text.has("__rt::secret_text!(CallHidden);");
    text.lacks("parts.secret(self.plain");
}

#[test]
fn a_member_says_it() {
    let body = r#"{ "type": "object", "required": ["pin"], "properties": {
        "pin": { "type": ["string", "null"], "maxLength": 4, "x-bindery-secret": true } } }"#;
    let text = client(&document("", &bodies(body, "{}"), ""));
    text.has("pub pin: ::core::option::Option<CallPin>,");
    text.has("max_chars: 4");
    text.has("if let ::core::option::Option::Some(secret) = &self.pin");
}

#[test]
fn only_texts_can_be_secret() {
    let body = r#"{ "type": "object", "properties": { "pin": { "type": "integer", "x-bindery-secret": true } } }"#;
    assert_eq!(
        refusals(&document("", &bodies(body, "{}"), "")),
        ["unsupported-secret"]
    );
}

#[test]
fn errors_are_told_which_members_are_secret() {
    let body = r#"{ "type": "object", "properties": {
        "plain": { "type": "string" },
        "pin": { "type": "string", "x-bindery-secret": true },
        "old": { "type": "array", "items": { "type": ["string", "null"], "x-bindery-secret": true } },
        "by": { "type": "object", "additionalProperties": { "type": "string", "x-bindery-secret": true } },
        "deep": { "type": "object", "properties": { "key": { "type": "string", "x-bindery-secret": true } } } } }"#;
    let text = client(&document("", &bodies("{}", body), ""));
    text.has(r#"const HIDDEN: &'static [&'static str] = &["by", "key", "old", "pin"];"#);
    let text = client(&document("", &bodies("{}", "{}"), ""));
    text.lacks("HIDDEN");
}
