pub fn build() {
    let _ = api::Client::builder(api::Credentials::token("t").and(api::Credentials::user("u", "p")));
}
