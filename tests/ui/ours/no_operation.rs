mod im {
    bindery::bindings! {
        spec = "../../../spec/tencent-im.json",
        operations = [],
    }
}

fn main() {}
