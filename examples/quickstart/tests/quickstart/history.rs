//! Reading a history, and saying what is wrong with it.

use std::path::Path;

use bindery::UnixSeconds;
use quickstart::history::{Fault, Group, History};
use quickstart::im::{
    CustomContent, FaceContent, ImportElement, ImportedMessage, LocationContent, TextContent,
    UserId,
};

fn read(text: impl AsRef<[u8]>) -> Vec<Group> {
    History::read(text.as_ref()).unwrap().groups
}

fn error(text: impl AsRef<[u8]>) -> String {
    History::read(text.as_ref()).unwrap_err().to_string()
}

fn line(group: &str, time: i64, random: u32) -> String {
    format!(
        r#"{{"group":"{group}","from":"lin","time":{time},"random":{random},"body":[{{"text":"hi"}}]}}"#
    ) + "\n"
}

fn randoms(group: &Group) -> Vec<Option<u32>> {
    group
        .messages
        .iter()
        .map(|message| message.random)
        .collect()
}

#[test]
fn a_line_becomes_a_message() {
    let groups = read(
        r#"{"group":"lunch","from":"lin","time":100,"random":4294967295,"body":[{"text":"吃\u0000"},{"face":{"index":6,"data":"\u0001"}},{"location":{"desc":"here","latitude":0.0,"longitude":-46.5}},{"custom":{"data":"{}","desc":"d","ext":"e"}}]}"#,
    );
    let expected = ImportedMessage::builder()
        .from_account(UserId::new("lin").unwrap())
        .send_time(UnixSeconds::from_secs(100))
        .msg_body([
            ImportElement::from(TextContent::new("吃\0")),
            FaceContent::new().index(6).data("\u{1}").into(),
            LocationContent::new()
                .desc("here")
                .latitude(0.0)
                .longitude(-46.5)
                .into(),
            CustomContent::new().data("{}").desc("d").ext("e").into(),
        ])
        .random(u32::MAX)
        .build();
    assert_eq!(groups[0].id.as_str(), "lunch");
    assert_eq!(groups[0].messages, [expected]);
}

#[test]
fn groups_are_apart_and_in_order_of_time() {
    let text = [
        line("b", 30, 1),
        line("a", 20, 2),
        "\n".to_owned(),
        line("b", 10, 3),
        line("b", 30, 4),
        line("b", 20, 5),
    ];
    let groups = read(text.concat());
    assert_eq!(
        groups
            .iter()
            .map(|group| group.id.as_str())
            .collect::<Vec<_>>(),
        ["a", "b"]
    );
    assert_eq!(randoms(&groups[1]), [Some(3), Some(5), Some(1), Some(4)]);
    assert_eq!(groups[1].created.as_secs(), 9);
}

#[test]
fn only_a_line_feed_ends_a_line() {
    let text = line("a", 1, 1).replace("hi", "one\u{2028}two\u{2029}three\u{85}")
        + &line("a", 2, 2).replace('\n', "\r\n");
    assert_eq!(randoms(&read(text)[0]), [Some(1), Some(2)]);
}

#[test]
fn broken_json_has_line_and_column() {
    assert_eq!(
        error(line("a", 1, 1) + "{\"group\":oops}\n"),
        "the history, line 2: column 10: expected value"
    );
    assert_eq!(
        error(line("a", 1, 1).replace("random", "radnom")),
        "the history, line 1: column 43: unknown field `radnom`, expected one of `group`, `from`, `time`, `random`, `body`"
    );
    assert_eq!(
        error(line("a", 1, 1).replace("text", "sound")),
        "the history, line 1: column 62: unknown variant `sound`, expected one of `text`, `face`, `location`, `custom`"
    );
}

#[test]
fn what_the_service_would_refuse_has_its_line() {
    assert_eq!(
        error(line("a", 1, 1) + &line("a", 2, 1)),
        "the history, line 2: the group has a message with this `random` in line 1 already; give each its own"
    );
    assert_eq!(
        error(line("a", 1, 1).replace(r#"{"text":"hi"}"#, "")),
        "the history, line 1: `body` needs at least one element"
    );
    assert_eq!(
        error(line("a", 1, 1).replace("lin", &"界".repeat(11))),
        "the history, line 1: `UserId` takes at most 32 bytes, not 33"
    );
    assert!(
        error(line("食堂", 1, 1)).starts_with("the history, line 1: `CustomGroupId` must match")
    );
}

#[test]
fn the_same_number_in_two_groups_is_fine() {
    assert_eq!(read(line("a", 1, 1) + &line("b", 1, 1)).len(), 2);
}

#[test]
fn what_cannot_be_read_has_its_line() {
    let text = [line("a", 1, 1).as_bytes(), b"\xff\n"].concat();
    assert_eq!(
        error(text),
        "the history, line 2: stream did not contain valid UTF-8"
    );
    let error = History::open(Path::new("no such file")).unwrap_err();
    assert!(matches!(error.fault, Fault::Read(_)) && error.line == 0);
}

#[test]
fn the_example_holds_what_the_readme_says() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("history.jsonl");
    let groups = History::open(&path).unwrap().groups;
    let messages = || groups.iter().flat_map(|group| &group.messages);
    let elements = || messages().flat_map(|message| &message.msg_body);
    assert_eq!((groups.len(), messages().count()), (5, 2_400));
    assert!(elements().any(
        |element| matches!(element, ImportElement::Text(text) if text.text.contains('\u{2028}'))
    ));
    assert!(elements().any(|element| matches!(element, ImportElement::Face(face) if face.data.as_deref() == Some("abc\0\u{1}"))));
    assert!(elements().any(|element| matches!(element, ImportElement::Location(_))));
    assert!(elements().any(|element| matches!(element, ImportElement::Custom(_))));
    assert!(
        groups[0]
            .messages
            .windows(2)
            .any(|two| two[0].send_time == two[1].send_time)
    );
}
