//! What proves who is calling.

/// What a client asks for to be built.
#[derive(Debug, Default)]
pub(crate) enum Credentials {
    #[default]
    None,
    /// The runtime's type for the one scheme there is.
    One(Kind),
    /// A type of the bindings' own.
    Several(Keyring),
}

/// Credentials of several schemes.
#[derive(Debug)]
pub(crate) struct Keyring {
    /// The type's name.
    pub(crate) name: String,
    pub(crate) schemes: Vec<Scheme>,
    /// What may be held: a constructor for each.
    pub(crate) combinations: Vec<Combination>,
}

/// A security scheme.
#[derive(Debug)]
pub(crate) struct Scheme {
    /// Its name in the document.
    pub(crate) key: String,
    /// The Rust name of its argument.
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) kind: Kind,
}

/// Schemes that go together.
#[derive(Debug)]
pub(crate) struct Combination {
    /// The Rust name of its constructor.
    pub(crate) name: String,
    /// Indices of the schemes.
    pub(crate) schemes: Vec<usize>,
}

/// What a scheme asks of callers.
#[derive(Debug, Clone)]
pub(crate) enum Kind {
    UserSig,
    Bearer,
    Basic,
    /// A key in `query`, `header` or `cookie`, and its name there.
    ApiKey {
        place: String,
        name: String,
    },
}
