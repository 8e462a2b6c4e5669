//! Secrets that a service echoes, in spellings of every kind, in answers of every kind.

use std::error::Error as _;

use bindery::sign::Basic;
use bindery::{Client, Error, Rates};
use bytes::Bytes;

use crate::api::{ParcelError, Parcels, SendParcel};
use crate::service::Service;

/// No run of eight of its characters may be shown.
const TOKEN: &str = "s3cr3t/Tok+en \"é\u{1F511}\" %41&b=c\\d~e";

const RUN: usize = 8;

type Spelling = (&'static str, fn(&str) -> String);

fn bytes(text: &str, spell: impl Fn(u8) -> String) -> String {
    text.bytes().map(spell).collect()
}

fn chars(text: &str, spell: impl Fn(char) -> String) -> String {
    text.chars().map(spell).collect()
}

fn units(text: &str, spell: impl Fn(u16) -> String) -> String {
    text.encode_utf16().map(spell).collect()
}

fn percent(text: &str) -> String {
    bytes(text, |byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    })
}

fn json(text: &str) -> String {
    serde_json::to_string(text)
        .unwrap()
        .trim_matches('"')
        .to_owned()
}

fn html(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('"', "&quot;");
    text.replace('/', "&sol;").replace('+', "&plus;")
}

fn base64(text: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(text)
}

const SPELLINGS: [Spelling; 26] = [
    ("as it is", str::to_owned),
    ("percent-encoded", percent),
    ("percent-encoded in small letters", |it| {
        percent(it).to_lowercase()
    }),
    ("percent-encoded twice", |it| percent(&percent(it))),
    ("percent-encoded thrice", |it| {
        percent(&percent(&percent(it)))
    }),
    ("every byte percent-encoded", |it| {
        bytes(it, |b| format!("%{b:02x}"))
    }),
    ("every byte percent-encoded twice", |it| {
        bytes(it, |b| format!("%25{b:02X}"))
    }),
    ("in mixed case of digits", |it| {
        bytes(it, |b| format!("%{:X}{:x}", b >> 4, b & 15))
    }),
    ("as a form has it", |it| percent(it).replace("%20", "+")),
    ("as a form reads it", |it| it.replace('+', " ")),
    ("in a JSON string", json),
    ("in a JSON string inside one", |it| json(&json(it))),
    ("in a JSON string with slashes escaped", |it| {
        json(it).replace('/', "\\/")
    }),
    ("in escapes of UTF-16", |it| {
        units(it, |unit| format!("\\u{unit:04x}"))
    }),
    ("in escapes of UTF-16, in a string", |it| {
        units(it, |unit| format!("\\\\u{unit:04X}"))
    }),
    ("as Rust shows it", |it| {
        format!("{it:?}").trim_matches('"').to_owned()
    }),
    ("in escapes of bytes", |it| {
        bytes(it, |b| format!("\\x{b:02x}"))
    }),
    ("in octal escapes", |it| bytes(it, |b| format!("\\{b:03o}"))),
    ("in escapes of Rust", |it| {
        chars(it, |c| format!("\\u{{{:x}}}", c as u32))
    }),
    ("in named entities", html),
    ("in decimal entities", |it| {
        chars(it, |c| format!("&#{};", c as u32))
    }),
    ("in hexadecimal entities", |it| {
        chars(it, |c| format!("&#x{:X};", c as u32))
    }),
    ("in entities, percent-encoded", |it| percent(&html(it))),
    ("in hexadecimal digits", |it| {
        bytes(it, |b| format!("{b:02X}"))
    }),
    ("in base64", |it| base64(it.as_bytes())),
    ("in base64, inside something else", |it| {
        base64(format!("x{it}yz").as_bytes())
            .replace('+', "-")
            .replace('/', "_")
    }),
];

fn all_text(error: &Error<ParcelError>) -> String {
    let mut texts = vec![format!("{error} {error:?} {error:#?}")];
    texts.extend(error.refusal().map(|refusal| format!("{refusal:?}")));
    let mut cause = error.source();
    while let Some(source) = cause {
        texts.push(format!("{source} {source:?}"));
        cause = source.source();
    }
    texts.join(" ")
}

#[track_caller]
fn assert_hidden(what: &str, spelt: &str, text: &str) {
    let spelt: Vec<char> = spelt.chars().collect();
    for run in spelt.windows(RUN * 2) {
        let run: String = run.iter().collect();
        assert!(!text.contains(&run), "{what}: `{run}` in {text}");
    }
    assert!(text.contains("[redacted]"), "{what}: {text}");
}

async fn answered(status: u16, body: impl Into<Bytes>) -> Error<ParcelError> {
    let service = Service::leaping();
    let mut answer = http::Response::new(body.into());
    *answer.status_mut() = http::StatusCode::from_u16(status).unwrap();
    service.then(move |_| Ok(answer));
    let send = SendParcel {
        token: TOKEN.to_owned(),
        ..SendParcel::to("ann")
    };
    service.client().send(send).await.unwrap_err()
}

#[tokio::test]
async fn no_spelling_is_shown() {
    for (what, spell) in SPELLINGS {
        let spelt = spell(TOKEN);
        let quoted = json(&spelt);
        for (status, body) in [
            (502, format!("<p>bad token {spelt}</p>")),
            (200, format!("bad token {spelt}")),
            (404, quoted.clone()),
            (404, format!("\"bad token {quoted}\"")),
            (422, format!(r#"{{"message":"bad token {quoted}"}}"#)),
            (422, format!(r#"{{"of":[{{"bad token {quoted}":null}}]}}"#)),
            (
                200,
                format!(r#"{{"ErrorCode":10,"ErrorInfo":"bad token {quoted}"}}"#),
            ),
            (
                200,
                format!(r#"{{"ErrorCode":10,"RequestId":"bad token {quoted}"}}"#),
            ),
            (200, format!(r#"{{"ErrorCode":"bad token {quoted}"}}"#)),
        ] {
            let error = answered(status, body).await;
            assert_hidden(what, &spelt, &all_text(&error));
        }
    }
}

#[tokio::test]
async fn what_is_no_secret_stays() {
    let body = r#"{ "message": "bad s3cr3t/Tok+en \"é\ud83d\udd11", "n": 1.50, "of": ["x\u0079z", null] }"#;
    let error = answered(422, body).await;
    let Some(ParcelError::Detailed(detail)) = error.refusal() else {
        panic!("{error:?}")
    };
    assert_eq!(
        detail.as_str(),
        r#"{ "message": "bad [redacted]", "n": 1.50, "of": ["x\u0079z", null] }"#
    );
}

#[tokio::test]
async fn a_secret_that_is_cut_off_is_none_the_less() {
    for (start, end) in [(0, 12), (4, 15), (2, 10)] {
        let part = &TOKEN[start..end];
        for body in [part.to_owned(), format!("{part}{}", "x".repeat(9_000))] {
            let error = answered(502, body).await;
            assert_hidden(part, part, &all_text(&error));
        }
    }
    // Of a short one, more than half at the end.
    let service = Service::leaping();
    service.status(502, "wrong: hunt");
    let send = SendParcel {
        token: "hunter".to_owned(),
        ..SendParcel::to("ann")
    };
    let error = service.client().send(send).await.unwrap_err();
    assert_eq!(error.to_string(), "HTTP status 502: wrong: [redacted]");
}

#[tokio::test]
async fn short_secrets_do_not_spoil_what_a_refusal_says() {
    let service = Service::leaping();
    service.status(
        422,
        r#"{"code":"E12345","message":"bad pin 1234","pin":1234}"#,
    );
    let send = SendParcel {
        token: "1234".to_owned(),
        ..SendParcel::to("ann")
    };
    let error = service.client().send(send).await.unwrap_err();
    let Some(ParcelError::Detailed(detail)) = error.refusal() else {
        panic!("{error:?}")
    };
    assert_eq!(
        detail.as_str(),
        r#"{"code":"E12345","message":"bad pin [redacted]","pin":1234}"#
    );
}

#[tokio::test]
async fn a_secret_that_is_a_number_is_nought() {
    let service = Service::leaping();
    service.status(422, r#"{"pin":48151623,"at":481516230,"name":"48151623"}"#);
    let send = SendParcel {
        token: "48151623".to_owned(),
        ..SendParcel::to("ann")
    };
    let error = service.client().send(send).await.unwrap_err();
    let Some(ParcelError::Detailed(detail)) = error.refusal() else {
        panic!("{error:?}")
    };
    assert_eq!(
        detail.as_str(),
        r#"{"pin":0,"at":481516230,"name":"[redacted]"}"#
    );
}

#[tokio::test]
async fn members_that_the_document_hides_are_hidden_in_what_cannot_be_read() {
    for body in [
        r#"{"ErrorCode":0,"Session":"abcd"}"#,
        r#"{"ErrorCode":0,"Session" : "ab\"cd" , "Seq":"no"}"#,
        r#"{"ErrorCode":0,"\u0053ession":"abcd"}"#,
        r#"{"ErrorCode":0,"Session":["abcd",{"x":"ab]cd"}],"Seq":"no"}"#,
        r#"{"ErrorCode":0,"Keys":{"a":"abcd"},"Seq":"no"}"#,
        r#"{"ErrorCode":0,"Text":"{\"Session\":\"abcd\"}"}"#,
        r#"{"ErrorCode":0,"Text":"Session=abcd&x=1"}"#,
        r#"{"ErrorCode":0,"Text":"<Session>abcd</Session>"}"#,
        r#"{"ErrorCode":0,"Session":"abcd"#,
    ] {
        for status in [200, 502] {
            let error = answered(status, body).await;
            let text = all_text(&error);
            assert!(!text.contains("cd"), "{text}");
            assert!(text.contains("[redacted]"), "{text}");
            assert!(text.contains("ErrorCode"), "{text}");
        }
    }
}

#[tokio::test]
async fn a_name_and_password_are_hidden_in_whole_and_in_parts() {
    const PASSWORD: &str = "correct horse";
    let whole = base64(format!("administrator:{PASSWORD}").as_bytes());
    for echo in [
        format!("Basic {whole}"),
        whole[..whole.len() - 6].to_owned(),
        whole[4..].to_owned(),
        format!("administrator:{PASSWORD}"),
        PASSWORD.to_owned(),
        percent(PASSWORD),
        base64(PASSWORD.as_bytes()),
    ] {
        let service = Service::leaping();
        let said = echo.clone();
        service.then(move |_| {
            let mut answer = http::Response::new(Bytes::from(said));
            *answer.status_mut() = http::StatusCode::UNAUTHORIZED;
            Ok(answer)
        });
        let client: Client<Parcels> = Client::signed_by(Basic::new("administrator", PASSWORD))
            .transport(service.clone())
            .timer(service.clock.clone())
            .rate(Rates::off())
            .build()
            .unwrap();
        let error = client.send(SendParcel::to("ann")).await.unwrap_err();
        // Digits of base64 that a neighbour has a part in may stay.
        let text = error.to_string();
        let (_, behind) = text.split_once("[redacted]").expect(&echo);
        assert!(behind.len() <= 4 && text.len() < 45, "{echo}: {text}");
    }
}
