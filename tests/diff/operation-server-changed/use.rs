pub fn name(server: api::OperationServer) -> &'static str {
    match server {
        api::OperationServer::Upload => server.url(),
        _ => "other",
    }
}
