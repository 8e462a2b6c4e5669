//! Whole documents: their text is Rust, names nothing twice, and holds every operation.

use std::collections::HashSet;
use std::fs;
use std::path::PathBuf;

use bindery_codegen::{Generated, generate};
use bindery_spec::Document;
use syn::Item;

use crate::support::options;

const FIXTURES: &[&str] = &[
    "tests/fixtures/empty.json",
    "tests/fixtures/odd-names.json",
    "tests/fixtures/parcel.json",
    "tests/fixtures/quiet.json",
    "tests/fixtures/security.json",
    "tests/fixtures/links.json",
    "tests/fixtures/servers.json",
    "tests/fixtures/shapes.json",
    "tests/fixtures/styles.json",
    "spec/tencent-im.json",
];

fn read(path: &str) -> Document {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .join(path);
    let text = fs::read_to_string(file).expect(path);
    Document::parse(path, text).expect(path)
}

/// Every fixture, for every choice of sides.
fn each(check: impl Fn(&str, &Document, &Generated)) {
    for path in FIXTURES {
        let document = read(path);
        for (client, server) in [(true, false), (false, true), (true, true)] {
            let generated = generate(&document, &options(client, server)).expect(path);
            check(path, &document, &generated);
        }
    }
}

#[test]
fn the_text_is_rust_and_names_nothing_twice() {
    each(|path, _, generated| {
        let file = syn::parse_file(&generated.source).expect(path);
        let (mut types, mut values) = (HashSet::new(), HashSet::new());
        for item in &file.items {
            let (space, name) = match item {
                Item::Struct(item) => (&mut types, &item.ident),
                Item::Enum(item) => (&mut types, &item.ident),
                Item::Type(item) => (&mut types, &item.ident),
                Item::Trait(item) => (&mut types, &item.ident),
                Item::Mod(item) => (&mut types, &item.ident),
                Item::Fn(item) => (&mut values, &item.sig.ident),
                Item::Static(item) => (&mut values, &item.ident),
                _ => continue,
            };
            assert!(space.insert(name.to_string()), "{path}: {name} twice");
        }
    });
}

#[test]
fn every_operation_is_there() {
    each(|path, document, generated| {
        let ids: Vec<_> = bindery_codegen::operations(document).collect();
        let made: Vec<_> = generated.operations.iter().map(|(id, _)| &**id).collect();
        assert_eq!(made, ids, "{path}");
        for (id, name) in &generated.operations {
            let definition = format!("pub struct {name} ");
            assert!(generated.source.contains(&definition), "{path}: {id}");
        }
    });
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    for path in FIXTURES {
        let [one, other] = [(); 2].map(|()| {
            let both = options(true, true);
            generate(&read(path), &both).expect(path).source
        });
        assert_eq!(one, other, "{path}");
    }
}

#[test]
fn text_names_the_runtime_and_the_core_library_only() {
    each(|path, _, generated| {
        for (at, _) in generated.source.match_indices(" ::") {
            let rest = &generated.source[at + 3..];
            assert!(rest.starts_with("core::"), "{path}: {}", &rest[..40]);
        }
    });
}
