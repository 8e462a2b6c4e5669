pub fn text(text: String) -> api::Content {
    text.into()
}
