//! A document in several files, which refer to one another and back: bound by the macro, the derives and the command.

use std::env;
use std::fs;
use std::path::Path;

use bindery::json;
use bindery::sign::NoAuth;
use bindery_cli::{Cli, Command, bindings, rust_text};
use bindery_codegen::{Options, generate};
use bindery_spec::{Document, FileText};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;
use clap::Parser;

mod shop {
    bindery::bindings! { spec = "../fixtures/files/shop.json", sides = [client, server] }
}

#[derive(bindery::Request)]
#[bindery(
    spec = "../fixtures/files/shop.json",
    operation = place_order,
    bindings = shop
)]
struct Short {
    id: i64,
}

const ORDER: &str = r#"{"id":1,"lines":[{"kind":"line","sku":"ABC","of":{"id":2}}],"note":{"kind":"gift","wish":"cake"},"follows":{"id":3},"failed":{"reason":"lost","about":{"id":4}}}"#;

#[test]
fn what_stands_in_several_files_is_one_set_of_types() {
    let order: shop::Order = json::decode(ORDER.as_bytes()).unwrap();
    let follows: &shop::Order = order.follows.as_deref().unwrap();
    assert_eq!(follows.id, 3);
    let line: &shop::Line = &order.lines.as_ref().unwrap()[0];
    let sku: &shop::Sku = &line.sku;
    assert_eq!(sku.as_str(), "ABC");
    let failed: &shop::Error2 = order.failed.as_ref().unwrap();
    let reason: &shop::Error = &failed.reason;
    assert_eq!(reason.as_str(), "lost");
    assert!(matches!(order.note, Some(shop::Note::Gift(_))));
    assert_eq!(json::encode(&order), ORDER.as_bytes());
}

#[tokio::test]
async fn a_struct_of_the_callers_own_is_held_to_all_files() {
    let script = Script::default();
    script.says(ORDER);
    let client = shop::Client::builder(NoAuth)
        .base_url("http://shop.test")
        .transport(script.clone())
        .timer(Clock::default())
        .build()
        .unwrap();
    let reply = client.send(Short { id: 7 }).await.unwrap();
    assert_eq!(reply.id, 1);
    assert_eq!(&script.seen()[0].body()[..], br#"{"id":7}"#);
}

#[test]
fn the_command_gives_the_same_items_from_wherever_it_runs() {
    env::set_current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
    let arguments = "bindery generate tests/fixtures/files/shop.json --out shop.rs";
    let Command::Generate(target) = Cli::try_parse_from(arguments.split(' ')).unwrap().command
    else {
        unreachable!("the arguments say `generate`");
    };
    let made = bindings(&target).unwrap();
    let codes: Vec<_> = made.findings.iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["duplicate-name"]);
    let text = made.text.unwrap();
    assert!(
        text.contains("// Digest of 4 more files: sha256:"),
        "{text}"
    );

    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/files");
    let read = |path: &str| fs::read_to_string(folder.join(path)).map_err(|it| it.to_string());
    let document = Document::parse("shop.json", read("shop.json").unwrap()).unwrap();
    let document = document.with_files(|path| read(path).map(FileText::Json));
    let generated = generate(&document.unwrap(), &Options::default()).unwrap();
    assert!(text.ends_with(&rust_text(&generated.source).unwrap()));
}
