mod shop {
    bindery::bindings! {
        spec = "../specs/shop.json",
        overlay = "../specs/broken.overlay.json",
        operations = [open],
    }
}

fn main() {
    let _: Option<shop::Open> = None;
}
