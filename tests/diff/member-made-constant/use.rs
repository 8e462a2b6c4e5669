pub fn via(parcel: &api::SendParcel) -> &str {
    &parcel.via
}
