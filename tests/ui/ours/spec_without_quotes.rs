mod im {
    bindery::bindings! { spec = tencent_im }
}

fn main() {}
