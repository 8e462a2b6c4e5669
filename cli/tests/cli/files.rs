//! Specs in several files, for every command that reads specs.

use std::fs;

use crate::folder::Folder;

/// A folder with a spec in JSON that refers to a file in YAML, which refers back.
fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    for sub in ["specs", "specs/parts"] {
        fs::create_dir_all(folder.path(sub)).expect("the folder can be made");
    }
    folder.write(
        "specs/zoo.json",
        r##"{
  "openapi": "3.1.0",
  "info": { "title": "Zoo", "version": "1" },
  "paths": { "/pets": { "post": {
    "operationId": "add_pet",
    "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "parts/pet.yaml" } } } },
    "responses": { "200": { "description": "Added.", "content": { "application/json": {
      "schema": { "type": "object", "properties": { "id": { "$ref": "#/components/schemas/Id" } } }
    } } } }
  } } },
  "components": { "schemas": { "Id": { "type": "string", "maxLength": 9 } } }
}"##,
    );
    folder.write(
        "specs/parts/pet.yaml",
        "type: object\nrequired: [name]\nproperties:\n  name: { type: string }\n  id: { $ref: '../zoo.json#/components/schemas/Id' }\n",
    );
    folder
}

#[test]
fn generate_and_check_heed_every_file() {
    let folder = folder("files-generate");
    let run = folder.run("generate specs/zoo.json --out zoo.rs");
    assert_eq!(run.code, Some(0), "{}", run.notes);
    let text = folder.read("zoo.rs");
    assert!(
        text.contains("pub id: ::core::option::Option<Id>"),
        "{text}"
    );
    let line = "\n// Digest of 1 more file: sha256:";
    assert!(text.contains(line), "{text}");
    let check = "check specs/zoo.json --out zoo.rs";
    assert_eq!(folder.run(check).code, Some(0));
    let pet = folder.read("specs/parts/pet.yaml");
    folder.write("specs/parts/pet.yaml", format!("{pet}# no more\n"));
    let run = folder.run(check);
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains(line.trim_start()), "{}", run.out);
}

#[test]
fn lint_tells_of_places_in_other_files() {
    let folder = folder("files-lint");
    let pet = folder.read("specs/parts/pet.yaml");
    folder.write(
        "specs/parts/pet.yaml",
        pet.replace(
            "{ type: string }",
            "{ type: string, x-bindery-secrets: true }",
        ),
    );
    let run = folder.run("lint specs/zoo.json");
    assert_eq!(run.code, Some(1));
    let place = "--> specs/parts/pet.yaml:4:25\n";
    assert!(run.out.contains(place), "{}", run.out);
    let run = folder.run("lint specs/zoo.json --format json");
    let file = r#""file":"specs/parts/pet.yaml""#;
    assert!(run.out.contains(file), "{}", run.out);
}

#[test]
fn a_file_that_cannot_be_read_is_told_with_its_path() {
    let folder = folder("files-lost");
    fs::remove_file(folder.path("specs/parts/pet.yaml")).expect("it was there");
    for command in ["lint", "explain add_pet --spec", "generate --out zoo.rs"] {
        let run = folder.run(&format!("{command} specs/zoo.json"));
        assert_eq!(run.code, Some(1), "{command}");
        let said = run.out + &run.notes;
        let message = "error[unreadable-file]: there is no file `specs/parts/pet.yaml`\n";
        assert!(said.contains(message), "{said}");
        assert!(said.contains("--> specs/zoo.json:6:"), "{said}");
    }
}

#[test]
fn explain_names_what_stands_in_another_file() {
    let folder = folder("files-explain");
    let run = folder.run("explain add_pet --spec specs/zoo.json");
    assert_eq!(run.code, Some(0), "{}", run.notes);
    assert!(run.out.contains("/id: Id (text)"), "{}", run.out);
}

#[test]
fn diff_sees_what_changed_in_another_file() {
    let (old, new) = (folder("files-diff-old"), folder("files-diff-new"));
    let pet = new.read("specs/parts/pet.yaml");
    new.write("specs/parts/pet.yaml", pet.replace("[name]", "[name, id]"));
    let run = new.run(&format!(
        "diff {} specs/zoo.json",
        old.path("specs/zoo.json").display()
    ));
    assert_eq!(run.code, Some(1), "{}", run.notes);
    assert!(run.out.contains("specs/parts/pet.yaml:"), "{}", run.out);
}

#[test]
fn what_only_another_file_refers_to_is_used() {
    let folder = Folder::new("files-used");
    let shop = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../tests/fixtures/files/shop.json"
    );
    let run = folder.run(&format!("lint {shop}"));
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(!run.out.contains("unused-component"), "{}", run.out);
    assert!(run.out.contains("[duplicate-name]"), "{}", run.out);
}
