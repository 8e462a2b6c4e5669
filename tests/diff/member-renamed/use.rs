pub fn note(parcel: &api::SendParcel) -> Option<&str> {
    parcel.note.as_deref()
}
