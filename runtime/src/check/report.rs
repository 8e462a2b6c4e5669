//! Which rules are broken, and where: the path of the value that is being looked at, and what was found on the way.

use super::{Rule, Segment, Violation, Violations};

#[derive(Debug, Default)]
pub(super) struct Report {
    path: Vec<Segment>,
    found: Vec<Violation>,
}

impl Report {
    /// Goes to the member or parameter `name`, and says where it came from. The whole body has no name.
    pub(super) fn enter(&mut self, name: &str) -> usize {
        let outer = self.path.len();
        Segment::of(name, outer == 0, &mut self.path);
        outer
    }

    /// Goes to an item of the list that is being looked at.
    pub(super) fn enter_item(&mut self, index: usize) -> usize {
        self.path.push(Segment::Index(index));
        self.path.len() - 1
    }

    /// Goes back to where [`enter`](Report::enter) came from.
    pub(super) fn leave(&mut self, outer: usize) {
        self.path.truncate(outer);
    }

    pub(super) fn add(&mut self, rule: Rule, message: String) {
        self.found
            .push(Violation::new(rule, self.path.clone(), message));
    }

    pub(super) fn finish(self) -> Result<(), Violations> {
        Violations::join(Ok(()), self.found)
    }
}
