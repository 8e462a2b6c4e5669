//! What the status of a failure says by itself (RFC 9110), where the service says no more.

use crate::code::Done;

/// Whether a call may have been done that was answered with this status, which is no success.
pub(super) fn done(status: u16, method: &str) -> Done {
    match status {
        // A redirect often follows what has been done (303 says just that), and proxies give up with 408 or 499 on a service that
        // may still be at work.
        300..=399 | 408 | 460 | 499 if !is_safe(method) => Done::Unknown,
        // Of those from 500 on: no such method or version of HTTP, or a network that asks for a login: the call never came to be.
        300..=499 | 501 | 505 | 511 => Done::No,
        _ => Done::Unknown,
    }
}

/// Whether calls of this method ask, and change nothing.
fn is_safe(method: &str) -> bool {
    ["GET", "HEAD", "OPTIONS", "TRACE", "QUERY"].contains(&method)
}
