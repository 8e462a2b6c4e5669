//! The table.

use std::collections::BTreeMap;
use std::time::Duration;

use bindery::Code;
use quickstart::compare::{Difference, Number, What};
use quickstart::report::{GroupReport, Phase, Report};

fn group(name: &str, sent: usize, refused: &[(i64, usize)], missing: usize) -> GroupReport {
    let refused: BTreeMap<_, _> = refused
        .iter()
        .map(|&(code, count)| (Code::from(code), count))
        .collect();
    let stored = sent - missing;
    let missing = Difference {
        message: Number::Random(Some(7)),
        what: What::Missing,
    };
    GroupReport {
        name: name.to_owned(),
        sent,
        stored,
        refused,
        read_back: stored,
        differences: vec![missing; sent - stored],
    }
}

fn report(groups: Vec<GroupReport>) -> Report {
    let phase = |calls, millis| Phase {
        calls,
        elapsed: Duration::from_millis(millis),
    };
    Report {
        groups,
        import: phase(300, 1_500),
        reading: phase(90, 400),
    }
}

#[test]
fn a_row_for_each_group_and_one_for_all() {
    let report = report(vec![
        group("game-night", 1_200, &[], 0),
        group("a", 12, &[(10_004, 2), (80_002, 1)], 3),
    ]);
    assert!(!report.is_equal());
    assert_eq!(
        report.to_string(),
        "\
group          sent   stored  read back  different  refused
game-night     1200     1200       1200          0  none
a                12        9          9          3  2 with 10004, 1 with 80002
total          1212     1209       1209          3  2 with 10004, 1 with 80002

import     300 calls in 1.50 s, 200 a second
read back  90 calls in 0.40 s
a: the message with random number 7 is missing
a: the message with random number 7 is missing
a: the message with random number 7 is missing
"
    );
}

#[test]
fn many_differences_are_cut_and_counted() {
    let report = report(vec![group("a", 40, &[], 30)]).to_string();
    assert_eq!(report.matches("is missing").count(), 10);
    assert!(report.ends_with("a: 20 more\n"));
}

#[test]
fn no_difference_is_equal() {
    assert!(report(vec![group("a", 40, &[], 0)]).is_equal());
}
