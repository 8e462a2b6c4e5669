mod im {
    bindery::bindings! {
        spec = "../../../spec/tencent-im.json"
        operations = [import_group_msg]
    }
}

fn main() {}
