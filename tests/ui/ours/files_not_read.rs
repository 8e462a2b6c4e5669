mod shop {
    bindery::bindings! {
        spec = "../specs/several_files.json",
        operations = [open],
    }
}

fn main() {
    let _: Option<shop::Open> = None;
}
