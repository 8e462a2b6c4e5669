pub fn odd() -> api::Colour {
    api::Colour::Unknown("x".to_owned())
}
