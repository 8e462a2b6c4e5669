pub fn id(reply: &api::SendParcelReply) -> i64 {
    let api::SendParcelReply { id, .. } = reply;
    *id
}
