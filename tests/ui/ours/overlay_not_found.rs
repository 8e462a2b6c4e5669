mod shop {
    bindery::bindings! {
        spec = "../specs/shop.json",
        overlay = "../specs/lost.overlay.json",
        operations = [open],
    }
}

fn main() {
    let _: Option<shop::Open> = None;
}
