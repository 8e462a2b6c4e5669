pub const SPARE: &str = api::Server::Spare.url();
