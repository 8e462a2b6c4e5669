pub type Api = api::Post;
