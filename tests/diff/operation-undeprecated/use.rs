pub fn get(id: api::ParcelId) -> api::GetParcel {
    api::GetParcel::new(id).verbose(true)
}
