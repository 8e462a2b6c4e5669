#![deny(deprecated)]

mod shapes {
    bindery::bindings! { spec = "../../fixtures/shapes.json", operations = [assemble] }
}

fn worn() {
    let _ = shapes::Assemble::builder().old("7");
}

fn main() {}
