//! What bindings lose: `bindery lint --untyped`, and the last line of `bindery generate`.

use serde_json::Value;

use crate::folder::{Folder, SPEC};

const OPEN: &str = include_str!("../fixtures/open.json");

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("open.json", OPEN);
    folder
}

#[test]
fn every_place_that_is_any_json_is_told() {
    let folder = folder("untyped");
    let run = folder.run("lint open.json --untyped");
    let lines: Vec<_> = run.out.lines().collect();
    assert_eq!(
        lines,
        [
            r"open.json:16:70: /paths/~1notes~1{id}/post/responses/200/content/application~1json: no schema says what the JSON is",
            r"open.json:24:33: /components/schemas/Note/additionalProperties: members that no property names, of any value",
            r"open.json:26:20: /components/schemas/Note/properties/extra: `{}`: the schema says nothing",
            r"open.json:27:20: /components/schemas/Note/properties/odd~0~1: `true`: the schema says nothing",
            r"open.json:28:19: /components/schemas/Note/properties/list: items of which no `items` says anything",
            r"open.json:29:18: /components/schemas/Note/properties/map: an object, of whose members the schema says nothing",
            r"open.json:30:22: /components/schemas/Note/properties/bounded: lost: what `minimum` says of values without a `type` is lost, they are kept as JSON",
            r"open.json:31:21: /components/schemas/Note/properties/either: one of the alternatives takes any JSON, and so the others with it",
            r"open.json:36:15: /components/schemas/Pair: lost: this `prefixItems` has no Rust type yet, its values are kept as JSON",
            r"open.json:37:15: /components/schemas/Free: the schema says nothing of the kind of its values"
        ]
    );
    assert_eq!(
        run.notes,
        "10 places as any JSON, 8 as the spec says, in 1 file\n"
    );
    assert_eq!(run.code, Some(0));
}

#[test]
fn places_for_programs() {
    let folder = folder("untyped-json");
    let run = folder.run("lint api.json open.json --untyped --format json");
    let places = run
        .out
        .lines()
        .map(|line| serde_json::from_str(line).expect("an object"));
    let places: Vec<Value> = places.collect();
    let extra = places
        .iter()
        .find(|it| it["place"] == "/components/schemas/Note/properties/extra");
    let extra = extra.expect("the place is told");
    assert_eq!(extra["lost"], false);
    assert_eq!(extra["file"], "open.json");
    assert_eq!((&extra["line"], &extra["column"]), (&26.into(), &20.into()));
    assert_eq!(places.iter().filter(|it| it["lost"] == true).count(), 2);
}

#[test]
fn a_spec_with_errors_has_its_findings_told() {
    let folder = Folder::new("untyped-broken");
    folder.write(
        "api.json",
        SPEC.replacen(r#""info""#, r#""x-bindery-nothing": {}, "info""#, 1),
    );
    let run = folder.run("lint api.json --untyped");
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("error[unknown-extension]"), "{}", run.out);
    assert_eq!(run.notes, "1 error, 0 warnings in 1 file\n");
    let run = folder.run("lint api.json --untyped --summary");
    assert_eq!(run.code, Some(2), "{}", run.notes);
}

#[test]
fn generate_ends_with_what_was_lost() {
    let folder = folder("lost");
    let run = folder.run("generate open.json --out open.rs");
    assert_eq!(run.code, Some(0), "{}", run.notes);
    assert_eq!(
        run.notes.lines().last(),
        Some(
            "lost: 1 operation without its upload, 2 places as any JSON: bindery lint --only passed-over; bindery lint --untyped"
        )
    );
    // The commands that it names show as much.
    let run = folder.run("lint open.json --only passed-over,unsupported-");
    assert!(
        run.out.contains("`multipart/form-data` is passed over"),
        "{}",
        run.out
    );
    assert_eq!(folder.run("generate api.json --out api.rs").notes, "");
}
