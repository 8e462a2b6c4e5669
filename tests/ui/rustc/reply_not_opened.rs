mod parcel {
    bindery::bindings! { spec = "../../fixtures/parcel.json", operations = [get_parcel] }
}

fn look(client: parcel::Client, request: parcel::GetParcel) {
    let _reply = client.open(request);
}

fn main() {}
