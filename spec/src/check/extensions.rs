//! Extensions key by key: known, in their place, well formed. Looks at no schema.

use crate::check::place::{Place, VOCABULARY};
use crate::check::slips::Slips;
use crate::extension::{
    Applies, Envelope, ErrorFamilies, Extension, Limit, MaxBytes, OperationEnvelope,
    OperationErrors, Order, Private, Results, Retry, RustName, Secret, Signer, Time,
};
use crate::finding::Finding;
use crate::suggest;
use crate::value::{Member, Value};

const PREFIX: &str = "x-bindery";

/// Checks every extension among the members of an object.
pub(super) fn check(place: Place, members: &[Member], slips: Slips, findings: &mut Vec<Finding>) {
    for member in members.iter().filter(|member| member.key.starts_with("x-")) {
        match VOCABULARY.iter().find(|(key, _)| *key == &*member.key) {
            Some((_, places)) if places.contains(&place) => {
                read(place, &member.key, &member.value, findings);
            }
            Some((_, places)) => findings.push(misplaced(place, places, member)),
            None => {
                let finding = unknown(member, findings);
                findings.extend(finding.map(|it| slips.judge(it, "bindings pass it over")));
            }
        }
    }
}

/// Other vocabularies' extensions are none of ours, unless the prefix is a slip of the pen away.
fn unknown(member: &Member, before: &[Finding]) -> Option<Finding> {
    let word = member.key.strip_prefix("x-")?.split('-').next()?;
    if !member.key.starts_with(PREFIX) && suggest::nearest(word, ["bindery"]).is_none() {
        return None;
    }
    let message = format!("unknown extension `{}`", member.key);
    let finding = Finding::error("unknown-extension", member.key_span, message);
    let names = VOCABULARY.iter().map(|(key, _)| *key);
    Some(match suggest::did_you_mean(&member.key, names, before) {
        Some(label) => finding.label(label),
        None => finding.help("the vocabulary is listed in docs/vocabulary.md"),
    })
}

fn misplaced(place: Place, places: &[Place], member: &Member) -> Finding {
    let message = format!("`{}` does not belong on {}", member.key, place.described());
    let mut words: Vec<_> = places.iter().map(|place| place.described()).collect();
    words.dedup();
    let label = format!("it belongs on {}", alternatives(&words));
    Finding::error("misplaced-extension", member.key_span, message).label(label)
}

/// `a`, `a or b`, `a, b or c`.
fn alternatives(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}

fn read(place: Place, key: &str, value: &Value, findings: &mut Vec<Finding>) {
    fn run<T: Extension>(value: &Value, findings: &mut Vec<Finding>) {
        T::read(value, findings);
    }
    let reader: fn(&Value, &mut Vec<Finding>) = match (key, place) {
        (Envelope::KEY, Place::Document) => run::<Envelope>,
        (Envelope::KEY, _) => run::<OperationEnvelope>,
        (ErrorFamilies::KEY, Place::Components) => run::<ErrorFamilies>,
        (ErrorFamilies::KEY, _) => run::<OperationErrors>,
        (Results::KEY, _) => run::<Results>,
        (Limit::KEY, _) => run::<Limit>,
        (Retry::KEY, _) => run::<Retry>,
        (MaxBytes::KEY, _) => run::<MaxBytes>,
        (Order::KEY, _) => run::<Order>,
        (Time::KEY, _) => run::<Time>,
        (Applies::KEY, _) => run::<Applies>,
        (Signer::KEY, _) => run::<Signer>,
        (Secret::KEY, _) => run::<Secret>,
        (Private::KEY, _) => run::<Private>,
        (RustName::KEY, _) => run::<RustName>,
        _ => return,
    };
    reader(value, findings);
}
