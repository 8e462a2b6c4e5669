//! The kinds of change, one table row each: id, side, step, meaning. No code decides a verdict but these rows.

pub(super) mod api;
pub(super) mod errors;
pub(super) mod members;
pub(super) mod types;

use super::kind::ChangeKind;

/// Every kind of change there is.
///
/// ```
/// let breaking = bindery_spec::kinds().filter(|kind| kind.step == bindery_spec::Step::Major);
/// assert!(breaking.count() > 20);
/// ```
pub fn kinds() -> impl Iterator<Item = &'static ChangeKind> {
    [api::ALL, members::ALL, types::ALL, errors::ALL]
        .into_iter()
        .flatten()
        .copied()
}

/// Constants of kinds, and `ALL` of them.
macro_rules! table {
    ($($name:ident: $code:literal $side:ident $step:ident $meaning:literal;)*) => {
        $(pub(in super::super) const $name: &ChangeKind = &ChangeKind {
            code: $code,
            side: Side::$side,
            step: Step::$step,
            meaning: $meaning,
        };)*
        pub(super) const ALL: &[&ChangeKind] = &[$($name),*];
    };
}
use table;
