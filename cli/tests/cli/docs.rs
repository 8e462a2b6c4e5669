//! `docs/cli.md` shows what the command prints.
//! Run with `UPDATE=1` to rewrite its examples, then read the difference.

use std::fs;
use std::path::Path;

use crate::folder::{Folder, SPEC};

const PAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/cli.md");
const OPENING: &str = "```console\n";
const CLOSING: &str = "```\n";

#[test]
fn examples_print_what_the_page_says() {
    let folder = Folder::new("docs");
    fs::create_dir(folder.path("spec")).expect("the folder can be made");
    folder.write("spec/rooms.json", include_str!("../fixtures/rooms.json"));
    folder.write("draft.json", include_str!("../fixtures/draft.json"));
    folder.write("draft.yaml", include_str!("../fixtures/draft.yaml"));
    folder.write("open.json", include_str!("../fixtures/open.json"));
    folder.write("page.json", include_str!("../fixtures/page.json"));
    folder.write("api-2.json", with_weight());
    let page = fs::read_to_string(PAGE).expect("the page is there");
    let fresh = rerun(&page, &folder);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(PAGE, &fresh).expect("the page can be written");
        return;
    }
    let stale = page
        .lines()
        .zip(fresh.lines())
        .find(|(old, new)| old != new);
    assert_eq!(
        page, fresh,
        "docs/cli.md is stale at {stale:?}: run this test with UPDATE=1"
    );
}

#[test]
fn every_command_has_its_help_on_the_page() {
    let page = fs::read_to_string(PAGE).expect("the page is there");
    let help = Folder::new("docs-help").run("help").out;
    let (_, commands) = help.split_once("Commands:\n").expect("the commands");
    let commands = commands.lines().take_while(|line| !line.is_empty());
    let names = commands.filter_map(|line| line.split_whitespace().next());
    for name in names.filter(|name| *name != "help") {
        assert!(
            page.contains(&format!("\n$ bindery {name} --help\n")),
            "{name}"
        );
    }
}

#[test]
fn every_warning_of_lint_alone_is_on_the_page() {
    let page = fs::read_to_string(PAGE).expect("the page is there");
    let expectations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/tests/lint");
    for entry in fs::read_dir(expectations).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            let text = fs::read_to_string(path).expect("a text");
            for code in text
                .lines()
                .filter_map(|line| line.strip_prefix('[')?.split_once(']'))
            {
                assert!(page.contains(&format!("| `{}` |", code.0)), "{}", code.0);
            }
        }
    }
}

/// `api.json` with one more field in its first request.
fn with_weight() -> String {
    let weight = r#""weight": { "type": "integer", "description": "In grams." }, "to": {"#;
    SPEC.replace(r#"["to"]"#, r#"["to", "weight"]"#)
        .replace(r#""to": {"#, weight)
}

/// The page with its examples run anew, in order.
fn rerun(page: &str, folder: &Folder) -> String {
    let mut fresh = String::new();
    let mut rest = page;
    while let Some((before, after)) = rest.split_once(OPENING) {
        let (example, after) = after.split_once(CLOSING).expect("the example ends");
        let commands = example
            .lines()
            .filter_map(|line| line.strip_prefix("$ bindery "));
        let outputs: Vec<_> = commands.map(|command| output(command, folder)).collect();
        fresh.push_str(before);
        fresh.push_str(OPENING);
        fresh.push_str(&outputs.join("\n"));
        fresh.push_str(CLOSING);
        rest = after;
    }
    fresh + rest
}

fn output(arguments: &str, folder: &Folder) -> String {
    let run = folder.run(arguments);
    let text: Vec<_> = run
        .out
        .lines()
        .chain(run.notes.lines())
        .map(steady)
        .collect();
    let code = match run.code {
        Some(0) => String::new(),
        Some(code) => format!("[exit code {code}]\n"),
        None => "[killed]\n".to_owned(),
    };
    let text = text.join("\n");
    format!("$ bindery {arguments}\n{}\n{code}", text.trim_end())
}

/// A line without the number of lines written, and without blanks at its end.
fn steady(line: &str) -> String {
    let line = line.trim_end();
    let counted = |word: &str| {
        let digits = word.strip_prefix(['+', '-']);
        digits
            .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
    };
    if !line.contains("written: ") {
        return line.to_owned();
    }
    let words = line.split(' ').map(|word| match word {
        _ if counted(word) => format!("{}N", &word[..1]),
        _ => word.to_owned(),
    });
    words.collect::<Vec<_>>().join(" ")
}
