pub fn hint(reply: &api::SendParcelReply) -> Option<&str> {
    reply.hint.as_deref()
}
