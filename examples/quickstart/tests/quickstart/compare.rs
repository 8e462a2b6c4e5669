//! Every way in which what came back can differ from what was sent.

use bindery::json;
use quickstart::compare::{Difference, Number, What, compare};
use quickstart::history::History;
use quickstart::im::{HistoryMessage, ImportedMessage};

/// Three messages as a history has them; each is its own random number, second and text.
fn sent() -> Vec<ImportedMessage> {
    let line = |n| {
        format!(
            r#"{{"group":"g","from":"lin","time":{n},"random":{n},"body":[{{"text":"t{n}"}},{{"face":{{"index":{n},"data":"f"}}}}]}}"#
        )
    };
    let text = [line(1), line(2), line(3)].join("\n");
    History::read(text.as_bytes())
        .unwrap()
        .groups
        .remove(0)
        .messages
}

/// Message `n` as the service gives it back.
fn stored(n: u32) -> String {
    format!(
        r#"{{"From_Account":"lin","IsPlaceMsg":0,"MsgBody":[{{"MsgType":"TIMTextElem","MsgContent":{{"Text":"t{n}"}}}},{{"MsgType":"TIMFaceElem","MsgContent":{{"Index":{n},"Data":"f"}}}}],"MsgRandom":{n},"MsgSeq":{n},"MsgTimeStamp":{n}}}"#
    )
}

fn differences(stored: &[String]) -> Vec<Difference> {
    let stored: Vec<HistoryMessage> =
        json::decode(format!("[{}]", stored.join(",")).as_bytes()).unwrap();
    compare(&sent(), &stored)
}

/// What is found when message 2 comes back with `from` replaced by `to`.
fn changed(from: &str, to: &str) -> Vec<Difference> {
    let second = stored(2);
    assert!(second.contains(from));
    differences(&[stored(1), second.replace(from, to), stored(3)])
}

fn of(random: u32, what: What) -> Difference {
    Difference {
        message: Number::Random(Some(random)),
        what,
    }
}

#[test]
fn the_same_has_no_difference() {
    assert_eq!(differences(&[stored(1), stored(2), stored(3)]), []);
}

#[test]
fn lost_doubled_and_foreign_messages() {
    assert_eq!(differences(&[stored(1), stored(3)]), [of(2, What::Missing)]);
    assert_eq!(
        differences(&[stored(1), stored(2), stored(2), stored(3)]),
        [of(2, What::Repeated(2))]
    );
    let foreign = Difference {
        message: Number::Seq(9),
        what: What::Unexpected,
    };
    assert_eq!(
        differences(&[stored(1), stored(2), stored(3), stored(9)]),
        [foreign]
    );
}

#[test]
fn order() {
    assert_eq!(
        differences(&[stored(2), stored(1), stored(3)]),
        [of(2, What::Order)]
    );
    assert_eq!(
        differences(&[stored(2), stored(3), stored(1)]),
        [of(2, What::Order)]
    );
}

#[test]
fn sender_and_time() {
    assert_eq!(changed(r#""lin""#, r#""bao""#), [of(2, What::Sender)]);
    assert_eq!(
        changed(r#""From_Account":"lin","#, ""),
        [of(2, What::Sender)]
    );
    assert_eq!(
        changed(r#""MsgTimeStamp":2"#, r#""MsgTimeStamp":3"#),
        [of(2, What::Time)]
    );
}

#[test]
fn elements() {
    assert_eq!(changed(r#""t2""#, r#""t2 ""#), [of(2, What::Element(0))]);
    assert_eq!(
        changed(r#""Index":2,"#, r#""Index":0,"#),
        [of(2, What::Element(1))]
    );
    assert_eq!(changed(r#","Data":"f""#, ""), [of(2, What::Element(1))]);
    assert_eq!(
        changed("TIMFaceElem", "TIMCustomElem"),
        [of(2, What::Element(1))]
    );
    assert_eq!(
        changed(
            r#"{"MsgType":"TIMTextElem","#,
            r#"{},{"MsgType":"TIMTextElem","#
        ),
        [of(2, What::Element(0))]
    );
    assert_eq!(
        changed(r#"}],"MsgRandom""#, r#"},{}],"MsgRandom""#),
        [of(2, What::Element(2))]
    );
}

#[test]
fn a_place_without_its_message() {
    assert_eq!(
        changed(r#""IsPlaceMsg":0"#, r#""IsPlaceMsg":1"#),
        [of(2, What::Gone)]
    );
}

#[test]
fn a_difference_names_the_message_and_not_what_it_says() {
    assert_eq!(
        changed("t2", "x")[0].to_string(),
        "the message with random number 2 differs in element 0"
    );
}
