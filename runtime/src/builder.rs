//! The type state of generated builders: a required field's type parameter holds its value.
//! Generated code makes them; name them where a builder that is not finished is kept or passed on. They stand in the
//! compiler's messages, which would write their whole path were they hidden.

use std::fmt;
use std::marker::PhantomData;

/// Stands for the required field `F` until its setter is called.
pub struct Unset<F>(PhantomData<F>);

impl<F> Unset<F> {
    /// The state every required field starts in.
    pub const NEW: Self = Unset(PhantomData);
}

impl<F> fmt::Debug for Unset<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(not set)")
    }
}

/// Holds the value of a required field.
#[derive(Debug)]
pub struct Set<T>(pub T);

/// Says that the required field `F` of `S` has its value, of type `T`.
#[diagnostic::on_unimplemented(
    message = "required field `{F}` of `{S}` is not set",
    label = "a required field is missing",
    note = "the builder has a setter for every required field: call it before this"
)]
pub trait Given<S, F, T> {
    /// The value.
    fn take(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<S, F, T> Given<S, F, T> for Set<T> {
    fn take(self) -> T {
        self.0
    }
}
