pub fn text(address: &api::Address) -> String {
    address.to_string()
}
