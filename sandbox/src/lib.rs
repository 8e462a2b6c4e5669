//! An embedded stand-in for the Tencent Cloud IM server API.
//!
//! It listens on the loopback, keeps all state in memory, and answers the operations of [`tencent_im`] by the rules of
//! the public documents, with their codes. It implements the server trait that is generated from the same document as
//! the client. Where the documents leave something open, [`SandboxBuilder`] has a switch.
//!
//! ```
//! use tencent_im::{Client, ImportGroup, ImportableGroupType};
//! use tencent_im_sandbox::Sandbox;
//!
//! # #[tokio::main(flavor = "current_thread")]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let sandbox = Sandbox::start().await?;
//! let client = Client::builder(sandbox.credentials()).base_url(sandbox.base_url()).build()?;
//! let made = client.send(ImportGroup::new(ImportableGroupType::Public, "Hikers")).await?;
//! assert_eq!(sandbox.group(made.group_id.as_str()).unwrap().name, "Hikers");
//! # Ok(())
//! # }
//! ```
//!
//! Three things differ from the service, whatever the switches: accounts need not be imported, a topic exists once a
//! message is imported into it, and nothing outlives the [`Sandbox`].

mod admit;
mod builder;
mod clock;
mod conversation;
mod demo;
mod error;
mod faults;
mod groups;
mod history;
mod http;
mod import_group;
mod import_msg;
mod rates;
mod refusal;
mod sandbox;
mod seed;
mod service;
mod snapshot;
mod state;
mod switches;

pub use builder::SandboxBuilder;
pub use clock::{Clock, ManualClock, SystemClock};
pub use demo::{DEMO_ADMIN, DEMO_APP_ID, DEMO_KEY};
pub use error::StartError;
pub use faults::Fault;
pub use sandbox::Sandbox;
pub use seed::GroupSeed;
pub use snapshot::{GroupSnapshot, StoredMessage};
pub use switches::{AfterRefusal, EqualSendTime, Repeat};

/// Keeps the example of the README compiling.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
