//! `--overlay`, for every command that takes it.

use crate::folder::{Folder, SPEC};

/// An overlay with one action.
fn overlay(action: &str) -> String {
    format!(
        r#"{{ "overlay": "1.0.0", "info": {{ "title": "Mine", "version": "1" }}, "actions": [{action}] }}"#
    )
}

fn folder(name: &str, action: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("api.json", SPEC);
    folder.write("my.overlay.json", overlay(action));
    folder
}

const NAMED: &str = r#"{ "target": "$.info", "update": { "x-bindery-name": "Renamed" } }"#;

#[test]
fn generate_and_check_agree_and_the_file_names_the_overlay() {
    let folder = folder("overlay-generate", NAMED);
    let arguments = "api.json --overlay my.overlay.json --out api.rs";
    assert_eq!(folder.run(&format!("generate {arguments}")).code, Some(0));
    let text = std::fs::read_to_string(folder.path("api.rs")).expect("it was written");
    assert!(text.contains("pub enum Renamed"), "{text}");
    let command =
        "// Regenerate with: bindery generate api.json --out api.rs --overlay my.overlay.json\n";
    assert!(text.contains(command), "{text}");
    assert_eq!(text.matches("digest: sha256:").count(), 2, "{text}");
    assert_eq!(folder.run(&format!("check {arguments}")).code, Some(0));
    assert_eq!(folder.run("check api.json --out api.rs").code, Some(1));
}

#[test]
fn lint_names_the_overlay_in_both_formats() {
    let folder = folder(
        "overlay-lint",
        r#"{ "target": "$", "update": { "x-bindery-envelop": {} } }"#,
    );
    let run = folder.run("lint api.json --overlay my.overlay.json");
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("--> my.overlay.json:1:"), "{}", run.out);
    let run = folder.run("lint api.json --overlay my.overlay.json --format json");
    assert!(
        run.out.contains(r#""file":"my.overlay.json""#),
        "{}",
        run.out
    );
}

#[test]
fn diff_takes_an_overlay_for_each_side() {
    let folder = folder("overlay-diff", NAMED);
    let run = folder.run("diff api.json api.json --new-overlay my.overlay.json");
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("api-renamed"), "{}", run.out);
    let both = "diff api.json api.json --old-overlay my.overlay.json --new-overlay my.overlay.json";
    assert_eq!(folder.run(both).code, Some(0));
}

#[test]
fn overlays_in_yaml_and_several_of_them() {
    let folder = folder("overlay-yaml", NAMED);
    let yaml = "overlay: 1.0.0\ninfo: { title: Mine, version: '1' }\nactions:\n- target: $.nothing\n  remove: true\n";
    folder.write("more.yaml", yaml);
    let run = folder.run("lint api.json --overlay my.overlay.json --overlay more.yaml");
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("--> more.yaml:4:12\n"), "{}", run.out);
}

#[test]
fn explain_takes_an_overlay() {
    let action = r#"{ "target": "$..[?@.operationId == 'send_parcel']", "update": { "description": "As the overlay says." } }"#;
    let folder = folder("overlay-explain", action);
    let run = folder.run("explain send_parcel --spec api.json --overlay my.overlay.json");
    assert!(run.out.contains("As the overlay says."), "{}", run.out);
}

#[test]
fn an_overlay_that_is_not_there() {
    let folder = folder("overlay-lost", NAMED);
    let run = folder.run("generate api.json --overlay lost.json --out api.rs");
    assert_eq!(run.code, Some(2));
    assert!(
        run.notes.contains("`lost.json` cannot be read"),
        "{}",
        run.notes
    );
}

/// The overlays of `examples/overlays` fit the documents they are for, which are not part of this repository.
#[test]
fn the_examples_fit_their_documents() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let corpus = root.join("../shared/corpus");
    for (name, overlay) in [("slack.com", "slack"), ("telegram.org", "telegram")] {
        let Ok(text) = std::fs::read(corpus.join(format!("{name}.json"))) else {
            println!("left out: there is no collection of documents beside the checkout");
            return;
        };
        let folder = Folder::new(&format!("overlay-{overlay}"));
        folder.write("api.json", text);
        let example = root.join(format!("examples/overlays/{overlay}.overlay.json"));
        let example = std::fs::read(example).expect("the example is there");
        folder.write("my.overlay.json", example);
        let run = folder.run("lint api.json --overlay my.overlay.json");
        let at_fault = run.out.contains("my.overlay.json:") || run.out.contains("error[no-target]");
        assert!(!at_fault, "{}", run.out);
    }
}
