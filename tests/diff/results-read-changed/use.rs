pub fn torn() -> api::SendParcelItemError {
    api::SendParcelItemError::Torn
}
