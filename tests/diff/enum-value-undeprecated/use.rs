pub fn name(colour: api::Colour) -> &'static str {
    match colour {
        api::Colour::Red => "red",
        api::Colour::Green => "green",
        _ => "other",
    }
}
