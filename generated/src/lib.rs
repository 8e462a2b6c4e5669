//! Strongly typed bindings for the Tencent Cloud IM server API: a wrong call does not compile or does not leave, and a
//! failure is matched, not parsed.
//!
//! The operations in this crate are generated, and checked in, from `spec/tencent-im.json` of
//! [bindery](https://github.com/bindery-rs/bindery); no macro runs when it is built. What they lean on is the crate
//! [`bindery`], re-exported here.
//!
//! # Importing messages
//!
//! ```no_run
//! use tencent_im::{
//!     Client, GroupId, ImportElement, ImportGroupMsg, ImportedMessage, Region, TextContent, UnixSeconds, UserId,
//!     UserSigCredentials, Verdict,
//! };
//!
//! # async fn example() -> Result<(), Box<dyn std::error::Error>> {
//! let key = std::env::var("TENCENT_IM_KEY")?;
//! let credentials = UserSigCredentials::new(1_400_000_000, "administrator", key)?;
//! let client = Client::builder(credentials).base_url(Region::Singapore).build()?;
//!
//! // The service drops a message whose number came before: these do not repeat. Keep each with its message.
//! let numbers = bindery::Distinct::new();
//! let message = ImportedMessage::builder()
//!     .from_account(UserId::new("ada")?)
//!     .send_time(UnixSeconds::from_secs(1_620_892_821))
//!     .msg_body([ImportElement::from(TextContent::new("hello"))])
//!     .random(numbers.u32())
//!     .build();
//! let request = ImportGroupMsg::builder()
//!     .group_id(GroupId::new("@TGS#2J4SZEAEL")?)
//!     .msg_list([message])
//!     .build();
//!
//! // The call was accepted; each message has a verdict of its own.
//! for item in client.send(request).await?.into_items() {
//!     match item.verdict {
//!         Verdict::Done(receipt) => println!("stored as number {:?}", receipt.msg_seq),
//!         Verdict::Refused(refused) => println!("{:?} was refused: {:?}", item.sent, refused.error),
//!         Verdict::Unconfirmed(_) => println!("{:?} was dropped as a repeat, as it seems", item.sent),
//!         _ => println!("no verdict for {:?}: look before sending it again", item.sent),
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! `base_url` takes a [`Region`] or any URL, `http://127.0.0.1:8080` included, so that tests run against
//! `tencent-im-sandbox`. [`Outcome::into_result`](bindery::Outcome::into_result) makes an error of a call of which not
//! every item is done.
//!
//! # Done, not done, unknown
//!
//! An [`Error`] says which of three things happened, through [`Error::done`]. Only [`Done::No`] means that the call may
//! be made again as it is: after [`Done::Unknown`] the service may have acted, and a second call may act twice.
//!
//! ```
//! use tencent_im::{Done, Error, GeneralError, ImportGroupMsgError};
//!
//! fn advice(error: &Error<ImportGroupMsgError>) -> &'static str {
//!     match error.refusal() {
//!         Some(ImportGroupMsgError::GroupNotFound) => "leave this group out",
//!         Some(ImportGroupMsgError::General(GeneralError::NotAdmin)) => "sign as an administrator",
//!         _ if error.done() == Done::Unknown => "read the group before sending again",
//!         _ => "see the message",
//!     }
//! }
//! ```
//!
//! Every documented code is a variant with its meaning and what to do; a code nobody documented is kept as it came.
//!
//! # Answering
//!
//! [`Service`] and [`serve`] are the other side of the same operations, for stand-ins in tests.
//!
//! # Features
//!
//! - `hyper` (default): HTTP and TLS over hyper-util and tokio. Without it, hand the client's builder a
//!   [`Transport`](bindery::Transport) and a [`Timer`](bindery::Timer) of your own.
//! - `reqwest`: the same over reqwest: more crates, and more time a call. Use it with `default-features = false`, or hand the
//!   builder a `ReqwestTransport`.

#[rustfmt::skip]
#[allow(
    clippy::doc_markdown,
    clippy::items_after_statements,
    clippy::needless_pass_by_value,
    clippy::struct_field_names,
    clippy::too_many_lines,
    clippy::unreadable_literal,
    reason = "words, numbers and sizes are the spec's; nobody reads the text itself"
)]
mod im;

pub use bindery;
pub use bindery::sign::UserSigCredentials;
pub use bindery::{Done, Error, List, Of, Outcome, UnixSeconds, Verdict};
pub use im::Server as Region;
pub use im::*;
