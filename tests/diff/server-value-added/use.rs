pub fn url() -> String {
    api::MainServer::new().region(api::MainServerRegion::Us).url()
}
