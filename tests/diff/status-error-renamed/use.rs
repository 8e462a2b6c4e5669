pub fn reason(error: &api::GetParcelError) -> Option<&str> {
    match error {
        api::GetParcelError::NotFound(body) => Some(&body.reason),
        _ => None,
    }
}
