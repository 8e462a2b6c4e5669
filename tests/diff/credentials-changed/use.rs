pub fn build(key: bindery::sign::Bearer) {
    let _ = api::Client::builder(key);
}
