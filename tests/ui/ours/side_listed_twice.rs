mod im {
    bindery::bindings! {
        spec = "../../../spec/tencent-im.json",
        sides = [client, client],
    }
}

fn main() {}
