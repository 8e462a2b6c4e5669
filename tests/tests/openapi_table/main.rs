//! docs/openapi.md is true: it has a row for every keyword of the specifications, and what a row says is what happens in the documents
//! of `corpus`, each of which is tried with the keyword left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use bindery_codegen::{Options, generate};
use bindery_spec::{Document, Kind, Value, lint};

mod table;

use table::{Row, Verdict, objects, rows};

#[test]
fn every_keyword_has_a_row() {
    let rows = rows();
    for (object, keywords) in objects() {
        let rows = rows.iter().filter(|row| row.object == object);
        let found: BTreeSet<_> = rows.map(|row| &*row.keyword).collect();
        let wanted: BTreeSet<_> = keywords.into_iter().collect();
        assert_eq!(found, wanted, "{object}");
    }
    let known: BTreeSet<_> = objects().map(|(object, _)| object).collect();
    let others = rows.iter().filter(|row| !known.contains(&*row.object));
    assert_eq!(others.map(|row| &row.object).next(), None);
}

#[test]
fn every_keyword_stands_in_a_document() {
    let mut used = BTreeSet::new();
    for document in corpus().values() {
        keys(&document.root, &mut used);
    }
    for (object, keywords) in objects() {
        for keyword in keywords {
            let named = used.contains(keyword) || keyword.starts_with('{');
            assert!(named, "{object}: no document has `{keyword}`");
        }
    }
}

#[test]
fn warnings_are_given_under_the_codes_that_rows_name() {
    let (mut given, mut linted) = (BTreeSet::new(), BTreeSet::new());
    for document in corpus().values() {
        let made = generate(document, &Options::default()).unwrap();
        given.extend(made.warnings.iter().map(|finding| finding.code));
        for finding in lint(document) {
            let keyword = finding.message.split('`').nth(1).unwrap_or_default();
            linted.insert((finding.code, keyword.to_owned()));
        }
    }
    for row in rows() {
        let place = format!("{}: {}", row.object, row.keyword);
        match row.verdict {
            Verdict::Fallback => {
                let mut codes = row.quoted().filter(|word| given.contains(word));
                assert!(
                    codes.next().is_some(),
                    "{place} names no code that is given"
                );
            }
            Verdict::PassedOver => {
                let named = row
                    .quoted()
                    .find(|word| linted.iter().any(|it| it.0 == *word));
                let keyword = match row.text.split_once("tells of `") {
                    Some((_, other)) => other.trim_end_matches('`').to_owned(),
                    None => row.keyword.clone(),
                };
                let told = linted.contains(&("passed-over", keyword));
                assert!(
                    told || named == Some("server-not-offered"),
                    "{place} is not told"
                );
            }
            Verdict::Supported | Verdict::Docs | Verdict::Refused => {}
        }
    }
}

#[test]
fn a_keyword_matters_where_its_row_says_so() {
    let mut matters: BTreeMap<String, BTreeSet<bool>> = BTreeMap::new();
    for row in rows().iter().filter(|row| row.verdict != Verdict::Refused) {
        let active = matches!(row.verdict, Verdict::Supported | Verdict::Fallback);
        let keyword = matters.entry(row.keyword.clone()).or_default();
        keyword.insert(active);
    }
    let corpus = corpus();
    let before: BTreeMap<_, _> = corpus
        .iter()
        .map(|(name, document)| (name, bindings(document)))
        .collect();
    let mut wrong = Vec::new();
    for (keyword, verdicts) in matters {
        // What means different things in different objects cannot be left out of one alone.
        let (Some(active), 1) = (verdicts.first(), verdicts.len()) else {
            continue;
        };
        let mut differs = Vec::new();
        let mut tried = 0;
        for (name, document) in &corpus {
            let mut root = document.root.clone();
            if !leave_out(&mut root, &keyword) {
                continue;
            }
            tried += 1;
            let after = Document::parse("less.json", text(&root)).ok();
            if after.and_then(|document| bindings(&document)) != before[name] {
                differs.push(name);
            }
        }
        if tried > 0 && differs.is_empty() == *active {
            wrong.push(format!("`{keyword}` matters in {differs:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The bindings, without what documents them.
fn bindings(document: &Document) -> Option<String> {
    let source = generate(document, &Options::default()).ok()?.source;
    let lines = source.lines().filter(|line| {
        let line = line.trim_start();
        !line.starts_with("///") && !line.starts_with("#[doc") && !line.starts_with("#![doc")
    });
    Some(lines.collect::<Vec<_>>().join("\n"))
}

fn corpus() -> BTreeMap<String, Document> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let files = std::fs::read_dir(folder).unwrap();
    let read = files.map(|file| {
        let path = file.unwrap().path();
        let text = std::fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let document = match path.extension().and_then(|end| end.to_str()) {
            Some("json") => Document::parse(&name, text),
            _ => Document::parse_yaml(&name, text),
        };
        (name, document.unwrap())
    });
    read.collect()
}

fn keys(value: &Value, found: &mut BTreeSet<String>) {
    match &value.kind {
        Kind::Object(members) => {
            for member in members {
                found.insert(member.key.to_string());
                keys(&member.value, found);
            }
        }
        Kind::Array(items) => items.iter().for_each(|item| keys(item, found)),
        _ => {}
    }
}

/// Leaves out every member of this name, and tells whether there was one.
fn leave_out(value: &mut Value, key: &str) -> bool {
    match &mut value.kind {
        Kind::Object(members) => {
            let before = members.len();
            members.retain(|member| &*member.key != key);
            let mut found = members.len() < before;
            for member in members {
                found |= leave_out(&mut member.value, key);
            }
            found
        }
        Kind::Array(items) => {
            let left = items.iter_mut().map(|item| leave_out(item, key));
            left.fold(false, |found, one| found | one)
        }
        _ => false,
    }
}

/// The value as JSON.
fn text(value: &Value) -> String {
    match &value.kind {
        Kind::Null => "null".to_owned(),
        Kind::Bool(flag) => flag.to_string(),
        Kind::Number(number) => number.to_string(),
        Kind::String(string) => format!("{string:?}"),
        Kind::Array(items) => {
            let items: Vec<_> = items.iter().map(text).collect();
            format!("[{}]", items.join(","))
        }
        Kind::Object(members) => {
            let member =
                |member: &bindery_spec::Member| format!("{:?}:{}", member.key, text(&member.value));
            let members: Vec<_> = members.iter().map(member).collect();
            format!("{{{}}}", members.join(","))
        }
    }
}

impl Row {
    /// The words in backticks.
    fn quoted(&self) -> impl Iterator<Item = &str> {
        self.text.split('`').skip(1).step_by(2)
    }
}
