pub fn build() {
    let _ = api::Client::builder(api::Credentials::key_and_user("k", "u", "p"));
}
