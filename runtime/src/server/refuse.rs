//! What a handler returns when the answer is no.

/// A refusal: which error, and the words for it.
///
/// ```
/// use bindery::server::Refuse;
/// # #[derive(Debug, PartialEq)] enum SendParcelError { TooHeavy }
/// let refuse = Refuse::from(SendParcelError::TooHeavy).message("31 kg, at most 30 are taken");
/// assert_eq!(refuse.error, SendParcelError::TooHeavy);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refuse<E> {
    /// Which error.
    pub error: E,
    /// The message; empty says nothing.
    pub message: String,
}

impl<E> Refuse<E> {
    /// The same with a message.
    #[must_use]
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = message.into();
        self
    }
}

impl<E> From<E> for Refuse<E> {
    fn from(error: E) -> Self {
        Self {
            error,
            message: String::new(),
        }
    }
}
