pub fn is_other(error: &api::SendParcelError) -> bool {
    matches!(error, api::SendParcelError::Other(_))
}
