pub fn table() -> &'static str {
    api::SendParcel::TEXT_X_CSV_2.media_type()
}
