//! References from file to file: which files are asked for, what they lead to, and where what is wrong is shown.

use std::cell::RefCell;

use bindery_spec::schema::component;
use bindery_spec::{Document, FileText, Findings, Severity, check, check_strictly, operation};

/// A document with one component schema.
fn api(schema: &str) -> String {
    format!(
        r#"{{
  "openapi": "3.1.0",
  "info": {{ "title": "Pets", "version": "1" }},
  "paths": {{}},
  "components": {{ "schemas": {{ "Pet": {schema} }} }}
}}"#
    )
}

/// The document with the files, and the paths it asked for.
fn with_asked(
    document: Document,
    files: &[(&str, &str)],
) -> (Result<Document, Findings>, Vec<String>) {
    let asked = RefCell::new(Vec::new());
    let document = document.with_files(|path| {
        asked.borrow_mut().push(path.to_owned());
        let file = files.iter().find(|(name, _)| *name == path);
        file.map(|(_, text)| FileText::Json((*text).to_owned()))
            .ok_or_else(|| format!("there is no file `{path}`"))
    });
    (document, asked.into_inner())
}

fn parsed(name: &str, text: &str) -> Document {
    Document::parse(name, text.to_owned()).expect("a document")
}

fn with(root: &str, files: &[(&str, &str)]) -> Result<Document, Findings> {
    with_asked(parsed("api.json", root), files).0
}

fn rendered(document: &Document) -> Vec<String> {
    let findings = check(document);
    let texts = findings.iter().map(|finding| document.render(finding));
    texts.collect()
}

fn refused(root: &str, files: &[(&str, &str)]) -> String {
    match with(root, files) {
        Ok(document) => rendered(&document).join("\n\n"),
        Err(findings) => findings.to_string(),
    }
}

#[test]
fn each_file_is_asked_for_once_by_its_path_beside_the_document() {
    let root = api(r#"{ "properties": {
        "a": { "$ref": "./parts/../parts/a.json#/$defs/B" }, "b": { "$ref": "parts/a.json#/$defs/B" }, "c": { "$ref": "../c%20d.json" }
    } }"#);
    let files = [
        (
            "v1/parts/a.json",
            r#"{ "$defs": { "B": { "$ref": "b.json" }, "D": { "$ref": "never.json" } } }"#,
        ),
        ("v1/parts/b.json", r#"{ "$ref": "../../c d.json" }"#),
        ("c d.json", r#"{ "type": "string" }"#),
    ];
    let (document, asked) = with_asked(parsed("v1/api.json", &root), &files);
    assert_eq!(asked, ["v1/parts/a.json", "c d.json", "v1/parts/b.json"]);
    assert_eq!(rendered(&document.expect("all is there")), [""; 0]);
}

#[test]
fn what_is_only_data_is_no_reference() {
    let root = api(
        r#"{ "example": { "$ref": "a.json" }, "properties": { "$ref": { "type": "string" } } }"#,
    );
    let (document, asked) = with_asked(parsed("api.json", &root), &[]);
    assert!(document.is_ok());
    assert_eq!(asked, [""; 0]);
}

#[test]
fn files_may_refer_back_and_to_one_another() {
    let root = api(r#"{ "properties": { "owner": { "$ref": "people.json#/Owner" } } }"#);
    let people = r#"{ "Owner": { "properties": {
        "pets": { "type": "array", "items": { "$ref": "api.json#/components/schemas/Pet" } },
        "home": { "$ref": "homes.json" }
    } } }"#;
    let homes = r##"{ "properties": { "owner": { "$ref": "people.json#/Owner" }, "annex": { "$ref": "#" } } }"##;
    let files = [("people.json", people), ("homes.json", homes)];
    let (document, asked) = with_asked(parsed("api.json", &root), &files);
    assert_eq!(asked, ["people.json", "homes.json"]);
    let document = document.expect("all is there");
    assert_eq!(rendered(&document), [""; 0]);
    let named: Vec<_> = document.foreign_schemas().map(|it| it.name).collect();
    assert_eq!(named, ["Owner", "homes"]);
    let pet = document.component("schemas", "Pet").unwrap();
    let owner = pet.at("/properties/owner").unwrap();
    let owner = document.resolve(owner).unwrap();
    let back = owner.at("/properties/pets/items").unwrap();
    assert!(std::ptr::eq(document.resolve(back).unwrap(), pet));
    assert_eq!(component(&document, back).unwrap().name, "Pet");
}

#[test]
fn references_that_end_nowhere_but_in_references_are_a_circle() {
    let root = api(r#"{ "$ref": "a.json" }"#);
    let files = [
        ("a.json", r#"{ "$ref": "b.json" }"#),
        ("b.json", r#"{ "$ref": "a.json" }"#),
    ];
    let text = refused(&root, &files);
    assert!(
        text.contains("a reference that leads back to itself\n --> a.json:1:11"),
        "{text}"
    );
}

#[test]
fn a_schema_that_always_holds_itself_is_found_in_other_files_too() {
    let root = api(r#"{ "properties": { "next": { "$ref": "a.json" } } }"#);
    let a = r#"{ "required": ["b"], "properties": { "b": { "$ref": "b.json#/B" } } }"#;
    let b = r#"{ "B": { "required": ["a"], "properties": { "a": { "$ref": "a.json" } } } }"#;
    let text = refused(&root, &[("a.json", a), ("b.json", b)]);
    assert!(text.contains("`a` is infinitely large"), "{text}");
}

#[test]
fn a_file_that_is_not_there_is_shown_at_the_first_reference() {
    let root = api(
        r#"{ "properties": { "a": { "$ref": "parts/a.json" }, "b": { "$ref": "parts/a.json" } } }"#,
    );
    let text = refused(&root, &[]);
    assert_eq!(text.matches("there is no file").count(), 1, "{text}");
    assert!(text.contains("--> api.json:5:72"), "{text}");
}

#[test]
fn a_name_in_the_place_of_a_path_is_told_what_it_meant() {
    let root = api(r#"{ "properties": { "mate": { "$ref": "Pet" } } }"#);
    let text = refused(&root, &[]);
    assert!(text.contains("no file `Pet`"), "{text}");
    assert!(
        text.contains("did you mean `#/components/schemas/Pet`?"),
        "{text}"
    );
}

#[test]
fn a_pointer_that_leads_nowhere_in_another_file_names_the_file() {
    let root = api(r#"{ "$ref": "a.json#/$defs/Dog" }"#);
    let text = refused(&root, &[("a.json", r#"{ "$defs": { "Dogs": {} } }"#)]);
    assert!(
        text.starts_with("warning: nothing is called `Dog` at `a.json#/$defs`\n --> api.json:5:"),
        "{text}"
    );
    assert!(text.contains("did you mean `Dogs`?"), "{text}");
}

#[test]
fn what_is_wrong_in_another_file_is_shown_there() {
    let root = api(r#"{ "$ref": "parts/a.json" }"#);
    let wrong = "{\n  \"type\": \"object\",\n  \"x-bindery-secrets\": true\n}";
    let text = refused(&root, &[("parts/a.json", wrong)]);
    assert!(text.contains(" --> parts/a.json:3:3"), "{text}");
    assert!(text.contains("3 |   \"x-bindery-secrets\": true"), "{text}");

    let broken = refused(&root, &[("parts/a.json", "{\n  \"type\": }")]);
    assert!(broken.contains(" --> parts/a.json:2:"), "{broken}");
}

#[test]
fn slips_in_files_of_other_people_are_warnings() {
    let root = api(r#"{ "$ref": "a.json" }"#);
    let slip = r#"{ "type": "string", "pattern": 7 }"#;
    let document = with(&root, &[("a.json", slip)]).expect("all is there");
    let found = check(&document);
    assert!(!found.is_empty());
    assert!(found.iter().all(|it| it.severity == Severity::Warning));

    let own = r#"{ "type": "string", "pattern": 7, "x-bindery-max-bytes": 3 }"#;
    let document = with(&root, &[("a.json", own)]).expect("all is there");
    assert_eq!(check(&document)[0].severity, Severity::Error);
}

#[test]
fn urls_and_absolute_paths_are_refused_and_never_asked_for() {
    for (reference, message) in [
        (
            "https://example.com/a.json#/A",
            "nothing is fetched from `https://example.com/a.json`",
        ),
        (
            "//example.com/a.json",
            "nothing is fetched from `//example.com/a.json`",
        ),
        ("file:///a.json", "nothing is fetched from `file:///a.json`"),
        ("/etc/a.json", "`/etc/a.json` is an absolute path"),
        ("C:/a.json", "`C:/a.json` is an absolute path"),
    ] {
        let root = api(&format!(r#"{{ "$ref": "{reference}" }}"#));
        let (document, asked) = with_asked(parsed("api.json", &root), &[]);
        assert_eq!(asked, [""; 0]);
        let document = document.expect("left to the check");
        let found = check_strictly(&document);
        let text = document.render(&found[0]);
        assert!(text.starts_with(message), "{text}");
        assert!(text.contains("= help: "), "{text}");
        assert_eq!(found[0].severity, Severity::Error);
    }
}

#[test]
fn path_items_parameters_and_responses_may_stand_in_other_files() {
    let root = r#"{
  "openapi": "3.1.0",
  "info": { "title": "Pets", "version": "1" },
  "paths": { "$ref": "paths.json" }
}"#;
    let files = [
        (
            "paths.json",
            r#"{ "/pets": { "$ref": "paths/pets.json" } }"#,
        ),
        (
            "paths/pets.json",
            r#"{ "get": {
                "operationId": "list_pets",
                "parameters": [{ "$ref": "../shared.json#/limit" }],
                "responses": { "200": { "$ref": "../shared.json#/ok" } }
            } }"#,
        ),
        (
            "shared.json",
            r#"{ "limit": { "name": "limit", "in": "qwery" }, "ok": { "description": "fine", "headers": 7 } }"#,
        ),
    ];
    let document = with(root, &files).expect("all is there");
    let ids: Vec<_> = operation::operations(&document);
    assert_eq!(ids[0].id, "list_pets");
    let text = rendered(&document).join("\n\n");
    assert!(text.contains("--> shared.json:1:37"), "{text}");
    assert!(text.contains("`headers` must be an object"), "{text}");
}

#[test]
fn an_overlay_refers_from_the_document_and_drops_the_files_read_before() {
    let root = api(r#"{ "$ref": "a.json" }"#);
    let files = [
        ("v1/a.json", r#"{ "type": "string" }"#),
        ("v1/b.json", r#"{ "type": "integer" }"#),
    ];
    let (document, _) = with_asked(parsed("v1/api.json", &root), &files);
    let overlay = r#"{ "overlay": "1.0.0", "info": { "title": "Mine", "version": "1" }, "actions": [
        { "target": "$.components.schemas.Pet", "update": { "$ref": "b.json" } }
    ] }"#;
    let document = document.expect("all is there");
    let document = document.with_overlay("mine/over.json", overlay.to_owned());
    let (document, asked) = with_asked(document.expect("it fits"), &files);
    assert_eq!(asked, ["v1/b.json"]);
    let document = document.expect("all is there");
    let pet = document.component("schemas", "Pet").unwrap();
    let pet = document.resolve(pet).unwrap();
    assert_eq!(pet.get("type").unwrap().as_str(), Some("integer"));
    assert_eq!(document.source.file(pet.span).name, "v1/b.json");
}

#[test]
fn a_file_of_thousands_of_schemas_is_looked_up_and_not_searched() {
    let refs: Vec<_> = (0..4000)
        .map(|n| format!(r#""p{n}": {{ "$ref": "all.json#/definitions/S{n}" }}"#))
        .collect();
    let all: Vec<_> = (0..4000)
        .map(|n| format!(r#""S{n}": {{ "type": "string", "maxLength": {n} }}"#))
        .collect();
    let root = api(&format!(r#"{{ "properties": {{ {} }} }}"#, refs.join(",")));
    let all = format!(r#"{{ "definitions": {{ {} }} }}"#, all.join(","));
    let document = with(&root, &[("all.json", &all)]).expect("all is there");
    let last = document.component("schemas", "Pet").unwrap();
    let last = document
        .resolve(last.at("/properties/p3999").unwrap())
        .unwrap();
    assert_eq!(last.get("maxLength").unwrap().as_u64(), Some(3999));
    assert_eq!(document.foreign_schemas().count(), 4000);
}

#[test]
fn more_files_than_spans_can_number_are_an_error() {
    let refs: Vec<_> = (0..=65_535)
        .map(|n| format!(r#""p{n}": {{ "$ref": "f{n}" }}"#))
        .collect();
    let root = api(&format!(r#"{{ "properties": {{ {} }} }}"#, refs.join(",")));
    let document = parsed("api.json", &root);
    let found = document.with_files(|_| Ok(FileText::Json("{}".to_owned())));
    let found = found.expect_err("too many");
    assert_eq!(found.list.len(), 1);
    assert_eq!(found.list[0].code, "too-many-files");
}
