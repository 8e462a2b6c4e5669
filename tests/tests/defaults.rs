//! Defaults: given by a method where a reply leaves a member out, told where a request does, and never sent.

use bindery::json;

mod both {
    bindery::bindings! { spec = "../fixtures/defaults.json", sides = [client, server] }
}

const SOURCE: &str = include_str!("../fixtures/defaults.json");

fn page(text: &str) -> both::Page {
    json::decode(text.as_bytes()).expect("a page")
}

#[test]
fn an_absent_member_has_its_default_and_stays_absent() {
    let page = page(r#"{"always":3}"#);
    assert_eq!(page.size_or_default_2(), 20);
    assert!(page.size_or_default_or_default());
    assert!((page.ratio_or_default() - 1.0).abs() < f64::EPSILON);
    assert_eq!(page.type_or_default(), "plain \"page\"");
    assert_eq!(page.order_or_default(), &both::Order::Up);
    assert_eq!(page.reverse_or_default(), &both::Order::Down);
    assert_eq!(page.level_or_default(), &both::ListLevel::N2);
    assert_eq!((page.many_or_default(), page.some_or_default()), (100, 12));
    assert_eq!(page.size, None);
    assert_eq!(json::encode(&page), br#"{"always":3}"#);
}

#[test]
fn a_member_that_is_there_is_given_as_it_came() {
    let page = page(r#"{"always":3,"size":7,"type":"x","order":"across","size_or_default":false}"#);
    assert_eq!(page.size_or_default_2(), 7);
    assert!(!page.size_or_default_or_default());
    assert_eq!(page.type_or_default(), "x");
    assert_eq!(page.order_or_default().as_str(), "across");
}

#[test]
fn what_is_no_value_of_the_type_is_only_told() {
    let document =
        bindery_spec::Document::parse("defaults.json", SOURCE.to_owned()).expect("a document");
    let generated = bindery_codegen::generate(&document, &bindery_codegen::Options::default());
    let source = generated.expect("bindings").source;
    for silent in ["tags", "always", "none", "perhaps", "large", "odd", "other"] {
        assert!(
            !source.contains(&format!("fn {silent}_or_default")),
            "{silent}"
        );
    }
    for told in [
        " Sets `size`: How many. Default: `20`.",
        " Default: `[\"a\", \"b\"]`.",
        " Default: `\"sideways\"`.",
    ] {
        assert!(source.contains(&format!("{told:?}")), "{told}");
    }
    assert!(
        !source.contains("Default: `11`."),
        "a required member has none"
    );
}
