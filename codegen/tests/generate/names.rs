//! Names of the values of enums.

use crate::support::{bodies, document, member, warnings};

/// The variants of an enum of these values, each with its value: `Name=value`.
fn names(values: &[&str], beside: &str) -> Vec<String> {
    let listed: Vec<_> = values.iter().map(|it| format!("{it:?}")).collect();
    let schema = format!(
        r#"{{ "type": "string", "enum": [{}] {beside} }}"#,
        listed.join(",")
    );
    let text = member(&schema, "");
    let (_, rest) = text.0.split_once("as_str(&self)").unwrap();
    let (arms, _) = rest.split_once("listed_enum!").unwrap();
    let mut arms: Vec<_> = arms.split("=>").collect();
    arms.pop();
    let names = arms
        .iter()
        .map(|arm| arm.trim().rsplit("::").next().unwrap().to_owned());
    names.collect()
}

#[test]
fn names_tell_what_the_values_tell_apart() {
    for (values, wanted) in [
        (&["+1", "-1"][..], &["Plus1", "Minus1"][..]),
        (
            &["<", "<=", ">", ">=", "=", "!="],
            &[
                "Less",
                "LessOrEqual",
                "Greater",
                "GreaterOrEqual",
                "Equal",
                "NotEqual",
            ],
        ),
        (&["created", "-created"], &["Created", "MinusCreated"]),
        (
            &["Etc/GMT+1", "Etc/GMT-1", "Etc/GMT"],
            &["EtcSlashGMTPlus1", "EtcSlashGMTMinus1", "EtcGmt"],
        ),
        (&["mW", "MW"], &["mW", "MW"]),
        (
            &["a-b", "a_b", "a b", "a.b"],
            &["ADashB", "AUnderscoreB", "ASpaceB", "ADotB"],
        ),
        (&["FOO_BAR", "foo_bar"], &["FOOBAR", "FooBar"]),
        // Names that were good stay.
        (
            &["-created", "in-progress", "unknown", "v2.1"],
            &["Created", "InProgress", "Unknown2", "V21"],
        ),
    ] {
        assert_eq!(names(values, ""), wanted);
        let backwards: Vec<_> = values.iter().rev().copied().collect();
        let mut found = names(&backwards, "");
        found.reverse();
        assert_eq!(found, wanted, "in another order");
    }
}

#[test]
fn names_beside_an_enum_are_obeyed() {
    let beside = r#", "x-enum-varnames": ["IN_STOCK", "Gone", "per-cent"], "x-enum-descriptions": ["There.", "Not there.", "Some."]"#;
    assert_eq!(
        names(&["0", "1", "%"], beside),
        ["InStock", "Gone", "PerCent"]
    );
    let beside = r#", "x-enumNames": ["A", "A", "B"]"#;
    assert_eq!(names(&["x", "y", "z"], beside), ["X", "Y", "B"]);
    for odd in [r#"["A"]"#, r#"["A", 1]"#, r#""A""#] {
        let schema =
            format!(r#"{{ "type": "string", "enum": ["x", "y"], "x-enum-varnames": {odd} }}"#);
        let text = document("", &bodies(&schema, "{}"), "");
        assert_eq!(warnings(&text), ["enum-names"]);
    }
}
