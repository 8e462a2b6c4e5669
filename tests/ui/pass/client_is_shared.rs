mod parcel {
    bindery::bindings! { spec = "../../fixtures/parcel.json", operations = [get_parcel] }
}

fn shared<T: Clone + Send + Sync + 'static>() {}

fn main() {
    shared::<tencent_im::Client>();
    shared::<parcel::Client>();
}
