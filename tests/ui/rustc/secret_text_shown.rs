mod parcel {
    bindery::bindings! { spec = "../../fixtures/parcel.json", operations = [create_parcel] }
}

fn log(code: &parcel::DoorCode) {
    println!("the door opens with {code}");
}

fn main() {}
