//! Counting calls, for the documented limit of each operation. A second starts with its first call.

use std::collections::BTreeMap;
use std::time::SystemTime;

use bindery::Meta;

#[derive(Debug, Default)]
pub(crate) struct Rates(BTreeMap<(u32, &'static str), Window>);

#[derive(Debug)]
struct Window {
    start: SystemTime,
    calls: u32,
}

impl Rates {
    /// Counts a call of an app; whether it keeps the limit.
    pub(crate) fn admit(&mut self, app: u32, operation: &'static Meta, now: SystemTime) -> bool {
        let Some(limit) = operation.limit else {
            return true;
        };
        let window = self.0.entry((app, operation.id)).or_insert(Window {
            start: now,
            calls: 0,
        });
        let over = now
            .duration_since(window.start)
            .is_ok_and(|passed| passed >= limit.per);
        if over {
            *window = Window {
                start: now,
                calls: 0,
            };
        }
        window.calls = window.calls.saturating_add(1);
        window.calls <= limit.calls
    }
}
