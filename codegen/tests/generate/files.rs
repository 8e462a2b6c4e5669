//! Types of schemas that stand in other files: their names, and that one schema is one type.

use bindery_codegen::{GenerateError, Generated, generate};
use bindery_spec::{Document, FileText};

use crate::support::{bodies, document, options};

fn generated(components: &str, schema: &str, files: &[(&str, &str)]) -> Generated {
    let text = document("", &bodies(schema, r#"{ "type": "object" }"#), components);
    let document = Document::parse("api.json", text).unwrap();
    let document = document.with_files(|path| {
        let file = files.iter().find(|(name, _)| *name == path);
        let (_, text) = file.ok_or_else(|| format!("there is no file `{path}`"))?;
        Ok(FileText::Json((*text).to_owned()))
    });
    let document = document.unwrap_or_else(|findings| panic!("{findings}"));
    match generate(&document, &options(true, false)) {
        Ok(generated) => generated,
        Err(GenerateError::Document(found)) => {
            let texts = found.iter().map(|finding| document.render(finding));
            panic!("{}", texts.collect::<String>());
        }
        Err(error) => panic!("{error:?}"),
    }
}

/// The names of structs and enums, and the codes of the warnings.
fn named(generated: &Generated) -> (Vec<String>, Vec<&'static str>) {
    let file = syn::parse_file(&generated.source).unwrap();
    let types = file.items.iter().filter_map(|item| match item {
        syn::Item::Struct(it) => Some(it.ident.to_string()),
        syn::Item::Enum(it) => Some(it.ident.to_string()),
        _ => None,
    });
    let warnings = generated.warnings.iter().map(|finding| finding.code);
    (types.collect(), warnings.collect())
}

#[track_caller]
fn assert_types(generated: &Generated, expected: &[&str], warned: &[&str]) {
    let (types, warnings) = named(generated);
    for name in expected {
        assert!(
            types.iter().any(|it| it == name),
            "no `{name}` in {types:?}"
        );
        let again = format!("{name}2");
        assert!(
            expected.contains(&&*again) || !types.contains(&again),
            "{again} in {types:?}"
        );
    }
    assert_eq!(warnings, warned);
}

const OBJECT: &str = r#"{ "type": "object", "properties": { "id": { "type": "integer" } } }"#;

#[test]
fn a_type_is_named_after_the_pointer_or_the_file() {
    let defs = format!(r#"{{ "definitions": {{ "colour-wheel": {OBJECT} }} }}"#);
    let schema = r#"{ "type": "object", "properties": {
        "a": { "$ref": "parts/pet.v1.json" }, "b": { "$ref": "defs.json#/definitions/colour-wheel" }
    } }"#;
    let files = [("parts/pet.v1.json", OBJECT), ("defs.json", &defs)];
    assert_types(
        &generated("", schema, &files),
        &["PetV1", "ColourWheel"],
        &[],
    );
}

#[test]
fn a_component_that_is_a_file_has_one_name_whichever_way_it_is_referred_to() {
    let components = r#""schemas": { "Pet": { "$ref": "index.json#/Pet" }, "Dog": { "$ref": "parts/dog.json" } }"#;
    let index = r#"{ "Pet": { "$ref": "parts/pet.json" } }"#;
    let pet = r#"{ "type": "object", "properties": { "mate": { "$ref": "pet.json" }, "foe": { "$ref": "dog.json" } } }"#;
    let schema = r##"{ "type": "object", "properties": {
        "file": { "$ref": "parts/pet.json" }, "component": { "$ref": "#/components/schemas/Pet" },
        "dog": { "$ref": "parts/dog.json" }
    } }"##;
    let files = [
        ("index.json", index),
        ("parts/pet.json", pet),
        ("parts/dog.json", OBJECT),
    ];
    let made = generated(components, schema, &files);
    assert_types(&made, &["Pet", "Dog"], &[]);
    assert_eq!(made.source.matches("pub struct Pet ").count(), 1);
}

#[test]
fn components_keep_their_names_and_others_of_the_same_are_numbered_with_a_warning() {
    let components = format!(r#""schemas": {{ "Pet": {OBJECT} }}"#);
    let schema = r##"{ "type": "object", "properties": {
        "theirs": { "$ref": "a.json#/Pet" }, "others": { "$ref": "b.json#/Pet" }, "ours": { "$ref": "#/components/schemas/Pet" }
    } }"##;
    let theirs =
        r#"{ "Pet": { "type": "object", "properties": { "name": { "type": "string" } } } }"#;
    let files = [("a.json", theirs), ("b.json", theirs)];
    let made = generated(&components, schema, &files);
    assert_types(
        &made,
        &["Pet", "Pet2", "Pet3"],
        &["duplicate-name", "duplicate-name"],
    );
    let field = |name: &str, ty: &str| format!("pub {name}: ::core::option::Option<{ty}>");
    for (name, ty) in [("theirs", "Pet2"), ("others", "Pet3"), ("ours", "Pet")] {
        assert!(made.source.contains(&field(name, ty)), "{}", made.source);
    }
}

#[test]
fn a_name_may_be_chosen_in_the_other_file() {
    let chosen = r#"{ "type": "object", "x-bindery-name": "Beast", "properties": { "id": { "type": "integer" } } }"#;
    let schema = r#"{ "type": "object", "properties": { "it": { "$ref": "pet.json" } } }"#;
    assert_types(
        &generated("", schema, &[("pet.json", chosen)]),
        &["Beast"],
        &[],
    );
}

#[test]
fn an_index_of_an_array_names_no_type() {
    let file = format!(r#"{{ "oneOf": [{OBJECT}] }}"#);
    let schema = r#"{ "type": "object", "properties": { "it": { "$ref": "pet.json#/oneOf/0" } } }"#;
    let made = generated("", schema, &[("pet.json", &file)]);
    assert_types(&made, &["CallIt"], &[]);
}
