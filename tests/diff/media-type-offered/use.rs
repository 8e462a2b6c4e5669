pub fn id(reply: &api::SendParcelReply) -> i64 {
    reply.id
}
