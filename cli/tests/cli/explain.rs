//! `bindery explain`.

use std::fs;

use serde_json::Value;

use crate::folder::{Folder, SPEC};

const ROOMS: &str = include_str!("../fixtures/rooms.json");

/// A folder in which the spec of rooms is the one that is meant.
fn rooms(name: &str) -> Folder {
    let folder = Folder::new(name);
    fs::create_dir(folder.path("spec")).expect("the folder can be made");
    folder.write("spec/rooms.json", ROOMS);
    folder
}

fn assert_holds(page: &str, part: &str) {
    assert!(page.contains(part), "no {part:?} in:\n{page}");
}

#[test]
fn an_operation() {
    let run = rooms("explain-operation").run("explain book_rooms");
    assert_eq!((run.code, &*run.notes), (Some(0), ""));
    assert!(run.out.starts_with(
        "book_rooms Books rooms.\nPOST /book\n\nBooking: https://rooms.example/book\n"
    ));
    for part in [
        "\n  rate       at most 10 calls in 1 second\n",
        "\n  repeating  keyed (repeating it is safe while every key is set)\n",
        "\n  key        /rooms/*/id, remembered for 60 seconds\n",
        "\n  how        A repeated id is not booked twice.\n",
        "\n  takes      Hotel of House at /note; others get 7\n",
        "\n  results    one verdict for each item of /rooms, in /results by position; 0 means done\n",
        "\n  signed     sdkappid, identifier, usersig, random, by the client's signer\n",
        "\n  language: text, in the header, \"en\" by default\n      The language of messages.\n",
        "\n  /rooms: list of Wish, required, 1 to 5 items\n      The rooms.\n",
        "\n  /rooms/*/id: text, required, 1 to 8 characters, matches `^[A-Z0-9]+$`\n",
        "\n      \"bunk\" Beds above each other.\n",
        "\n  /rooms/*/beds/width: integer, required, at least 80\n      Only with kind \"single\".\n",
        "\n  /note: text or null, at most 200 bytes\n",
        "\n  /results/*/code: integer, required\n",
    ] {
        assert_holds(&run.out, part);
    }
    assert!(
        !run.out.contains("  /code:"),
        "the envelope is no part of the reply"
    );
    assert_eq!(
        run.out.matches("/id:").count(),
        1,
        "a schema within itself is unfolded once"
    );
}

#[test]
fn parameters_a_body_that_is_no_object_and_a_status() {
    let run = rooms("explain-cancel").run("explain cancel");
    assert_eq!(
        run.out,
        "cancel Cancels a booking.
DELETE /cancel/{id}

Calling it
  repeating  safe (repeating it changes nothing)
  signed     sdkappid, identifier, usersig, random, by the client's signer

Request
  id: uint32, in the path, required
      The booking.
  (whole): list of text, required, at most 3 items
      Why.

Failure with status 404
  No such booking.
  /near: integer
      A booking that there is.

Errors
  7 Closed (family Common)
      the house is closed
      retry      backoff (wait, then repeat)
      since      2026-01-31
"
    );
}

/// Longer than the stack is deep.
#[test]
fn a_chain_of_schemas() {
    const LINKS: usize = 50_000;
    let link = |n| {
        let next = n + 1;
        let properties = format!(r##"{{ "next": {{ "$ref": "#/components/schemas/S{next}" }} }}"##);
        format!(r#""S{n}": {{ "type": "object", "properties": {properties} }}, "#)
    };
    let links: String = (0..LINKS).map(link).collect();
    let end = format!(r#""S{LINKS}": {{ "type": "string" }}, "House": {{"#);
    let spec = ROOMS.replace(r#""House": {"#, &(links + &end)).replace(
        r#""items": { "type": "string" } }"#,
        r##""items": { "$ref": "#/components/schemas/S0" } }"##,
    );
    let folder = rooms("explain-chain");
    folder.write("spec/rooms.json", spec);
    let run = folder.run("explain cancel");
    assert_eq!((run.code, &*run.notes), (Some(0), ""));
    assert_holds(&run.out, "\n  /*/next/next: S2\n");
}

#[test]
fn the_errors_of_an_operation() {
    let run = rooms("explain-errors").run("explain book_rooms");
    let (_, errors) = run.out.split_once("\nErrors\n").expect("the errors");
    assert_eq!(
        errors,
        "  7 Closed (family Common)
      the house takes no bookings
      retry      backoff (wait, then repeat)
      since      2026-01-31

Errors: family Common
  9 Overrun
      too many calls
      retry      slow-down (wait, then repeat at a lower rate)
      outcome    unknown: the service may have done it nevertheless
      source     Errors, page 3

Errors of one item of /rooms
  7 Taken
      the room is taken
      retry      never (it fails again)
      reaction   choose another
"
    );
}

#[test]
fn a_code_has_the_meanings_its_operations_give_it() {
    let run = rooms("explain-code").run("explain 7");
    assert_eq!(run.code, Some(0));
    assert_eq!(
        run.out,
        "Code 7

Closed (family Common)
    the house takes no bookings
    retry      backoff (wait, then repeat)
    since      2026-01-31
    from       book_rooms

Taken
    the room is taken
    retry      never (it fails again)
    reaction   choose another
    from       book_rooms (one item of /rooms)

Closed (family Common)
    the house is closed
    retry      backoff (wait, then repeat)
    since      2026-01-31
    from       cancel
"
    );
}

#[test]
fn codes_of_success_and_codes_without_a_row() {
    let folder = rooms("explain-bare");
    let success = folder.run("explain 0").out;
    assert_holds(
        &success,
        "book_rooms, book_rooms (one item of /rooms), cancel\n",
    );
    let bare = folder.run("explain 50").out;
    assert_holds(&bare, "family Common: codes 1 to 99; this one has no row\n");
    assert_holds(&bare, "    from       book_rooms\n");
}

#[test]
fn the_name_of_an_error() {
    let folder = rooms("explain-name");
    assert_eq!(
        folder.run("explain Overrun").out,
        folder.run("explain 9").out
    );
}

#[test]
fn json_for_programs() {
    let folder = rooms("explain-json");
    let page: Value = serde_json::from_str(&folder.run("explain book_rooms --format json").out)
        .expect("an object");
    assert_eq!(page["rate"]["calls"], 10);
    assert_eq!(page["resend"]["class"], "keyed");
    assert_eq!(page["results"]["success"][0], 0);
    assert_eq!(page["request"][3]["place"], "/rooms/*/beds");
    assert_eq!(page["request"][3]["choices"][1]["value"], "\"bunk\"");
    assert_eq!(
        page["request"][4]["only_with"][0]["place"],
        "/rooms/*/beds/kind"
    );
    assert_eq!(page["errors"][1]["name"], "Overrun");
    assert_eq!(page["errors"][1]["outcome"], "unknown");
    let page: Value =
        serde_json::from_str(&folder.run("explain 7 --format json").out).expect("an object");
    assert_eq!(page["code"], 7);
    assert_eq!(page["meanings"][1]["answered_by"][0]["item_of"], "/rooms");
}

#[test]
fn lines_are_as_long_as_the_columns() {
    let folder = rooms("explain-width");
    let mut command = folder.command("explain book_rooms");
    let run = crate::folder::Run::from(command.env("COLUMNS", "50").output().expect("it starts"));
    let longest = run.out.lines().map(|line| line.chars().count()).max();
    assert!(
        longest.is_some_and(|longest| (40..=50).contains(&longest)),
        "{}",
        run.out
    );
    assert_holds(
        &run.out,
        "\n  results    one verdict for each item of /rooms,\n             in /results by position; 0 means done\n",
    );
}

#[test]
fn colours_are_for_terminals() {
    let folder = rooms("explain-colours");
    let plain = folder.run("explain 7").out;
    let mut command = folder.command("explain 7");
    let run = crate::folder::Run::from(
        command
            .env("CLICOLOR_FORCE", "1")
            .output()
            .expect("it starts"),
    );
    assert!(!plain.contains('\u{1b}') && run.out.contains('\u{1b}'));
}

#[test]
fn names_that_the_spec_does_not_have() {
    let folder = rooms("explain-unknown");
    for (subject, end) in [
        ("book_room", ": did you mean `book_rooms`?\n"),
        ("Overun", ": did you mean `Overrun`?\n"),
        (
            "paint_the_walls",
            "; its operations are book_rooms, cancel\n",
        ),
    ] {
        let run = folder.run(&format!("explain {subject}"));
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{subject}");
        let start =
            format!("error: the spec has no operation, error code or error name `{subject}`");
        assert_eq!(run.notes, start + end);
    }
}

#[test]
fn which_spec_is_meant() {
    let folder = Folder::new("explain-spec");
    let none = folder.run("explain 7");
    assert_eq!(none.code, Some(2));
    assert_holds(
        &none.notes,
        "no OpenAPI document in the folder `spec`: name one with `--spec`\n",
    );
    fs::create_dir(folder.path("spec")).expect("the folder can be made");
    folder.write("spec/vocabulary.schema.json", "{ \"type\": \"object\" }");
    folder.write("spec/rooms.json", ROOMS);
    assert_eq!(folder.run("explain cancel").code, Some(0));
    folder.write("spec/parcels.json", SPEC);
    let several = folder.run("explain cancel");
    assert_eq!(several.code, Some(2));
    assert_holds(&several.notes, "parcels.json, spec");
    assert_eq!(
        folder.run("explain cancel --spec spec/rooms.json").code,
        Some(0)
    );
}

#[test]
fn a_spec_with_errors() {
    let folder = rooms("explain-broken");
    folder.write("spec/rooms.json", ROOMS.replace("\"equals\"", "\"is\""));
    let run = folder.run("explain 7");
    assert_eq!((run.code, &*run.out), (Some(1), ""));
    assert_holds(&run.notes, "error[");
}

#[test]
fn heirs_of_a_base_are_told_by_their_tags() {
    let folder = Folder::new("explain-heirs");
    fs::create_dir(folder.path("spec")).expect("the folder can be made");
    folder.write(
        "spec/heirs.json",
        include_str!("../../../tests/fixtures/heirs.json"),
    );
    let page = folder.run("explain inherit").out;
    for part in [
        "\n  /animal/sort: text, required\n",
        "\n  /animal/mane: integer\n      Only with sort \"Lion\".\n",
        "\n  /recipient/of: list of Recipient, required\n      Only with type \"all\" or \"any\".\n",
        "\n  /signal/at: integer\n      Only with op 1.\n",
    ] {
        assert_holds(&page, part);
    }
}
