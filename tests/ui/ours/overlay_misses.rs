mod shop {
    bindery::bindings! {
        spec = "../specs/shop.json",
        overlay = "../specs/misses.overlay.json",
        operations = [open],
    }
}

fn main() {
    let _: Option<shop::Open> = None;
}
