pub fn follow(sent: &api::SendParcel, reply: &api::SendParcelReply) -> Option<api::TrackParcel> {
    sent.link_track(reply)
}
