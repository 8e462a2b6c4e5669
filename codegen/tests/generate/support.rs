//! Small documents, and questions to the text they become.

use bindery_codegen::{GenerateError, Options, generate};
use bindery_spec::Document;

/// A document with one operation, `call`: `root`, `operation` and `components` are members to add, in JSON.
pub(crate) fn document(root: &str, operation: &str, components: &str) -> String {
    let lead = |members: &str| if members.is_empty() { "" } else { "," };
    format!(
        r#"{{
            "openapi": "3.1.0",
            "info": {{ "title": "Test", "version": "1" }} {} {root},
            "paths": {{ "/call": {{ "post": {{ "operationId": "call" {} {operation} }} }} }},
            "components": {{ {components} }}
        }}"#,
        lead(root),
        lead(operation)
    )
}

/// `requestBody` and `responses` of an operation, by their schemas.
pub(crate) fn bodies(request: &str, reply: &str) -> String {
    format!(
        r#""requestBody": {{ "required": true, "content": {{ "application/json": {{ "schema": {request} }} }} }},
           "responses": {{ "200": {{ "description": "Done.",
               "content": {{ "application/json": {{ "schema": {reply} }} }} }} }}"#
    )
}

pub(crate) fn options(client: bool, server: bool) -> Options {
    Options {
        operations: None,
        client,
        server,
        ..Options::default()
    }
}

/// The text for a client, its white space taken out.
pub(crate) fn client(json: &str) -> Text {
    text(json, &options(true, false))
}

pub(crate) fn text(json: &str, options: &Options) -> Text {
    let document = Document::parse("test.json", json.to_owned());
    let document = document.unwrap_or_else(|findings| {
        panic!("{}", findings.rendered().collect::<String>());
    });
    match generate(&document, options) {
        Ok(generated) => {
            let parsed = syn::parse_file(&generated.source);
            assert!(parsed.is_ok(), "{:?}\n{}", parsed.err(), generated.source);
            Text(squeezed(&generated.source))
        }
        Err(error) => panic!("{}", shown(&document, &error)),
    }
}

/// The codes of the findings that keep a document from becoming anything.
pub(crate) fn refusals(json: &str) -> Vec<&'static str> {
    let Ok(document) = Document::parse("test.json", json.to_owned()) else {
        panic!("not JSON: {json}");
    };
    match generate(&document, &options(true, false)) {
        Err(GenerateError::Document(findings)) => findings.iter().map(|f| f.code).collect(),
        other => panic!("{other:?}"),
    }
}

/// The codes of what is only worth looking at.
pub(crate) fn warnings(json: &str) -> Vec<&'static str> {
    let Ok(document) = Document::parse("test.json", json.to_owned()) else {
        panic!("not JSON: {json}");
    };
    match generate(&document, &options(true, false)) {
        Ok(generated) => generated.warnings.iter().map(|f| f.code).collect(),
        Err(error) => panic!("{}", shown(&document, &error)),
    }
}

fn shown(document: &Document, error: &GenerateError) -> String {
    match error {
        GenerateError::Document(findings) => {
            let rendered = findings.iter().map(|finding| document.render(finding));
            rendered.collect()
        }
        GenerateError::UnknownOperations(unknown) => format!("{unknown:?}"),
    }
}

/// Generated text without white space.
pub(crate) struct Text(pub(crate) String);

impl Text {
    #[track_caller]
    pub(crate) fn has(&self, piece: &str) {
        assert!(self.0.contains(&squeezed(piece)), "no {piece}");
    }

    #[track_caller]
    pub(crate) fn lacks(&self, piece: &str) {
        assert!(!self.0.contains(&squeezed(piece)), "has {piece}");
    }
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text for a request with one required member, `it`.
pub(crate) fn member(schema: &str, components: &str) -> Text {
    let body = format!(
        r#"{{ "type": "object", "required": ["it"], "properties": {{ "it": {schema} }} }}"#
    );
    client(&document("", &bodies(&body, "{}"), components))
}
