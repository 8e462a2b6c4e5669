pub fn due(parcel: &api::SendParcel) -> Option<bindery::UnixSeconds> {
    parcel.due
}
