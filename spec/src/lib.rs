//! What an API is, as its spec says it: an `OpenAPI` 3.1 document in JSON with the x-bindery vocabulary.
//!
//! [`Document::parse`] reads a text into a tree whose every value knows its place; [`check`] finds all that is
//! wrong with it at once, each [`Finding`] with the lines in question; the types of [`extension`] read the
//! vocabulary. Pure: prints nothing, reads no files but through [`disk`], and depends on no other crate, because every user of
//! the macro builds this one. The features are for the command: `tools` compares and tidies up, `yaml` reads `YAML` too.
//!
//! ```
//! use bindery_spec::{Document, check};
//!
//! let text = r#"{
//!   "openapi": "3.1.0",
//!   "info": { "title": "Demo", "version": "1" },
//!   "x-bindery-limits": { "calls": 200 },
//!   "paths": {}
//! }"#;
//! let document = Document::parse("api.json", text.to_owned()).unwrap();
//! let findings = check(&document);
//! assert_eq!(findings[0].code, "unknown-extension");
//! assert!(document.render(&findings[0]).contains("--> api.json:4:3"));
//! ```

pub mod accept;
mod beside;
pub mod body;
mod check;
#[cfg(feature = "tools")]
mod diff;
pub mod disk;
mod document;
pub mod extension;
mod files;
mod finding;
pub mod header;
mod identifier;
mod integer;
mod json;
mod keys;
pub mod link;
#[cfg(feature = "tools")]
mod lint;
mod made;
pub mod media_type;
pub mod multipart;
pub mod names;
pub mod operation;
mod overlay;
pub mod parameter;
pub mod plain;
pub mod pointer;
mod reference;
mod render;
pub mod replies;
pub mod schema;
pub mod security;
pub mod server;
mod source;
mod span;
pub mod status;
mod suggest;
pub mod template;
mod value;
mod width;
pub mod words;
#[cfg(feature = "yaml")]
mod yaml;

pub use check::{check, check_strictly};
#[cfg(feature = "tools")]
pub use diff::{Change, ChangeKind, Diff, Side, Step, diff, kinds};
pub use document::{Document, Findings, has_errors};
pub use extension::{
    Algorithm, Applies, Code, CodeValue, Envelope, ErrorFamilies, ErrorFamily, ErrorRow, Extension,
    FamilyRow, Limit, MaxBytes, Name, OperationEnvelope, OperationError, OperationErrors, Order,
    Private, ResendClass, Results, Retry, RetryClass, RustName, Scalar, Secret, Signer,
    StatusField, Time, TimeUnit, Unlisted,
};
pub use files::{FileText, ForeignSchema};
pub use finding::{Finding, Severity};
pub use identifier::is_keyword;
#[cfg(feature = "tools")]
pub use lint::{Matches, lint, lint_with};
pub use pointer::Pointer;
pub use source::Source;
pub use span::Span;
pub use suggest::nearest;
pub use value::{Kind, Member, Value};
pub use words::words;
