pub fn is_busy(error: &api::SendParcelError) -> bool {
    match error {
        api::SendParcelError::Busy => true,
        api::SendParcelError::NotFound | api::SendParcelError::Other(_) => false,
        _ => false,
    }
}
