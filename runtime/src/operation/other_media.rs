//! Other media types that replies are offered in. Names them only; whoever asks for one reads the bytes himself.

use std::fmt;
use std::marker::PhantomData;

/// A media type that the reply to `O` is offered in, beside the one that is read into [`Operation::Reply`](super::Operation::Reply): what
/// [`Client::open_as`](crate::Client::open_as) asks for. Bindings have a constant for each, with the request.
pub struct OtherMedia<O> {
    media_type: &'static str,
    operation: PhantomData<fn() -> O>,
}

impl<O> OtherMedia<O> {
    #[doc(hidden)]
    pub const fn new(media_type: &'static str) -> Self {
        OtherMedia {
            media_type,
            operation: PhantomData,
        }
    }

    /// The media type, as the document has it.
    pub const fn media_type(self) -> &'static str {
        self.media_type
    }
}

impl<O> Clone for OtherMedia<O> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<O> Copy for OtherMedia<O> {}

impl<O> fmt::Debug for OtherMedia<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OtherMedia").field(&self.media_type).finish()
    }
}
