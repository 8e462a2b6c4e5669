mod im {
    bindery::bindings! {
        spec = "../../../spec/tencent-im.json",
        sides = "client",
    }
}

fn main() {}
