mod shop {
    bindery::bindings! { spec = "../specs/misspelt_extension.json" }
}

fn main() {
    let _: Option<shop::Shop> = None;
}
