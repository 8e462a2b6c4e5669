pub fn id(reply: <api::SendParcel as bindery::Operation>::Reply) -> i64 {
    reply.id
}
