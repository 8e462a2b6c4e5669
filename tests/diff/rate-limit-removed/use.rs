pub fn make(to: api::Address, item: api::Item, content: api::Content) -> api::SendParcel {
    api::SendParcel::builder().to(to).items([item]).content(content).build()
}
