pub fn place(step: &api::Step) -> &str {
    &step.place
}
