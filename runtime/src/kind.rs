//! Ids that carry, in their type, what kind of resource they name.
//! Which operation takes which kind is generated from the spec's `x-bindery-applies`.

use std::marker::PhantomData;

/// The kind of a resource nobody has stated: the service decides.
#[derive(Debug, Clone, Copy)]
pub enum AnyKind {}

/// The id of a resource whose kind `K` the caller knows.
///
/// Give it where an id is asked for: an operation that does not take the kind then does not compile.
pub struct Of<I, K> {
    id: I,
    kind: PhantomData<K>,
}

impl<I, K> Of<I, K> {
    /// States that `id` names a resource of kind `K`.
    pub const fn new(id: I) -> Self {
        Of {
            id,
            kind: PhantomData,
        }
    }

    /// The id without its kind.
    pub fn id(&self) -> &I {
        &self.id
    }
}

impl<I: Clone, K> Clone for Of<I, K> {
    fn clone(&self) -> Self {
        Of::new(self.id.clone())
    }
}

impl<I: std::fmt::Debug, K> std::fmt::Debug for Of<I, K> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.id.fmt(f)
    }
}

/// An id, with or without a stated kind.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an id of type `{I}`",
    label = "not a `{I}`",
    note = "ids are made with `{I}::new`, or with `literal!` where the text is known; `Of<{I}, kind>` says of what kind"
)]
pub trait Handle<I> {
    /// The kind, [`AnyKind`] where none was stated.
    type Kind;

    /// The id.
    fn into_id(self) -> I;
}

// Told what other types are their own ids, a reader learns nothing.
#[diagnostic::do_not_recommend]
impl<I> Handle<I> for I {
    type Kind = AnyKind;

    fn into_id(self) -> I {
        self
    }
}

impl<I, K> Handle<I> for Of<I, K> {
    type Kind = K;

    fn into_id(self) -> I {
        self.id
    }
}

/// Says that the operation with this request takes resources of kind `K`.
///
/// One trait for all operations, and not a generated one for each: where a crate says `no_implicit_prelude`, generated code
/// cannot name the attribute that words the message.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not take ids of kind `{K}`",
    label = "not of this kind",
    note = "the service refuses it; an id alone, without `Of`, says nothing of its kind"
)]
pub trait Takes<K> {}
