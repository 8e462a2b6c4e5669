pub fn step() -> api::Step {
    api::Step::new("hub")
}
