//! The transport that tests over sockets use: hyper-util's.

use bindery::{HyperTransport, Transport};

pub(crate) fn plain_http() -> impl Transport {
    HyperTransport::plain_http().unwrap()
}
