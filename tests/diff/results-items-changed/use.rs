pub fn first(reply: <api::SendParcel as bindery::Operation>::Reply) -> Option<api::Item> {
    reply.into_items().into_iter().next().map(|item| item.sent)
}
