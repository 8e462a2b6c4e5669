//! Branches that a discriminator tells apart by their names: where they share one list of all tags, and where words beside a
//! reference put it into `allOf`.

use bindery::json;

mod api {
    bindery::bindings! { spec = "../../fixtures/reports/discriminator-by-name.json", sides = [client, server] }
}

use api::{Pet, Ride};

fn read<T: json::Decode + json::Encode>(text: &str) -> T {
    let value = json::decode(text.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(json::encode(&value)).unwrap(), text);
    value
}

#[test]
fn of_a_shared_list_each_branch_has_its_own_name() {
    let dog = read(r#"{"t":"Dog","n":1}"#);
    assert!(matches!(dog, Pet::Dog(it) if it.n == Some(1)));
    let cat = read(r#"{"t":"Cat","n":1}"#);
    assert!(matches!(cat, Pet::Cat(it) if it.n == Some(1)));
    // Listed, and nobody's.
    assert!(matches!(read(r#"{"t":"Cow","n":1}"#), Pet::Unknown(_)));
}

#[test]
fn a_reference_alone_in_all_of_is_the_branch_that_mapping_names() {
    assert!(matches!(read(r#"{"t":"bus","n":1}"#), Ride::Bus(_)));
    assert!(matches!(read(r#"{"t":"car","n":1}"#), Ride::Car(_)));
    assert!(matches!(read(r#"{"t":"Car","n":1}"#), Ride::Unknown(_)));
}
