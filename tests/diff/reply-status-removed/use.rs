pub fn seconds(reply: &api::GetParcelReply) -> Option<i64> {
    match reply {
        api::GetParcelReply::Accepted(seconds) => Some(*seconds),
        _ => None,
    }
}
