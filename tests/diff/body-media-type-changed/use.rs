pub fn parcel() -> api::SendParcel {
    api::SendParcel::new("ann")
}
