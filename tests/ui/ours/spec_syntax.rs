mod shop {
    bindery::bindings! { spec = "../specs/syntax.json" }
}

fn main() {
    let _: Option<shop::Shop> = None;
}
