pub fn get(id: &str) -> Result<api::GetParcel, bindery::TextError> {
    Ok(api::GetParcel::new(id.parse()?))
}
