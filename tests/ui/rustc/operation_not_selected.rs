mod im {
    bindery::bindings! { spec = "../../../spec/tencent-im.json", operations = [import_group] }
}

fn main() {
    let _ = im::ImportGroupMsg::builder();
}
