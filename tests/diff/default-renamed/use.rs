pub fn hint(reply: &api::SendParcelReply) -> &str {
    reply.hint_or_default()
}
