//! The diff of two documents: what it finds, where, and on which side. Whether its verdicts are true is for the compiler to say, in the crate of
//! tests that cross crates.

use bindery_spec::{Change, Diff, Document, Side, Step, check, diff, has_errors, kinds};
use serde_json::{Value, json};

const GOOD: &str = include_str!("good.json");
const FIRST: &str = include_str!("../fixtures/import_group_msg/2022-01-14.json");
const SECOND: &str = include_str!("../fixtures/import_group_msg/2022-04-27.json");

fn document(text: impl Into<String>) -> Document {
    Document::parse("api.json", text.into()).unwrap()
}

fn between(old: &str, new: &str) -> Diff {
    diff(&document(old), &document(new)).unwrap()
}

/// The changes between a good document and itself after `edit`.
fn edited(edit: impl FnOnce(&mut Value)) -> Vec<Change> {
    let mut value: Value = serde_json::from_str(SECOND).unwrap();
    let old = value.to_string();
    edit(&mut value);
    between(&old, &value.to_string()).changes
}

fn codes(changes: &[Change]) -> Vec<&str> {
    changes.iter().map(|change| change.kind.code).collect()
}

fn schema<'v>(spec: &'v mut Value, name: &str) -> &'v mut Value {
    &mut spec["components"]["schemas"][name]
}

#[test]
fn a_document_does_not_differ_from_itself_whatever_its_layout() {
    for text in [GOOD, FIRST, SECOND] {
        let flat = serde_json::from_str::<Value>(text).unwrap().to_string();
        for new in [text, &flat] {
            let diff = between(text, new);
            assert_eq!((diff.step(), diff.changes.len()), (None, 0));
        }
    }
}

#[test]
fn every_change_has_its_places() {
    let (old, new) = (document(FIRST), document(SECOND));
    let diff = diff(&old, &new).unwrap();
    assert_eq!(diff.step(), Some(Step::Minor));
    let [kind, flag, value] = &*diff.changes else {
        panic!("{:?}", codes(&diff.changes));
    };
    assert_eq!(kind.subject, "import_group_msg");
    assert_eq!(kind.detail, "Community");
    assert_eq!(new.source.snippet(kind.new.unwrap()), "\"Community\"");
    assert_eq!(flag.subject, "import_group_msg/RecentContactFlag");
    assert_eq!((flag.side, flag.old), (Side::Request, None));
    assert_eq!(
        new.source.snippet(flag.new.unwrap()),
        "\"RecentContactFlag\""
    );
    assert_eq!(value.subject, "GroupType/Community");
    assert_eq!(value.old, None);
}

#[test]
fn what_was_added_one_way_was_removed_the_other() {
    let there = between(FIRST, SECOND);
    let back = between(SECOND, FIRST);
    assert_eq!(there.changes.len(), back.changes.len());
    assert_eq!(
        codes(&back.changes),
        ["kind-removed", "member-removed", "enum-value-removed"]
    );
    assert!(back.is_breaking() && !there.is_breaking());
}

#[test]
fn a_type_that_many_members_share_is_compared_once() {
    let changes = edited(|spec| {
        schema(spec, "ImportedMessage")["properties"]["To_Account"] =
            json!({ "$ref": "#/components/schemas/UserId" });
        schema(spec, "UserId")["maxLength"] = json!(30);
    });
    assert_eq!(
        codes(&changes),
        ["text-limit-tightened", "optional-member-added"]
    );
    assert_eq!(changes[0].detail, "maxLength none → 30");
}

#[test]
fn the_side_of_a_shared_type_is_both() {
    let share = |spec: &mut Value| {
        schema(spec, "ImportReceipt")["properties"]["Sender"] =
            json!({ "$ref": "#/components/schemas/UserId" });
    };
    let mut old: Value = serde_json::from_str(SECOND).unwrap();
    share(&mut old);
    let mut new = old.clone();
    schema(&mut new, "UserId")["minLength"] = json!(2);
    let changes = between(&old.to_string(), &new.to_string()).changes;
    assert_eq!(codes(&changes), ["text-limit-tightened"]);
    assert_eq!(changes[0].side, Side::Both);
}

#[test]
fn what_no_operation_reaches_and_what_is_the_default_is_no_change() {
    let changes = edited(|spec| {
        spec["components"]["schemas"]["Unused"] = json!({ "type": "string" });
        schema(spec, "LocationContent")["properties"]["Latitude"]["format"] = json!("double");
        spec["info"]["version"] = json!("next");
    });
    assert_eq!(codes(&changes), [""; 0]);
}

#[test]
fn recursive_types_come_to_an_end() {
    let changes = edited(|spec| {
        schema(spec, "TextContent")["properties"]["Quoted"] =
            json!({ "type": "array", "items": { "$ref": "#/components/schemas/TextContent" } });
    });
    assert_eq!(codes(&changes), ["optional-member-added"]);
    assert_eq!(changes[0].detail, "Vec<TextContent>");
}

#[test]
fn a_long_chain_of_types_is_no_danger() {
    let chain = |last: &str| {
        let mut spec: Value = serde_json::from_str(SECOND).unwrap();
        let link =
            |next: String| json!({ "type": "object", "properties": { "next": next_of(&next) } });
        for i in 0..20_000 {
            *schema(&mut spec, &format!("Link{i}")) = link(format!("Link{}", i + 1));
        }
        *schema(&mut spec, "Link20000") =
            json!({ "type": "object", "properties": { "end": { "type": last } } });
        schema(&mut spec, "TextContent")["properties"]["Link"] = next_of("Link0");
        spec.to_string()
    };
    let changes = between(&chain("string"), &chain("integer")).changes;
    assert_eq!(codes(&changes), ["type-changed"]);
    assert_eq!(changes[0].subject, "Link20000/end");
}

fn next_of(name: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{name}") })
}

#[test]
fn a_body_that_becomes_a_form_travels_otherwise() {
    let changes = edited(|spec| {
        let operation = &mut spec["paths"]["/v4/group_open_http_svc/import_group_msg"]["post"];
        let content = operation["requestBody"]["content"].as_object_mut().unwrap();
        let json = content.remove("application/json").unwrap();
        content.insert("application/x-www-form-urlencoded".to_owned(), json);
    });
    assert!(!changes.is_empty());
    for change in &changes {
        assert_eq!(change.kind.code, "parameter-moved", "{change:?}");
        assert_eq!(change.detail, "body → body, as a form");
    }
}

#[test]
fn a_document_with_errors_is_refused() {
    let bad =
        document(SECOND.replace("#/components/schemas/GroupId", "#/components/schemas/Group"));
    for (old, new) in [(&bad, &document(SECOND)), (&document(SECOND), &bad)] {
        let findings = diff(old, new).unwrap_err();
        assert!(
            findings.to_string().contains("nothing is called `Group`"),
            "{findings}"
        );
    }
}

/// Every member of a document left out, one at a time: each difference is found the same way from both sides, and nothing panics.
#[test]
fn any_member_may_go_or_come() {
    let good: Value = serde_json::from_str(GOOD).unwrap();
    let whole = document(GOOD);
    let (mut compared, mut noticed) = (0, 0);
    for pointer in members(&good) {
        let Some(less) = without(&good, &pointer) else {
            continue;
        };
        compared += 1;
        let gone = diff(&whole, &less).unwrap();
        let come = diff(&less, &whole).unwrap();
        assert_eq!(
            gone.changes.is_empty(),
            come.changes.is_empty(),
            "{pointer}"
        );
        noticed += usize::from(!gone.changes.is_empty());
    }
    assert!(compared > 100 && noticed > 60, "{noticed} of {compared}");
}

/// The document without one member; `None` where it has errors then.
fn without(good: &Value, pointer: &str) -> Option<Document> {
    let mut value = good.clone();
    let (parent, key) = pointer.rsplit_once('/')?;
    let key = key.replace("~1", "/").replace("~0", "~");
    value.pointer_mut(parent)?.as_object_mut()?.remove(&key)?;
    let document = Document::parse("less.json", value.to_string()).ok()?;
    (!has_errors(&check(&document))).then_some(document)
}

#[test]
fn chosen_names_are_told_as_rust_writes_them() {
    let named = |ty: &str, field: &str, row: &str| {
        edited(|spec| {
            schema(spec, "TextContent")["x-bindery-name"] = json!(ty);
            let post = "/paths/~1v4~1group_open_http_svc~1import_group_msg/post";
            let post = spec.pointer_mut(post).unwrap();
            post["x-bindery-errors"][0]["name"] = json!(row);
            let body = "/requestBody/content/application~1json/schema/properties/RecentContactFlag";
            post.pointer_mut(body).unwrap()["x-bindery-name"] = json!(field);
        })
    };
    let said = |changes: &[Change]| -> Vec<_> {
        let told = changes.iter();
        let told = told.map(|change| format!("{}: {}", change.kind.code, change.detail));
        told.collect()
    };
    assert_eq!(
        said(&named(
            "text_content",
            "RecentContactFlag",
            "invalid_parameter"
        )),
        [""; 0]
    );
    assert_eq!(
        said(&named("plain_text", "raiseFlag", "bad_parameter")),
        [
            "member-renamed: recent_contact_flag → raise_flag",
            "error-renamed: InvalidParameter → BadParameter",
            "type-renamed: TextContent → PlainText",
        ]
    );
}

/// JSON Pointers to all members of all objects.
fn members(value: &Value) -> Vec<String> {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(i, value)| (i.to_string(), value))
            .collect(),
        _ => Vec::new(),
    };
    let pointers = children.into_iter().flat_map(|(token, value)| {
        let below = members(value).into_iter();
        let below: Vec<_> = below.map(|rest| format!("/{token}{rest}")).collect();
        std::iter::once(format!("/{token}")).chain(below)
    });
    pointers.collect()
}

#[test]
fn the_documentation_lists_every_kind() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/diff.md");
    let page = std::fs::read_to_string(page).unwrap();
    let listed: Vec<&str> = page
        .lines()
        .filter(|line| line.starts_with("| `"))
        .collect();
    let rows = kinds().map(|kind| {
        format!(
            "| `{}` | {} | {} | {} |",
            kind.code, kind.side, kind.step, kind.meaning
        )
    });
    assert_eq!(listed, rows.collect::<Vec<_>>());
}

#[test]
fn lists_of_themselves_have_an_end() {
    for schema in [
        r##"{ "type": "array", "items": { "$ref": "#/components/schemas/Tree" } }"##,
        r##"{ "oneOf": [{ "$ref": "#/components/schemas/Tree" }, { "type": "null" }] }"##,
    ] {
        let text = |schema: &str| {
            format!(
                r##"{{ "openapi": "3.1.0", "info": {{ "title": "Trees", "version": "1" }},
                "paths": {{ "/tree": {{ "get": {{ "operationId": "tree", "responses": {{ "200": {{ "description": "It.",
                "content": {{ "application/json": {{ "schema": {{ "$ref": "#/components/schemas/Tree" }} }} }} }} }} }} }} }},
                "components": {{ "schemas": {{ "Tree": {schema} }} }} }}"##
            )
        };
        let changes = |new: &str| between(&text(schema), &text(new)).changes;
        assert!(changes(schema).is_empty(), "{schema}");
        assert!(!changes(r#"{ "type": "string" }"#).is_empty());
    }
}

/// The changes between two sets of links that close a group: of a kind that the operation applies to.
fn links_between(old: &str, new: &str) -> Vec<Change> {
    let query = |name: &str| json!({ "name": name, "in": "query", "schema": { "type": "string" } });
    let text = |links: &str| {
        let done = json!({ "204": { "description": "Done." } });
        let body = json!({ "type": "object", "properties": { "group": { "type": "string" } } });
        json!({
            "openapi": "3.1.0", "info": { "title": "Groups", "version": "1" },
            "paths": { "/groups": {
                "get": { "operationId": "read", "responses": { "204": { "description": "Done.", "links": "LINKS" } } },
                "post": {
                    "operationId": "close", "responses": done, "parameters": [query("why"), query("by")],
                    "x-bindery-applies": { "kinds": "#/components/schemas/Kind", "of": "/group", "takes": ["Open"], "code": 1 },
                    "requestBody": { "content": { "application/json": { "schema": body } } }
                },
                "put": {
                    "operationId": "shut", "responses": done, "parameters": [query("group")],
                    "x-bindery-applies": { "kinds": "#/components/schemas/Kind", "of": "/group", "takes": ["Open"], "code": 1 },
                    "requestBody": { "required": true, "content": { "application/json": { "schema": body } } }
                }
            } },
            "components": { "schemas": { "Kind": { "type": "string", "enum": ["Open"] } } }
        })
        .to_string()
        .replace(r#""LINKS""#, links)
    };
    between(&text(old), &text(new)).changes
}

#[test]
fn the_order_of_what_a_link_gives_is_no_change_of_its_method() {
    let one = r#"{ "on": { "operationId": "close", "parameters": { "why": "a", "by": "b" } } }"#;
    let other = r#"{ "on": { "operationId": "close", "parameters": { "by": "b", "why": "a" } } }"#;
    assert_eq!(
        codes(&links_between("{}", one)),
        ["link-added", "description-changed"]
    );
    assert_eq!(codes(&links_between(one, other)), ["description-changed"]);
}

#[test]
fn a_link_that_names_the_resource_of_a_kind_is_no_method() {
    let link = r#"{ "on": { "operationId": "shut", "parameters": { "group": "a" } } }"#;
    assert_eq!(codes(&links_between("{}", link)), ["description-changed"]);
}
