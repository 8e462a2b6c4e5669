pub fn state(reply: <api::GetParcel as bindery::Operation>::Reply) -> api::State {
    reply.state
}
