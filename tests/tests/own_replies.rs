//! Replies read as structs of the caller's own: the same are refused, at the same place, as with the generated ones.

#![deny(warnings, single_use_lifetimes, unused_qualifications)]

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bindery::sign::ApiKey;
use bindery::{Error, Json, OperationOf, OrJson, ReplyAs};
use bindery_tests::clock::Clock;
use bindery_tests::script::{Script, response};

mod api {
    bindery::bindings! { spec = "../fixtures/own.json", operations = [put] }
}

use api::{E, U, Word};

/// A name that the expansion might use itself.
fn r(text: String) -> Vec<u8> {
    text.into_bytes()
}

#[derive(bindery::Response, Debug)]
#[bindery(spec = "../fixtures/own.json", operation = put, bindings = api)]
struct Reply {
    n: Box<u64>,
    nn: Option<i64>,
    l: Vec<Option<i64>>,
    m: Option<HashMap<String, Vec<Arc<str>>>>,
    deep: Option<Box<Inner>>,
    u: Option<Box<U>>,
    #[bindery(rename = "e")]
    choice: Option<E>,
    j: Option<Json>,
    at: Option<SystemTime>,
    #[bindery(default)]
    f: Box<f64>,
    pin: Option<Box<str>>,
    oj: Option<OrJson<i128>>,
    #[bindery(rename = "a/b~c", with = r)]
    abc: Option<Vec<u8>>,
    #[bindery(skip)]
    _seen: Option<fn(u8, u8) -> Vec<u8>>,
}

#[derive(bindery::Response, Debug)]
#[bindery(spec = "../fixtures/own.json", operation = put, part = R, bindings = api)]
struct Inner {
    deep: Option<Box<Self>>,
    n: u64,
    nn: Option<i64>,
    l: Vec<Option<i64>>,
    #[bindery(default)]
    m: HashMap<String, Vec<Word>>,
}

fn request() -> api::Put {
    let put = api::Put::builder().id("7").n(1);
    put.list(Vec::new()).a_b_c("abc").build()
}

/// The reply, or where it cannot be read.
async fn read<O: OperationOf<api::Own>>(request: O, reply: &str) -> Result<O::Reply, String> {
    let script = Script::default();
    script.says(reply.to_owned());
    let client = api::Client::builder(ApiKey::header(http::header::AUTHORIZATION, "k3y"))
        .transport(script.clone())
        .timer(Clock::default())
        .build()
        .unwrap();
    match client.send(request).await {
        Ok(reply) => Ok(reply),
        Err(Error::Undecodable(undecodable)) => {
            let error = undecodable.error;
            Err(format!("{}: {error}", error.path()))
        }
        Err(other) => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_cannot_be_read_is_found_where_the_generated_struct_finds_it() {
    let good = r#""n":1,"nn":null,"l":[]"#;
    let nested = |deep: &str| format!(r#"{{{good},"deep":{{{good},"deep":{deep}}}}}"#);
    let with = |more: &str| format!("{{{good},{more}}}");
    let refused = [
        "{}".to_owned(),
        "[]".to_owned(),
        "null".to_owned(),
        r#"{"n":null,"nn":null,"l":[]}"#.to_owned(),
        r#"{"n":1,"nn":null,"l":[null,1,"2"]}"#.to_owned(),
        r#"{"n":18446744073709551616,"nn":null,"l":[]}"#.to_owned(),
        r#"{"n":1.5,"nn":null,"l":[]}"#.to_owned(),
        r#"{"n":1,"nn":9223372036854775808,"l":[]}"#.to_owned(),
        with(r#""m":{"a/b~":["x",2]}"#),
        with(r#""m":[]"#),
        with(r#""e":7"#),
        with(r#""at":"now""#),
        with(r#""a/b~c":1"#),
        with(r#""f":"1""#),
        with(r#""pin":1234"#),
        with(r#""n":"1""#),
        nested("[]"),
        nested("{}"),
        nested(r#"{"n":1,"nn":null,"l":[],"m":{"k":[7]}}"#),
        with(r#""j":{"#),
        format!("{} x", with(r#""j":1"#)),
    ];
    for reply in refused {
        let by_own = read(ReplyAs::<Reply, _>::new(request()), &reply).await;
        let by_twin = read(request(), &reply).await;
        assert_eq!(by_own.unwrap_err(), by_twin.unwrap_err(), "{reply}");
    }
}

#[tokio::test]
async fn what_can_be_read_is_read_as_the_generated_struct_reads_it() {
    let reply = r#"{"x":{"n":[]},"n":2,"nn":7,"l":[1],"nn":null,"l":[null,-3],"n":18446744073709551615,
        "m":{"k":["a"],"":[],"k":["b","c"]},"u":{"k":"new","z":1},"e":"new","j":null,"at":-1500,"f":1e-3,"pin":"p1n",
        "oj":"text","a/b~c":"four","deep":{"n":1,"nn":1,"l":[],"m":null,"deep":null,"y":[{}]}}"#;
    let own = read(ReplyAs::<Reply, _>::new(request()), reply)
        .await
        .unwrap();
    let twin = read(request(), reply).await.unwrap();
    assert_eq!(*own.n, twin.n);
    assert_eq!((own.nn, own.nn), (None, twin.nn));
    assert_eq!(own.l, twin.l);
    assert_eq!(own.m.unwrap()["k"], ["b".into(), "c".into()]);
    assert_eq!(own.u.as_deref(), twin.u.as_ref());
    assert_eq!(own.choice, twin.e);
    assert_eq!(own.j, twin.j);
    assert_eq!(own.at, Some(UNIX_EPOCH - Duration::from_millis(1500)));
    assert!((*own.f - 0.001).abs() < 1e-9);
    assert_eq!(own.pin.as_deref(), Some("p1n"));
    assert!(matches!(own.oj, Some(OrJson::Other(_))), "{:?}", own.oj);
    assert_eq!(own.abc.as_deref(), Some(&b"four"[..]));
    let deep = own.deep.unwrap();
    assert!(deep.deep.is_none() && deep.m.is_empty());
    assert_eq!((deep.n, deep.nn, deep.l), (1, Some(1), Vec::new()));
}

mod shapes {
    bindery::bindings! { spec = "../fixtures/shapes.json", operations = [part] }
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/shapes.json", operation = part, bindings = shapes)]
struct Fetch<'a> {
    part: &'a str,
    ticket: Option<&'a str>,
    #[bindery(rename = "X-Pass", with = ToString::to_string)]
    pass: u32,
}

#[tokio::test]
async fn secret_parameters_that_the_service_echoes_are_not_told() {
    let script = Script::default();
    for _ in 0..4 {
        script.then(|sent| {
            let pass = sent.headers()["X-Pass"].to_str().unwrap();
            assert_eq!((sent.uri().query(), pass), (Some("ticket=t1cket"), "5150"));
            response(502, "t1cket, 5150, b0lt")
        });
    }
    let request = Fetch {
        part: "b0lt",
        ticket: Some("t1cket"),
        pass: 5150,
    };
    let client = shapes::Client::builder(ApiKey::header(http::header::AUTHORIZATION, "k3y"));
    let client = client.base_url("http://127.0.0.1:9").transport(script);
    let client = client.timer(Clock::default());
    let error = client.build().unwrap().send(request).await.unwrap_err();
    let told = format!("{error} {error:?}");
    assert!(told.contains("b0lt"), "{told}");
    assert!(!told.contains("t1cket") && !told.contains("5150"), "{told}");
}
