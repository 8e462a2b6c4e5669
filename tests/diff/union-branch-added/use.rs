pub fn is_text(content: &api::Content) -> bool {
    match content {
        api::Content::Text(_) => true,
        api::Content::Face(_) => false,
        _ => false,
    }
}
