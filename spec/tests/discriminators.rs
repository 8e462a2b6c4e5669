//! What a `mapping` says is held against what is there.

use bindery_spec::schema::{Shape, read};
use bindery_spec::{Document, FileText, Severity, check, check_strictly};

/// A document with a choice of a cat, whose tag is `cat`, and a dog, and a `mapping`.
fn document(mapping: &str) -> Document {
    let text = format!(
        r##"{{
          "openapi": "3.1.0",
          "info": {{ "title": "Pets", "version": "1" }},
          "components": {{ "schemas": {{
            "Pet": {{
              "oneOf": [{{ "$ref": "#/components/schemas/Cat" }}, {{ "$ref": "#/components/schemas/Dog" }}],
              "discriminator": {{ "propertyName": "is", "mapping": {{ {mapping} }} }}
            }},
            "Cat": {{ "type": "object", "properties": {{ "is": {{ "const": "cat" }} }} }},
            "Dog": {{ "type": "object", "properties": {{ "is": {{ "type": "string" }} }} }},
            "Bird": {{ "type": "object", "properties": {{ "is": {{ "type": "string" }} }} }},
            "Puppy": {{ "allOf": [{{ "$ref": "#/components/schemas/Dog" }}, {{ "type": "object" }}] }},
            "Base": {{
              "type": "object", "properties": {{ "is": {{ "type": "string", "enum": ["a", "b"] }} }},
              "discriminator": {{ "propertyName": "is", "mapping": {{ "a": "Heir" }} }}
            }},
            "Heir": {{ "allOf": [{{ "$ref": "#/components/schemas/Base" }}, {{ "type": "object" }}] }}
          }} }}
        }}"##
    );
    Document::parse("pets.json", text).unwrap()
}

#[track_caller]
fn codes(mapping: &str) -> Vec<&'static str> {
    let document = document(mapping);
    let findings = check(&document);
    // Whoever was given a document can mend nothing.
    assert!(findings.iter().all(|it| it.severity == Severity::Warning));
    let strict = check_strictly(&document);
    assert!(strict.iter().all(|it| it.severity == Severity::Error));
    findings.iter().map(|it| it.code).collect()
}

#[test]
fn names_references_and_two_tags_of_one_schema_are_fine() {
    let fine =
        r##""cat": "Cat", "dog": "#/components/schemas/Dog", "hound": "Dog", "puppy": "Puppy""##;
    assert!(codes(fine).is_empty());
}

#[test]
fn a_schema_that_is_not_there() {
    assert_eq!(codes(r#""cow": "Cow""#), ["dangling-mapping"]);
    let cow = r##""cow": "#/components/schemas/Cow""##;
    assert_eq!(codes(cow), ["dangling-mapping"]);
    assert_eq!(
        codes(r#""cow": "https://cows.example/cow.json""#),
        ["dangling-mapping"]
    );
}

#[test]
fn a_schema_that_is_none_of_the_branches() {
    assert_eq!(codes(r#""bird": "Bird""#), ["mapping-beside"]);
}

#[test]
fn a_tag_that_the_schema_does_not_have() {
    let document = document(r#""kitten": "Cat""#);
    let findings = check(&document);
    let shown = document.render(&findings[0]);
    assert!(
        shown.contains("gives the tag `kitten` to a schema whose `is` is `cat`"),
        "{shown}"
    );
    assert!(shown.contains("listed here"), "{shown}");
}

#[test]
fn heirs_in_other_files() {
    let text = r#"{
      "openapi": "3.1.0",
      "info": { "title": "Pets", "version": "1" },
      "components": { "schemas": {
        "Pet": {
          "type": "object", "properties": { "is": { "type": "string" } },
          "discriminator": { "propertyName": "is", "mapping": { "cat": "parts/cat.json", "dog": "parts/gone.json" } }
        }
      } }
    }"#;
    let document = Document::parse("pets.json", text.to_owned()).unwrap();
    let document = document.with_files(|path| match path {
        "parts/cat.json" => {
            let cat = r#"{ "allOf": [{ "$ref": "../pets.json#/components/schemas/Pet" }, { "properties": { "purrs": { "type": "boolean" } } }] }"#;
            Ok(FileText::Json(cat.to_owned()))
        }
        _ => Err(format!("there is no `{path}`")),
    });
    let document = document.unwrap();
    // The other is told, and nothing else is lost for it.
    let codes: Vec<_> = check(&document).iter().map(|it| it.code).collect();
    assert_eq!(codes, ["dangling-mapping"]);
    let pet = document.root.at("/components/schemas/Pet").unwrap();
    let Shape::Tagged(pet) = read(&document, pet).shape else {
        panic!("no heirs");
    };
    let values: Vec<_> = pet.branches.iter().map(|it| &*it.value).collect();
    assert_eq!(values, ["cat"]);
    assert!(pet.branches[0].beside.is_empty());
}
