//! The transport that tests over sockets use: the default one.

use bindery::{ReqwestTransport, Transport};

pub(crate) fn plain_http() -> impl Transport {
    ReqwestTransport::plain_http().unwrap()
}
