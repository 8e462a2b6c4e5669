//! What targets select. Each case marks what was selected and lists the marks.

use serde_json::{Value, json};

use crate::{data, refused};

const SHOP: &str = r#"{
    "books": [
        { "title": "A", "price": 8, "tags": ["new"], "isbn": null },
        { "title": "B", "price": 12.50, "x-old": { "since": "2001" } },
        { "title": "it's \"C\"", "price": 22, "author": { "name": "Ann" } }
    ],
    "odd name": { "title": "D", "a/b": { "title": "E" } },
    "ünï": { "title": "F" }
}"#;

/// The titles of what a path below `$.info.x-data` selects.
fn selected(path: &str) -> String {
    let target = json!(format!("$.info.x-data{path}"));
    let action = format!(r#"{{ "target": {target}, "update": {{ "selected": true }} }}"#);
    let mut titles = Vec::new();
    collect(&data(SHOP, &action), &mut titles);
    titles.join(" ")
}

fn collect(value: &Value, titles: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            if members.contains_key("selected") {
                let title = members.get("title").and_then(Value::as_str);
                titles.push(title.unwrap_or("-").to_owned());
            }
            members.values().for_each(|value| collect(value, titles));
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, titles)),
        _ => {}
    }
}

#[test]
fn names_and_indexes() {
    let cases = [
        ("", "-"),
        ("['odd name']", "D"),
        (r#"["odd name"]['a/b']"#, "E"),
        (".ünï", "F"),
        (r"['\u00fcn\u00EF']", "F"),
        (".books[0]", "A"),
        (".books[-1]", "it's \"C\""),
        (".books[0, 1]", "A B"),
        (".books[1]['x-old']", "-"),
        (".books[1].x-old", "-"),
        (" .books [ 0 ] ", "A"),
    ];
    for (path, titles) in cases {
        assert_eq!(selected(path.trim_end()), titles, "{path}");
    }
}

#[test]
fn wildcards_and_descent() {
    let cases = [
        (".books[*]", "A B it's \"C\""),
        (".books.*", "A B it's \"C\""),
        ("..author", "-"),
        ("..['a/b', 'author']", "E -"),
        ("..[?@.title == 'E']", "E"),
        ("..books[0]", "A"),
        ("..[1]", "B"),
    ];
    for (path, titles) in cases {
        let (mut found, mut wanted): (Vec<_>, Vec<_>) = (
            selected(path).chars().collect(),
            titles.chars().collect::<Vec<_>>(),
        );
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted, "{path}");
    }
}

#[test]
fn filters() {
    let cases = [
        ("@.price < 10", "A"),
        ("@.price <= 8", "A"),
        ("@.price > 12.5", "it's \"C\""),
        ("@.price >= 12.5", "B it's \"C\""),
        ("@.price == 1.25e1", "B"),
        ("@.title != 'A'", "B it's \"C\""),
        (r#"@.title == 'it\'s "C"'"#, "it's \"C\""),
        ("@.tags", "A"),
        ("(@.tags)", "A"),
        ("!@.tags", "B it's \"C\""),
        ("!(@.tags || @.author)", "B"),
        ("@.tags || @.price > 20", "A it's \"C\""),
        ("@.tags && @.price > 20 || @.price == 12.5", "B"),
        ("@.isbn", "A"),
        ("@.isbn == null", "A"),
        ("@.missing == @.missing2 && @.title == 'B'", "B"),
        ("@.author.name == 'Ann'", "it's \"C\""),
        ("@['x-old'].since >= '2000'", "B"),
        ("@.tags[0] == 'new'", "A"),
        ("@.tags[?@ == 'new']", "A"),
        ("@..name", "it's \"C\""),
        ("'A' == @.title", "A"),
        ("@.price < 'x' || @.title == 'A'", "A"),
    ];
    for (filter, titles) in cases {
        assert_eq!(selected(&format!(".books[?{filter}]")), titles, "{filter}");
    }
}

#[test]
fn filters_on_members_of_an_object() {
    assert_eq!(selected("[?@.title == 'D']"), "D");
}

#[test]
fn an_item_of_an_object_and_a_member_of_an_array_are_not_there() {
    for (target, says) in [
        ("$.info[0]", "there is no item 0 in `$.info`"),
        (
            "$.info.x-data.books.title",
            "nothing is called `title` in `$.info.x-data.books`",
        ),
    ] {
        let actions = format!(r#"{{ "target": "{target}", "remove": true }}"#);
        let text = refused(SHOP, &actions);
        assert!(text.contains(says), "{text}");
    }
}
