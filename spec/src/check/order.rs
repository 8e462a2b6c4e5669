//! `x-bindery-order` sorts by something the items have.

use crate::check::lookup;
use crate::check::pointers::{self, Side};
use crate::document::Document;
use crate::extension::{Extension, Order};
use crate::finding::Finding;
use crate::value::Value;

/// Checks the extension on one schema, if it is there.
pub(super) fn check(document: &Document, schema: &Value, findings: &mut Vec<Finding>) {
    // What is wrong with the extension itself has been said where its place was checked.
    let Some(order) = Order::of(schema, &mut Vec::new()) else {
        return;
    };
    if let Some(items) = lookup::items(document, schema) {
        pointers::leads_somewhere(document, &[items], &order.by, Side::Item, findings);
    }
}
