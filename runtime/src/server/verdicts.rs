//! The payload of an answer that carries a verdict for each item.

use crate::json::{Encode, Writer};
use crate::outcome::{Answer, Results};

/// Verdicts at their place in the reply, and the reply's other members.
#[derive(Debug)]
pub struct Verdicts<'a, T, R> {
    /// Where the verdicts stand.
    pub results: &'a Results,
    /// One for each item, in order.
    pub answers: &'a [Answer<T>],
    /// The other members.
    pub rest: &'a R,
}

impl<T: Encode, R: Encode> Encode for Verdicts<'_, T, R> {
    fn encode_fields(&self, w: &mut Writer) {
        self.nested(self.results.verdicts, w);
        self.rest.encode_fields(w);
    }
}

impl<T: Encode, R> Verdicts<'_, T, R> {
    fn nested(&self, path: &[&str], w: &mut Writer) {
        match path {
            [] => {}
            [name] => {
                w.name(name);
                self.array(w);
            }
            [name, deeper @ ..] => {
                w.name(name);
                w.begin_object();
                self.nested(deeper, w);
                w.end_object();
            }
        }
    }

    fn array(&self, w: &mut Writer) {
        w.begin_array();
        for answer in self.answers {
            w.begin_object();
            w.name(self.results.code);
            answer.code.encode(w);
            answer.value.encode_fields(w);
            w.end_object();
        }
        w.end_array();
    }
}
