mod shop {
    bindery::bindings! {
        spec = "../specs/wrong_part.json",
        operations = [open],
    }
}

fn main() {
    let _: Option<shop::Open> = None;
}
