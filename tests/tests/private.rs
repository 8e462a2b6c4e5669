//! `x-bindery-private`, wherever it stands: `Debug` shows the length, and `reveal` the whole.

use bindery::{Error, RetryPolicy, Reveal};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;

mod diary {
    bindery::bindings! { spec = "../fixtures/private.json" }
}

use diary::{Client, Write, WriteError};

const PAGE: &str = r#"{"public":"open","title":"hid-title","word":"hid-word","shown":"plain","second":"hid-second",
    "lines":["hid-line"],"by":{"hid-key":"hid-value"},"age":4815162342,"nick":"hid-nick","friends":["hid-friend"],
    "mood":{"word":"hid-mood","by":"hid-by"},"either":"hid-either","or_null":"hid-null","joined":"hid-joined"}"#;

const HIDDEN: [&str; 14] = [
    "hid-title",
    "hid-word",
    "hid-second",
    "hid-line",
    "hid-key",
    "hid-value",
    "4815162342",
    "hid-nick",
    "hid-friend",
    "hid-mood",
    "hid-by",
    "hid-either",
    "hid-null",
    "hid-joined",
];

async fn sent(status: u16, body: &str) -> Result<diary::Page, Error<WriteError>> {
    let script = Script::default();
    script.answers(status, body.to_owned());
    let client = Client::builder(bindery::__private::NoAuth)
        .transport(script)
        .timer(Clock::default())
        .retries(RetryPolicy::never())
        .build()
        .unwrap();
    client.send(write()).await
}

fn write() -> Write {
    Write::builder()
        .person("hid-person")
        .public("open")
        .title("hid-title")
        .word(diary::Word::from_static("hid-word"))
        .lines(["hid-line".to_owned()])
        .device(diary::Word::from_static("hid-device"))
        .build()
}

#[tokio::test]
async fn a_reply_shows_lengths() {
    let page = sent(200, PAGE).await.unwrap();
    let text = format!("{page:?}");
    for hidden in HIDDEN {
        assert!(!text.contains(hidden), "{hidden}: {text}");
    }
    for shown in [
        r#"public: "open""#,
        "title: [9 characters]",
        "word: [8 characters]",
        r#"shown: Some("plain")"#,
        "second: Some([10 characters])",
        "lines: [1 item]",
        "by: [1 item]",
        "age: [private]",
        "nick: Some([8 characters])",
        "friends: Some([[10 characters]])",
        "mood: [private]",
    ] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
    let text = format!("{:?}", page.reveal());
    for hidden in HIDDEN {
        assert!(text.contains(hidden), "{hidden}: {text}");
    }
    assert!(text.contains(r#"title: "hid-title""#), "{text}");
}

#[test]
fn a_request_and_its_builder_show_lengths() {
    let write = write();
    let begun = Write::builder().person("hid-person").title("hid-title");
    let text = format!("{write:?} {begun:?}");
    assert!(!text.contains("hid-"), "{text}");
    assert!(text.contains("person: [10 characters]"), "{text}");
    let text = format!("{:?} {:?}", write.reveal(), begun.reveal());
    for shown in ["hid-person", "hid-device", "hid-title", "hid-line"] {
        assert!(text.contains(shown), "{shown}: {text}");
    }
}

#[tokio::test]
async fn errors_show_lengths() {
    let broken = PAGE.replace(r#""open""#, "1");
    for (status, body) in [(409, PAGE), (409, &broken), (200, &broken), (500, PAGE)] {
        let error = sent(status, body).await.unwrap_err();
        let text = format!("{error} {error:?}");
        for hidden in HIDDEN {
            assert!(!text.contains(hidden), "{status} {hidden}: {text}");
        }
    }
    let error = sent(409, PAGE).await.unwrap_err();
    assert!(format!("{:?}", error.reveal()).contains("hid-title"));
}
