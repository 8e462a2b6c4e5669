pub fn other(code: bindery::Code) -> api::SendParcelError {
    api::SendParcelError::Other(code)
}
