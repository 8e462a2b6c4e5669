pub const MAIN: &str = api::Server::Main.url();
