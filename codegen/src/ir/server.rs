//! Where the service is.

/// A documented URL.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) docs: String,
}

/// The servers that operations have of their own: an enum with a variant for each that calls go to.
#[derive(Debug, Default)]
pub(crate) struct OperationServers {
    pub(crate) name: String,
    pub(crate) servers: Vec<Server>,
    /// Paths of the document's servers without a host, where an operation's server is relative to one.
    pub(crate) paths: Vec<String>,
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
