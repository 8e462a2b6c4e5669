pub fn name(server: api::Server) -> &'static str {
    match server {
        api::Server::Main => "main",
        api::Server::Spare => "spare",
        _ => "other",
    }
}
