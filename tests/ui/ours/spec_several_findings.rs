mod shop {
    bindery::bindings! { spec = "../specs/several_findings.json" }
}

fn main() {
    let _: Option<shop::Shop> = None;
}
