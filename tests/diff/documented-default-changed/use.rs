pub fn with_note(parcel: api::SendParcel) -> Option<String> {
    parcel.note
}
