//! Which rules are broken, and where: the path of the value that is being looked at, and what was found on the way.

use super::{Rule, Violation, Violations};

#[derive(Debug, Default)]
pub(super) struct Report {
    path: String,
    found: Vec<Violation>,
}

impl Report {
    /// Goes to the member `name`, and says where it came from. A name comes from the spec, so its `/` are pointer separators
    /// already. The whole body has none.
    pub(super) fn enter(&mut self, name: &str) -> usize {
        let outer = self.path.len();
        if !name.is_empty() {
            self.path.push('/');
            self.path.push_str(name);
        }
        outer
    }

    /// Goes back to where [`enter`](Report::enter) came from.
    pub(super) fn leave(&mut self, outer: usize) {
        self.path.truncate(outer);
    }

    pub(super) fn add(&mut self, rule: Rule, message: String) {
        self.found.push(Violation {
            pointer: self.path.clone(),
            message,
            rule,
        });
    }

    pub(super) fn finish(self) -> Result<(), Violations> {
        if self.found.is_empty() {
            Ok(())
        } else {
            Err(Violations(self.found))
        }
    }
}
