pub fn table() -> &'static str {
    api::SendParcel::TEXT_CSV.media_type()
}
