pub fn get(id: api::ParcelId, owner: api::OwnerId) -> api::GetParcel {
    let large: bindery::Of<api::ParcelId, api::kind::Large> = bindery::Of::new(id);
    api::GetParcel::new(large, owner)
}
