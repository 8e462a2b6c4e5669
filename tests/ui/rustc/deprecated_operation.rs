#![deny(deprecated)]

mod shapes {
    bindery::bindings! { spec = "../../fixtures/shapes.json", operations = [scrap] }
}

fn request() -> shapes::Scrap {
    shapes::Scrap::new("7")
}

fn main() {}
