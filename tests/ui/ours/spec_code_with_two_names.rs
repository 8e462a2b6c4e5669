mod shop {
    bindery::bindings! { spec = "../specs/code_with_two_names.json" }
}

fn main() {
    let _: Option<shop::Shop> = None;
}
