//! The transport that tests over sockets use: reqwest's.

use bindery::{ReqwestTransport, Transport};

#[allow(dead_code, reason = "each suite uses one of the two")]
pub(crate) fn plain_http() -> impl Transport {
    ReqwestTransport::plain_http().unwrap()
}

#[allow(dead_code, reason = "each suite uses one of the two")]
pub(crate) fn of_the_system() -> impl Transport {
    ReqwestTransport::new().unwrap()
}
