//! Whatever comes in, the sandbox answers with a documented code or an HTTP status, and stays up.

use bindery::Operation;
use tencent_im::{GroupMsgGetSimple, ImportGroup, ImportGroupMsg};

use crate::support::{Bench, HISTORY, IMPORT_GROUP, IMPORT_MSG, Raw, json_message, query};

/// A small generator of numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }
}

/// Texts that matter to a reader of JSON or queries.
const PIECES: [&[u8]; 16] = [
    b"\"",
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"null",
    b"-1",
    b"1e999",
    b"\\u0000",
    b"\\ud800",
    b"\xff",
    b"%",
    b"&",
    b"\xe4\xbd\xa0",
];

fn mutate(text: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut bytes = text.to_vec();
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(bytes.len() + 1);
        let end = (at + numbers.below(8)).min(bytes.len());
        let piece = PIECES[numbers.below(PIECES.len())];
        match numbers.below(4) {
            0 => drop(bytes.splice(at..at, piece.iter().copied())),
            1 => drop(bytes.splice(at..end, piece.iter().copied())),
            2 => drop(bytes.drain(at..end)),
            _ => bytes.extend_from_within(at..end),
        }
    }
    bytes
}

fn is_documented(path: &str, code: i64) -> bool {
    let meta = match path {
        IMPORT_GROUP => ImportGroup::META,
        IMPORT_MSG => ImportGroupMsg::META,
        _ => GroupMsgGetSimple::META,
    };
    code == 0 || meta.listed(&code.into()).is_some()
}

fn requests() -> [(&'static str, String); 3] {
    let messages = [json_message(1, Some(7)), json_message(2, None)].join(",");
    [
        (IMPORT_GROUP, r#"{"Owner_Account":"leckie","Type":"Public","Name":"n","AppDefinedData":[{"Key":"k","Value":"v"}]}"#.to_owned()),
        (IMPORT_MSG, format!(r#"{{"GroupId":"hikers","RecentContactFlag":1,"MsgList":[{messages}]}}"#)),
        (HISTORY, r#"{"GroupId":"hikers","ReqMsgNumber":2,"ReqMsgSeq":7803319,"WithRecalledMsg":1}"#.to_owned()),
    ]
}

#[tokio::test]
async fn mutated_bodies_get_documented_codes() {
    let bench = Bench::new().await;
    let mut numbers = Numbers(1);
    let mut connection = bench.connect().await;
    let mut codes = std::collections::BTreeSet::new();
    for round in 0..3_000 {
        let (path, body) = &requests()[round % 3];
        let body = mutate(body.as_bytes(), &mut numbers);
        connection
            .send("POST", &format!("{path}?{}", query()), &body)
            .await;
        let code = connection.reply().await.expect("an answer").code();
        assert!(
            is_documented(path, code),
            "{code}: {}",
            String::from_utf8_lossy(&body)
        );
        codes.insert(code);
    }
    // The mutations reach past the parser.
    assert!(
        [0, 10004, 10010, 10015, 60003]
            .iter()
            .all(|code| codes.contains(code)),
        "{codes:?}"
    );
}

#[tokio::test]
async fn mutated_queries_get_documented_codes() {
    let bench = Bench::new().await;
    let mut numbers = Numbers(2);
    let (path, body) = &requests()[2];
    let mut answered = 0;
    for _ in 0..1_000 {
        let query = mutate(query().as_bytes(), &mut numbers);
        let query: String = query
            .iter()
            .filter(|byte| byte.is_ascii_graphic())
            .map(|byte| char::from(*byte))
            .collect();
        let mut connection = bench.connect().await;
        connection
            .send("POST", &format!("{path}?{query}"), body.as_bytes())
            .await;
        let reply = connection.reply().await.expect("an answer");
        // What is no URL at all is answered below the API.
        if reply.status == 200 {
            let code = reply.code();
            assert!(is_documented(path, code), "{code}: {query}");
            answered += 1;
        }
    }
    assert!(answered > 600, "{answered}");
}

async fn still_up(bench: &Bench) -> bool {
    bench
        .code(HISTORY, r#"{"GroupId":"hikers","ReqMsgNumber":1}"#)
        .await
        == 0
}

#[tokio::test]
async fn bytes_that_are_not_http_end_their_connection_alone() {
    let bench = Bench::new().await;
    let mut numbers = Numbers(3);
    for _ in 0..300 {
        let length = 1 + numbers.below(400);
        let noise: Vec<u8> = (0..length)
            .map(|_| u8::try_from(numbers.below(256)).unwrap())
            .collect();
        let mut connection = bench.connect().await;
        connection.write(&noise).await;
        connection.finish().await;
        if let Some(reply) = connection.reply().await {
            assert!(reply.status >= 400, "{}", reply.status);
        }
    }
    assert!(still_up(&bench).await);
}

#[tokio::test]
async fn a_wrong_content_length_hurts_nobody_else() {
    let bench = Bench::new().await;
    let target = format!("{HISTORY}?{}", query());
    for length in ["1000", "2", "-1", "x", "99999999999999999999", "5, 6"] {
        let mut connection = bench.connect().await;
        let head =
            format!("POST {target} HTTP/1.1\r\nHost: sandbox\r\nContent-Length: {length}\r\n\r\n");
        connection.write(head.as_bytes()).await;
        connection
            .write(br#"{"GroupId":"hikers","ReqMsgNumber":1}"#)
            .await;
        connection.finish().await;
        if let Some(reply) = connection.reply().await {
            assert!(reply.status == 400 || reply.code() == 60003, "{length}");
        }
    }
    assert!(still_up(&bench).await);
}

#[tokio::test]
async fn pipelined_requests_are_answered_in_order_up_to_the_garbage() {
    let bench = Bench::new().await;
    let mut connection = bench.connect().await;
    let target = format!("{HISTORY}?{}", query());
    for number in [1, 0, 1] {
        let body = format!(r#"{{"GroupId":"hikers","ReqMsgNumber":{number}}}"#);
        connection.send("POST", &target, body.as_bytes()).await;
    }
    connection.write(b"\x00\x01garbage\r\n\r\n").await;
    for code in [0, 10004, 0] {
        assert_eq!(connection.reply().await.expect("an answer").code(), code);
    }
    if let Some(reply) = connection.reply().await {
        assert_eq!(reply.status, 400);
    }
    assert!(still_up(&bench).await);
}

#[tokio::test]
async fn chunked_bodies_and_long_heads_are_dealt_with() {
    let bench = Bench::new().await;
    let target = format!("{HISTORY}?{}", query());
    let mut connection = bench.connect().await;
    let head =
        format!("POST {target} HTTP/1.1\r\nHost: sandbox\r\nTransfer-Encoding: chunked\r\n\r\n");
    connection.write(head.as_bytes()).await;
    connection
        .write(b"15\r\n{\"GroupId\":\"hikers\",\"\r\n10\r\nReqMsgNumber\":1}\r\n0\r\n\r\n")
        .await;
    assert_eq!(connection.reply().await.expect("an answer").code(), 0);
    let mut connection = Raw::connect(bench.sandbox.base_url()).await;
    connection
        .send("POST", &format!("/{}", "x".repeat(100_000)), b"{}")
        .await;
    assert!(
        connection
            .reply()
            .await
            .is_none_or(|reply| reply.status >= 400)
    );
    assert!(still_up(&bench).await);
}

#[tokio::test]
async fn a_client_that_leaves_in_the_middle_is_forgotten() {
    let bench = Bench::new().await;
    for _ in 0..50 {
        let mut connection = bench.connect().await;
        let head = format!(
            "POST {IMPORT_MSG}?{} HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 500\r\n\r\n{{",
            query()
        );
        connection.write(head.as_bytes()).await;
    }
    assert!(still_up(&bench).await);
    assert_eq!(bench.stored(), 0);
}
