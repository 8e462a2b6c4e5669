mod parcel {
    bindery::bindings! { spec = "../../fixtures/parcel.json", operations = [get_parcel] }
}

async fn look(client: tencent_im::Client, request: parcel::GetParcel) {
    let _ = client.send(request).await;
}

fn main() {}
