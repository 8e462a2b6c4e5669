pub fn id(reply: &api::SendParcelReply) -> Option<i64> {
    reply.id
}
