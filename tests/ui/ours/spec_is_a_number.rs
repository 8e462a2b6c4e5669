mod im {
    bindery::bindings! { spec = 3 }
}

fn main() {}
