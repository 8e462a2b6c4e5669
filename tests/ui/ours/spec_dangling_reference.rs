mod shop {
    bindery::bindings! { spec = "../specs/dangling_reference.json" }
}

fn main() {
    let _: Option<shop::Shop> = None;
}
