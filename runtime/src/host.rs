//! Which hosts are this machine.

use std::net::{Ipv4Addr, Ipv6Addr};

/// Whether what is sent to `host` never leaves this machine: its names, and the addresses that loop back. An IPv6 address may stand
/// in brackets.
pub(crate) fn is_loopback(host: &str) -> bool {
    let address = host.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
    if let Ok(address) = address.unwrap_or(host).parse::<Ipv6Addr>() {
        let mapped = address.to_ipv4_mapped();
        return address.is_loopback() || mapped.is_some_and(|it| it.is_loopback());
    }
    if let Ok(address) = host.parse::<Ipv4Addr>() {
        return address.is_loopback();
    }
    let name = host.strip_suffix('.').unwrap_or(host);
    let last = name.rsplit('.').next().unwrap_or_default();
    last.eq_ignore_ascii_case("localhost")
}
