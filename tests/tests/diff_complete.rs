//! `bindery diff` misses nothing and makes nothing up: where it finds no change the bindings are the same, and where they are
//! the same it finds none that callers could notice. One member at a time is left out, or has its value altered.

use std::num::NonZero;
use std::path::Path;
use std::thread;

use bindery_codegen::{Options, generate};
use bindery_spec::{Document, Kind, Span, Step, Value, diff};

const SPECS: &[&str] = &[
    "fixtures/parcel.json",
    "fixtures/shapes.json",
    "fixtures/choices.json",
    "fixtures/heirs.json",
    "fixtures/defaults.json",
    "fixtures/quiet.json",
    "corpus/paths.json",
    "fixtures/security.json",
    "fixtures/servers.json",
    "fixtures/links.json",
    "fixtures/styles.json",
    "fixtures/bodies.json",
    "fixtures/reports/families-alike.json",
    "fixtures/reports/repeats.json",
    "../spec/fixtures/import_group_msg/2023-03-10.json",
];

fn parse(text: &str) -> Option<Document> {
    Document::parse("api.json", text.to_owned()).ok()
}

fn bindings(document: &Document) -> Option<String> {
    let generated = generate(document, &Options::default()).ok()?;
    Some(generated.source)
}

/// The text without each member, and with each word and number altered.
fn altered(document: &Document) -> Vec<String> {
    let mut edits = Vec::new();
    edits_below(&document.root, &mut edits);
    let text = &document.source.text;
    let edit = |(span, new): &(Span, String)| {
        let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
        if new.is_empty() {
            mended(before, after)
        } else {
            format!("{before}{new}{after}")
        }
    };
    edits.iter().map(edit).collect()
}

fn edits_below(value: &Value, edits: &mut Vec<(Span, String)>) {
    match &value.kind {
        Kind::Object(members) => {
            for member in members {
                let whole = Span::new(member.key_span.start, member.value.span.end);
                edits.push((whole, String::new()));
                edits_below(&member.value, edits);
            }
        }
        Kind::Array(items) => {
            for item in items {
                edits.push((item.span, String::new()));
                edits_below(item, edits);
            }
        }
        Kind::String(text) => edits.push((value.span, format!("{:?}", format!("{text}x")))),
        Kind::Number(text) => edits.push((value.span, format!("{text}1"))),
        Kind::Bool(flag) => edits.push((value.span, (!flag).to_string())),
        Kind::Null => {}
    }
}

/// The text around something that was left out, with the comma that belonged to it gone.
fn mended(before: &str, after: &str) -> String {
    if let Some(after) = after.trim_start().strip_prefix(',') {
        return format!("{before}{after}");
    }
    let before = before.trim_end();
    format!("{}{after}", before.strip_suffix(',').unwrap_or(before))
}

/// What tells callers of a difference that the bindings do not show: the place of an API key is the caller's to name, and a
/// marker type that takes the name of a schema is renamed by the generator.
const BEYOND_THE_BINDINGS: [&str; 2] = ["credentials-moved", "api-renamed"];

#[test]
fn no_change_is_missed_and_none_made_up() {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (mut sound, mut silent) = (0, 0);
    for spec in SPECS {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(spec);
        let old = parse(&std::fs::read_to_string(path).unwrap()).unwrap();
        let before = bindings(&old).unwrap();
        let texts = altered(&old);
        let share = texts.len().div_ceil(cores);
        let counts: Vec<_> = thread::scope(|scope| {
            let (old, before) = (&old, &*before);
            let look = |texts| scope.spawn(move || compare(spec, old, before, texts));
            let threads: Vec<_> = texts.chunks(share).map(look).collect();
            threads.into_iter().map(|one| one.join().unwrap()).collect()
        });
        for (some, quiet) in counts {
            sound += some;
            silent += quiet;
        }
    }
    assert!(sound > 1000 && silent > 50, "{silent} of {sound}");
}

/// How many of the texts have bindings, and in how many of these `diff` found no change.
fn compare(spec: &str, old: &Document, before: &str, texts: &[String]) -> (usize, usize) {
    let (mut sound, mut silent) = (0, 0);
    for text in texts {
        let Some(new) = parse(text) else { continue };
        let Some(after) = bindings(&new) else {
            continue;
        };
        let mut changes = diff(old, &new).unwrap().changes;
        sound += 1;
        silent += usize::from(changes.is_empty());
        let place = || format!("{spec}: {}", difference(&old.source.text, text));
        assert!(
            before == after || !changes.is_empty(),
            "missed: {}",
            place()
        );
        changes.retain(|change| change.kind.step > Step::Patch);
        changes.retain(|change| !BEYOND_THE_BINDINGS.contains(&change.kind.code));
        assert!(
            before != after || changes.is_empty(),
            "made up: {} {changes:?}",
            place()
        );
    }
    (sound, silent)
}

/// The first line in which two texts differ, as it was and as it is.
fn difference(old: &str, new: &str) -> String {
    let same = old.bytes().zip(new.bytes()).take_while(|(a, b)| a == b);
    let line = old[..same.count()].matches('\n').count();
    let line = |text: &str| text.lines().nth(line).unwrap_or_default().trim().to_owned();
    format!("{} => {}", line(old), line(new))
}
