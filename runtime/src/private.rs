//! The only module generated code names. Semver does not cover it.

pub use crate::builder::{Given, Set, Unset};
pub use crate::check::Violations;
pub use crate::check::{Check, Checker};
pub use crate::choice::{closed_choice, open_choice};
pub use crate::client::Client;
pub use crate::code::{Code, CodeFamily, CodeRow, Done, Retry, code_retry, show_code};
pub use crate::envelope::{Envelope, Scalar};
pub use crate::file::FilePart;
pub use crate::json::{
    self, Constant, Decode, DecodeError, Encode, Json, Kind, PassedOver, Reader, Writer, required,
};
pub use crate::kind::{AnyKind, Handle, Of, Takes};
pub use crate::list::List;
pub use crate::listed::show_listed;
pub use crate::operation::{
    Api, Meta, Operation, OperationError, OperationOf, OtherMedia, Param, Parts, RateLimit,
    RawReply, Replies, RetryClass, Style,
};
pub use crate::outcome::{Answer, ItemError, Outcome, Results};
pub use crate::own::{ReadAs, ReplyTo, SendAs, TextType};
pub use crate::pattern::{Pattern, Step};
pub use crate::raw::RawBody;
pub use crate::reveal::{Private, show_members, show_private_text};
pub use crate::secret::Secret;
pub use crate::server;
#[cfg(feature = "usersig")]
pub use crate::sign::UserSigCredentials;
pub use crate::sign::{ApiKey, Basic, Bearer, NoAuth, Schemes, SignError, Signed, Signer};
pub use crate::text::TextRules;
pub use crate::time::{UnixMillis, UnixSeconds};
pub use crate::union::{
    OrJson, closed_plain_union, closed_union, content, members_but, open_plain_union, open_union,
};
pub use crate::upload::Upload;
pub use crate::url::server_url;
pub use crate::{
    __code_enum as code_enum, __doc_text as doc_text, __listed_enum as listed_enum,
    __private_text as private_text, __secret_text as secret_text, __shown_text as shown_text,
    __text_type as text_type,
};
#[cfg(feature = "macros")]
pub use bindery_macros::bindings;
#[cfg(feature = "chrono")]
pub use chrono;
pub use http::{HeaderName, Method};
pub use std::borrow::Cow;
pub use std::boxed::Box;
pub use std::collections::BTreeMap;
pub use std::future::Future;
pub use std::string::{String, ToString};
pub use std::time::Duration;
pub use std::vec::Vec;
#[cfg(feature = "time")]
pub use time;
#[cfg(feature = "url")]
pub use url;
#[cfg(feature = "uuid")]
pub use uuid;

/// What the derives lean on.
pub mod own {
    pub use crate::own::*;
}
