pub fn build(key: bindery::sign::ApiKey) {
    let _ = api::Client::builder(key);
}
