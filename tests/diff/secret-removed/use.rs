pub fn text(address: &api::Address) -> &str {
    address.expose()
}
