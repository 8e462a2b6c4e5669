pub fn reason(error: &api::GetParcelError) -> Option<&str> {
    match error {
        api::GetParcelError::ClientError(why) => Some(why),
        _ => None,
    }
}
