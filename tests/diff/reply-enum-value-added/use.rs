pub fn is_done(state: &api::State) -> bool {
    match state {
        api::State::Done => true,
        api::State::New | api::State::Unknown(_) => false,
        _ => false,
    }
}
