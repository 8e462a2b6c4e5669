//! The x-bindery vocabulary, typed. Each reader judges the shape of its own extension only;
//! whether it stands in the right place and fits the schemas around it is [`check`](crate::check)'s affair.

mod applies;
mod code;
mod envelope;
mod errors;
mod fields;
mod limit;
mod order;
mod plain;
mod results;
mod retry;
mod signer;
mod time;

pub use applies::Applies;
pub use code::{Code, CodeValue, Scalar};
pub use envelope::{Envelope, OperationEnvelope, StatusField};
pub use errors::{
    ErrorFamilies, ErrorFamily, ErrorRow, FamilyRow, OperationError, OperationErrors, RetryClass,
    Unlisted,
};
pub use limit::Limit;
pub use order::Order;
pub use plain::{MaxBytes, Name, Private, RustName, Secret};
pub use results::Results;
pub use retry::{ResendClass, Retry};
pub use signer::{Algorithm, Signer};
pub use time::{Time, TimeUnit};

use crate::finding::Finding;
use crate::value::Value;

/// An extension of the vocabulary.
///
/// ```
/// use bindery_spec::{Document, Extension, Limit};
///
/// let text = r#"{ "openapi": "3.1.0", "x-bindery-limit": { "calls": 200, "seconds": 1 } }"#;
/// let document = Document::parse("api.json", text.to_owned()).unwrap();
/// let mut findings = Vec::new();
/// let limit = Limit::of(&document.root, &mut findings).unwrap();
/// assert_eq!((limit.calls, limit.seconds), (200, 1));
/// assert!(findings.is_empty());
/// ```
pub trait Extension: Sized {
    /// The key it stands under.
    const KEY: &'static str;

    /// Reads the extension's own value. Whatever is wrong with it is added to the findings;
    /// `None` where too much is wrong to go on.
    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self>;

    /// Reads the extension from the object it belongs to; `None` also where it is absent.
    fn of(owner: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        Self::read(owner.get(Self::KEY)?, findings)
    }
}
