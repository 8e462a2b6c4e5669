pub const HOME: api::Address = api::Address::from_static("12 Harbour Street");
