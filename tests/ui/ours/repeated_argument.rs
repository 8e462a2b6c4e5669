mod im {
    bindery::bindings! {
        spec = "../../../spec/tencent-im.json",
        spec = "tencent-im.json",
    }
}

fn main() {}
