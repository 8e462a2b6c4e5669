pub fn item() -> api::Item {
    api::Item::new("lamp")
}
