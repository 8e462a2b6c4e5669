//! Why a sandbox does not start.

use std::error::Error;
use std::net::SocketAddr;
use std::{fmt, io};

use bindery::sign::SignError;

/// Why a sandbox does not start.
#[derive(Debug)]
#[non_exhaustive]
pub enum StartError {
    /// It was started outside a tokio runtime with its I/O driver.
    NoRuntime,
    /// The address cannot be listened on.
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the operating system says.
        error: io::Error,
    },
    /// An app has no administrator.
    NoAdmin {
        /// The app.
        sdk_app_id: u32,
    },
    /// An app's key or an administrator's identifier cannot sign.
    App {
        /// The app.
        sdk_app_id: u32,
        /// What is wrong with it.
        error: SignError,
    },
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoRuntime => f.write_str(
                "no tokio runtime here; start the sandbox inside one that has I/O enabled",
            ),
            Self::Listen { address, error } => write!(
                f,
                "cannot listen on {address}: {error}; port 0 takes any free port"
            ),
            Self::NoAdmin { sdk_app_id } => {
                write!(f, "app {sdk_app_id} has no administrator; name one")
            }
            Self::App { sdk_app_id, error } => write!(f, "app {sdk_app_id}: {error}"),
        }
    }
}

impl Error for StartError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Listen { error, .. } => Some(error),
            Self::App { error, .. } => Some(error),
            Self::NoRuntime | Self::NoAdmin { .. } => None,
        }
    }
}
