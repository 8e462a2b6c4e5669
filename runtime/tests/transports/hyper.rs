//! The transport that tests over sockets use: the default one, hyper-util's.

use bindery::{HyperTransport, Transport};

#[allow(dead_code, reason = "each suite uses one of the two")]
pub(crate) fn plain_http() -> impl Transport {
    HyperTransport::plain_http().unwrap()
}

#[allow(dead_code, reason = "each suite uses one of the two")]
pub(crate) fn of_the_system() -> impl Transport {
    HyperTransport::new().unwrap()
}
