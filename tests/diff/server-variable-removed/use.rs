pub fn url() -> String {
    api::MainServer::new().base("v2").url()
}
