pub fn make(to: api::Address, items: Vec<api::Item>, content: api::Content) -> api::SendParcel {
    api::SendParcel::builder().to(to).items(items).content(content).build()
}
