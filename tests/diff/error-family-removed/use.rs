pub fn is_down(error: &api::SendParcelError) -> bool {
    matches!(error, api::SendParcelError::General(api::GeneralError::Down))
}
