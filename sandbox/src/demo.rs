//! The app that every sandbox has unless another is named. Its key is public and proves nothing anywhere else.

/// The `SDKAppID` of the demo app.
pub const DEMO_APP_ID: u32 = 1_400_000_000;

/// The key of the demo app: the one the published sample programs show.
pub const DEMO_KEY: &str = "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e";

/// The administrator of the demo app.
pub const DEMO_ADMIN: &str = "administrator";
