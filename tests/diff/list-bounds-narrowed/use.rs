pub fn make(to: api::Address, items: [api::Item; 3], content: api::Content) -> api::SendParcel {
    api::SendParcel::builder().to(to).items(items).content(content).build()
}
