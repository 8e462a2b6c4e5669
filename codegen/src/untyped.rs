//! Places of a document whose values are any JSON in bindings.

use bindery_spec::Span;

/// A place whose values bindings keep as any JSON, or may have to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub struct Untyped {
    /// Where it stands.
    pub span: Span,
    /// Why there is no type for them, in words.
    pub why: String,
    /// Whether the document says no more of them itself, as `{}` does. Else something that it says is lost.
    pub said: bool,
}
