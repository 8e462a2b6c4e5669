mod parcel {
    bindery::bindings! {
        spec = "../../fixtures/parcel.json",
        operations = [create_parcel, get_parcel],
        sides = [client, server],
    }
}

fn main() {
    let code = parcel::DoorCode::new("4711").unwrap();
    assert_eq!(format!("{code:?}"), "DoorCode(redacted)");
}
