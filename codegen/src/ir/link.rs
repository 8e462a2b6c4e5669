//! Links of replies that make the next request.

use super::{Standing, Type, TypeId};

/// A method of a request that makes the one its reply leads to.
#[derive(Debug)]
pub(crate) struct Link {
    pub(crate) name: String,
    pub(crate) docs: String,
    /// What the reply is called among the parameters, and its type, where a value comes from it.
    pub(crate) reply: Option<(String, Type)>,
    /// The request that is made.
    pub(crate) request: TypeId,
    /// What it is given, by the index of its field. What else it requires is asked for.
    pub(crate) given: Vec<(usize, Given)>,
}

/// Where a value comes from.
#[derive(Debug)]
pub(crate) enum Given {
    /// The document has it.
    Constant(Standing),
    Read(Reading),
}

/// The way to a value in a request or in its reply.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) from_reply: bool,
    pub(crate) steps: Vec<Step>,
    pub(crate) taken: Taken,
    /// Whether the text of it is wanted.
    pub(crate) as_text: bool,
}

impl Reading {
    /// Whether what it leads to may be nothing.
    pub(crate) fn may_lack(&self) -> bool {
        let found = |to: &To| matches!(to, To::Item(_) | To::Key(_));
        self.steps
            .iter()
            .any(|step| step.perhaps || found(&step.to))
    }
}

/// How the value at the end is taken.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Taken {
    Copied,
    Cloned,
    /// It is boxed where it stands.
    OutOfBox,
}

/// One step on the way.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) to: To,
    /// Whether what is there may be nothing.
    pub(crate) perhaps: bool,
}

#[derive(Debug)]
pub(crate) enum To {
    /// The whole of a reply.
    Whole,
    Field(String),
    /// A place of a tuple.
    Place(usize),
    Item(usize),
    Key(String),
}
