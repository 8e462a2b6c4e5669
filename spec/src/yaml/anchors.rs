//! Values with an anchor, and how many copies of them a text may ask for.

use std::collections::HashMap;

use crate::value::{Kind, Value};

/// What every text may copy, in bytes.
const FREE: usize = 1 << 20;
/// What a text may copy beyond that, as a multiple of its own length: enough for every text written by people, and
/// little enough that aliases of aliases end early.
const TIMES: usize = 16;
/// What a value costs beside its text.
const VALUE: usize = 16;

pub(super) struct Anchors {
    kept: HashMap<usize, Kept>,
    /// The bytes that may yet be copied.
    left: usize,
}

struct Kept {
    value: Value,
    size: Size,
}

#[derive(Clone, Copy)]
struct Size {
    bytes: usize,
    depth: usize,
}

impl Anchors {
    pub(super) fn for_text(text: &str) -> Self {
        Self {
            kept: HashMap::new(),
            left: FREE + TIMES * text.len(),
        }
    }

    /// Keeps the value of an anchor; `false` where that is more than the text may copy.
    pub(super) fn keep(&mut self, anchor: usize, value: &Value) -> bool {
        let size = Size::of(value);
        let paid = self.pay(size);
        if paid {
            let value = value.clone();
            self.kept.insert(anchor, Kept { value, size });
        }
        paid
    }

    /// How many collections are nested in the value of an anchor; `None` where its end has not been read.
    pub(super) fn depth(&self, anchor: usize) -> Option<usize> {
        Some(self.kept.get(&anchor)?.size.depth)
    }

    /// A copy of the value of an anchor; `None` where that is more than the text may copy.
    pub(super) fn copy(&mut self, anchor: usize) -> Option<Value> {
        let size = self.kept.get(&anchor)?.size;
        let paid = self.pay(size);
        let kept = self.kept.get(&anchor)?;
        paid.then(|| kept.value.clone())
    }

    fn pay(&mut self, size: Size) -> bool {
        let left = self.left.checked_sub(size.bytes);
        self.left = left.unwrap_or_default();
        left.is_some()
    }
}

impl Size {
    fn of(value: &Value) -> Self {
        let mut size = Self {
            bytes: VALUE,
            depth: 0,
        };
        match &value.kind {
            Kind::Null | Kind::Bool(_) => {}
            Kind::Number(text) | Kind::String(text) => size.bytes += text.len(),
            Kind::Array(items) => items.iter().for_each(|item| size.hold(item)),
            Kind::Object(members) => {
                for member in members {
                    size.bytes += member.key.len();
                    size.hold(&member.value);
                }
            }
        }
        size.depth += usize::from(matches!(value.kind, Kind::Array(_) | Kind::Object(_)));
        size
    }

    fn hold(&mut self, inner: &Value) {
        let inner = Self::of(inner);
        self.bytes += inner.bytes;
        self.depth = self.depth.max(inner.depth);
    }
}
