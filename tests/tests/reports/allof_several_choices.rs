//! Several choices that all have to be made of one value: none of them is lost for the sake of the first.

use bindery::json::{self, Json};

mod api {
    bindery::bindings! { spec = "../../fixtures/reports/allof-several-choices.json", sides = [client, server] }
}

use api::{Chosen, ChosenMode, OpBeside, OpKeywords, OpParts};

fn read<T: json::Decode + json::Encode>(text: &str) -> T {
    let value = json::decode(text.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(json::encode(&value)).unwrap(), text);
    value
}

#[test]
fn values_of_all_of_them_are_kept_whole() {
    let text = r#"{"v":{"p":1,"w":"s"}}"#;
    let values: [Json; 3] = [
        read::<OpParts>(text).v,
        read::<OpBeside>(text).v,
        read::<OpKeywords>(text).v,
    ];
    assert!(values.iter().all(|it| it.as_str() == r#"{"p":1,"w":"s"}"#));
}

#[test]
fn what_is_a_branch_already_has_been_chosen() {
    let chosen: Chosen = read(r#"{"data":{"p":1},"mode":"y"}"#);
    assert_eq!((chosen.data.p, chosen.mode), (1, Some(ChosenMode::Y)));
    assert!(json::decode::<Chosen>(br#"{"data":{"q":"s"},"mode":null}"#).is_err());
}

#[test]
fn lists_with_null_have_what_both_list() {
    assert_eq!(read::<Chosen>(r#"{"data":{"p":1},"mode":null}"#).mode, None);
    let other: Chosen = read(r#"{"data":{"p":1},"mode":"x"}"#);
    assert!(matches!(other.mode, Some(ChosenMode::Unknown(_))));
}
