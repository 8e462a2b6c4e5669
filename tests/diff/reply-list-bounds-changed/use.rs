pub fn steps(reply: <api::GetParcel as bindery::Operation>::Reply) -> Option<Vec<String>> {
    reply.steps
}
