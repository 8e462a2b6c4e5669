#![deny(deprecated)]

mod shapes {
    bindery::bindings! { spec = "../../fixtures/shapes.json" }
}

fn main() {
    let _ = shapes::PartState::Worn;
}
