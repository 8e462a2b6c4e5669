pub fn items(parcel: api::SendParcel) -> bindery::List<api::Item, 1, 3> {
    parcel.items
}
