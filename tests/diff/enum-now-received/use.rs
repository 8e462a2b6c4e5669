pub fn twice(colour: api::Colour) -> [api::Colour; 2] {
    [colour, colour]
}
