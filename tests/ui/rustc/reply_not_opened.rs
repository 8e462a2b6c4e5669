mod parcel {
    bindery::bindings! { spec = "../../fixtures/parcel.json", operations = [get_parcel] }
}

async fn look(client: parcel::Client, request: parcel::GetParcel) {
    let reply = client.open(request);
    let _ = reply.await;
}

fn main() {}
