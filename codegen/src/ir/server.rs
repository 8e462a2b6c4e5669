//! Where the service is.

/// A documented URL.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) docs: String,
}

/// A documented URL of which the caller gives a part: a type of its own.
#[derive(Debug)]
pub(crate) struct ServerTemplate {
    pub(crate) name: String,
    pub(crate) docs: String,
    /// The URL, its variables in braces.
    pub(crate) url: String,
    /// Whether the caller gives the host.
    pub(crate) relative: bool,
    pub(crate) variables: Vec<ServerVariable>,
}

/// A variable of such a URL.
#[derive(Debug)]
pub(crate) struct ServerVariable {
    pub(crate) wire: String,
    /// The name of its field.
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) default: String,
    /// The enum of what it may be; `None` for any text.
    pub(crate) values: Option<ServerValues>,
}

/// An enum of what a variable may be.
#[derive(Debug)]
pub(crate) struct ServerValues {
    pub(crate) name: String,
    /// Rust names and values.
    pub(crate) variants: Vec<(String, String)>,
}
