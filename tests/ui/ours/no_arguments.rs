mod im {
    bindery::bindings! {}
}

fn main() {}
