mod im {
    bindery::bindings! { spec = "tencent-mi.json" }
}

fn main() {}
