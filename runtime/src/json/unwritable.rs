//! Values that JSON cannot hold: noted where they would stand, and told by their pointer. Nothing here runs for any other value.

use super::{Reader, Writer};
use crate::check::{Rule, Segment, Violation};

/// Why a number cannot be written.
pub(crate) const NOT_FINITE: &str = "NaN and infinities are no numbers of JSON";

/// Why JSON that was made of a value cannot be sent.
pub(crate) const NOT_JSON: &str = "it was made of a value that JSON cannot hold, such as NaN";

impl Writer {
    /// Leaves out a value that JSON cannot hold, so that what is written must not be sent.
    #[cold]
    pub(crate) fn unwritable(&mut self, why: &'static str) {
        self.separate();
        self.faults.push((self.text.len(), why));
        self.text.push_str("null");
    }

    /// Says that the JSON which comes next lacks something.
    #[cold]
    pub(crate) fn lacking(&mut self) {
        self.faults.push((self.text.len(), NOT_JSON));
    }

    /// Says that the value of the member whose name was just written must not be sent.
    #[cold]
    pub(super) fn taken(&mut self) {
        let why = "a member of that name is declared: set its own field";
        self.faults.push((self.text.len(), why));
    }

    /// Whether something must not be sent.
    pub(crate) fn has_faults(&self) -> bool {
        !self.faults.is_empty()
    }

    /// What must not be sent, each below `outer`.
    pub(crate) fn faults(&self, outer: Option<&Segment>) -> Vec<Violation> {
        let faults = self.faults.iter().map(|(at, why)| {
            let mut path = Vec::from_iter(outer.cloned());
            path.extend(steps(&self.text[..*at]));
            Violation::new(Rule::Json, path, (*why).to_owned())
        });
        faults.collect()
    }
}

/// The way to what follows `text`, the beginning of JSON.
fn steps(text: &str) -> Vec<Segment> {
    let mut steps = Vec::new();
    let mut is_name = false;
    let mut at = 0;
    while let Some(byte) = text.as_bytes().get(at) {
        match byte {
            b'{' => {
                steps.push(Segment::Member(String::new()));
                is_name = true;
            }
            b'[' => steps.push(Segment::Index(0)),
            b'}' | b']' => {
                steps.pop();
            }
            b',' => match steps.last_mut() {
                Some(Segment::Index(index)) => *index += 1,
                _ => is_name = true,
            },
            b'"' => {
                let mut reader = Reader::over(&text[at..]);
                let Ok(string) = reader.string() else {
                    break;
                };
                at += reader.place();
                if is_name && let Some(step) = steps.last_mut() {
                    *step = Segment::Member(string.into_owned());
                }
                is_name = false;
                continue;
            }
            _ => {}
        }
        at += 1;
    }
    steps
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_to_a_place_in_a_text() {
        let pointer =
            |text: &str| -> String { steps(text).iter().map(Segment::to_string).collect() };
        assert_eq!(pointer(""), "");
        assert_eq!(pointer(r#"{"a":"#), "/a");
        assert_eq!(pointer(r#"{"a":{"x,\"[{":[1,"y:{",["#), r#"/a/x,"[{/2/0"#);
        assert_eq!(
            pointer(r#"{"a":[[],{}], "b" : {"~/":[{"c":[1]},"#),
            "/b/~0~1/1"
        );
    }
}
