mod im {
    bindery::bindings! {
        spec = "../../../spec/tencent-im.json",
        operation = [import_group_msg],
    }
}

fn main() {}
