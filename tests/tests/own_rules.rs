//! Structs of the caller's own where names and rules need care: they do what the generated ones do.

#![deny(warnings, single_use_lifetimes, unused_qualifications)]
#![allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "functions of fields take references"
)]

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use bindery::sign::ApiKey;
use bindery::{Error, OperationOf, UnixMillis, UnixSeconds, Verdict};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;

mod api {
    bindery::bindings! { spec = "../fixtures/own.json" }

    /// The bindings are in scope.
    #[derive(bindery::Request)]
    #[bindery(spec = "../fixtures/own.json", operation = put)]
    pub(super) struct Beside<'a> {
        pub(super) id: &'a mut String,
        pub(super) n: Box<i32>,
        pub(super) list: Box<[Deep]>,
        #[bindery(rename = "a/b~c")]
        pub(super) abc: &'a str,
        #[bindery(rename = "__api::x")]
        pub(super) x: &'a str,
    }
}

use api::{Client, DeepAB, DeepKeysItem, E};

/// Names that the expansion might use itself, for what the fields name.
const RESULTS: usize = 2;

fn value(number: &u8) -> String {
    number.to_string()
}

fn m(number: &u8) -> String {
    "x".repeat(usize::from(*number))
}

fn r(api::VerdictAt { n, .. }: api::VerdictAt) -> u8 {
    n
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/own.json", operation = put, bindings = crate::api)]
struct Put<'a, T: Fn(u8) -> Vec<u8> + Send, const N: usize = 3>
where
    [u8; N]: Sized,
    Marked<{ 1 + 1 }>: Send,
{
    id: &'a str,
    key: Option<&'a String>,
    b: bool,
    f: f32,
    i8: Option<Box<i8>>,
    n: Box<i32>,
    t: SystemTime,
    e: &'a E,
    list: Box<[Deep<'a>]>,
    #[bindery(rename = "a/b~c")]
    abc: &'a mut String,
    #[bindery(rename = "__api::x")]
    api: String,
    #[bindery(rename = "__type_0")]
    type_0: Box<str>,
    #[bindery(rename = "😀")]
    smile: u64,
    #[bindery(rename = "q\"uote\\", with = m)]
    quote: Option<u8>,
    foo: &'static str,
    foo_2: &'static str,
    f32: f32,
    f64: f64,
    int: i16,
    strs: Option<&'a [String]>,
    jlist: Box<[u32]>,
    map: HashMap<String, Vec<&'a str>>,
    secs: SystemTime,
    millis: SystemTime,
    pat: String,
    nul: Option<String>,
    once: Option<bool>,
    rate: Option<f64>,
    grades: Option<Vec<f32>>,
    pin: String,
    bounded: [String; RESULTS],
    #[bindery(rename = "value", with = value)]
    given: Option<u8>,
    #[bindery(skip)]
    _made: T,
}

struct Marked<const N: usize>;

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/own.json", operation = put, part = Deep, bindings = crate::api)]
struct Deep<'a> {
    #[bindery(rename = "a/b")]
    ab: Box<DeepAB>,
    keys: Option<Vec<DeepKeysItem>>,
    next: Option<Box<Self>>,
    more: Option<&'a [Self]>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/own.json", operation = keyed, bindings = api)]
struct Keyed {
    key: &'static str,
    body_key: Option<String>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/own.json", operation = opt, bindings = api)]
struct Opt<'a> {
    body: Option<Vec<Deep<'a>>>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/own.json", operation = batch, bindings = api, verdict = Done)]
struct Batch {
    items: Option2<[&'static str; RESULTS]>,
}

type Option2<T> = T;

#[derive(bindery::Response, Debug, PartialEq)]
#[bindery(spec = "../fixtures/own.json", operation = batch, part = Verdict, bindings = api)]
struct Done {
    #[bindery(rename = "at", with = r)]
    n: u8,
}

fn client(script: &Script) -> Client {
    Client::builder(ApiKey::header(http::header::AUTHORIZATION, "k3y"))
        .transport(script.clone())
        .timer(Clock::default())
        .build()
        .unwrap()
}

/// What is sent, or why nothing is.
async fn outcome<O: OperationOf<api::Own>>(request: O) -> Result<Vec<String>, Vec<String>> {
    let script = Script::default();
    script.answers(500, "");
    match client(&script).send(request).await {
        Err(Error::Invalid(violations)) => Err(violations
            .iter()
            .map(|violation| format!("{}: {}", violation.pointer, violation.message))
            .collect()),
        _ => Ok(script
            .seen()
            .iter()
            .map(|sent| {
                let body = String::from_utf8_lossy(sent.body());
                let headers = ["i8", "t", "e"].map(|name| sent.headers().get(name));
                let headers = headers.map(|value| value.map(http::HeaderValue::as_bytes));
                format!("{} {headers:?} {body}", sent.uri())
            })
            .collect()),
    }
}

const NOW: Duration = Duration::from_secs(Clock::START);

fn deep(c: &str) -> api::Deep {
    api::Deep::builder().a_b(DeepAB::new(c)).build()
}

fn own_deep(c: &str) -> Deep<'static> {
    Deep {
        ab: Box::new(DeepAB::new(c)),
        keys: None,
        next: None,
        more: None,
    }
}

/// The twin of the struct that is sent first, with values that keep all rules or break them.
fn generated(broken: bool, time: SystemTime) -> api::Put {
    let either = |good: &'static str, bad: &'static str| if broken { bad } else { good };
    let word = |text| api::Word::new(text).unwrap();
    let millis = UnixMillis::from(time);
    let mut list = [deep("b"), deep(either("c", "b"))];
    list[0].next = Some(Box::new(deep("n")));
    list[0].more = Some([deep("m")].into());
    list[0].keys = Some(vec![DeepKeysItem::new()]);
    let twin = api::Put::builder()
        .id("a/b c")
        .n(-9)
        .list(list)
        .a_b_c(either("abc", "abcd"))
        .key("k&y")
        .b(true)
        .f(0.1)
        .i8(-8)
        .t(millis)
        .e(E::X)
        .api_x(either("__api::x", "x"))
        .type_0("0")
        .u1f600(if broken { u64::MAX } else { 7 })
        .q_uote(either("xx", "xxx"))
        .foo("1")
        .foo_2("2")
        .f32(if broken { 1.2 } else { 1.1 })
        .f64(if broken { 0.05 } else { 0.1 })
        .int(if broken { -6 } else { -5 })
        .strs(["b", either("c", "a")].map(str::to_owned))
        .jlist(if broken { [10, 100] } else { [10, 1] })
        .secs(UnixSeconds::from(time))
        .millis(millis)
        .pat(either("a", "A"))
        .nul(either("nu", "null").to_owned())
        .once(!broken)
        .rate(if broken { 0.2 } else { 0.1 })
        .grades(if broken { [0.1, 2.0] } else { [0.1, 2.5] })
        .pin(api::PutPin::new("1234").unwrap())
        .value("5")
        .bounded([word("a"), word("b")]);
    let words = [word("one"), word(either("two", "one"))];
    twin.map(BTreeMap::from([("a/b".to_owned(), words.into())]))
        .build()
}

#[tokio::test]
async fn every_member_and_every_rule_is_that_of_the_generated_struct() {
    for broken in [false, true] {
        let either = |good: &'static str, bad: &'static str| if broken { bad } else { good };
        let number = |good: f64, bad: f64| if broken { bad } else { good };
        let past = UNIX_EPOCH + NOW - Duration::from_secs(5);
        let time = if broken {
            past + Duration::from_secs(9)
        } else {
            past
        };
        let strs = ["b", either("c", "a")].map(str::to_owned);
        let (key, mut abc) = ("k&y".to_owned(), either("abc", "abcd").to_owned());
        let more = [own_deep("m")];
        let smile = if broken { u64::MAX } else { 7 };
        let own = Put::<_, 4> {
            id: "a/b c",
            key: Some(&key),
            b: true,
            f: 0.1,
            i8: Some(Box::new(-8)),
            n: Box::new(-9),
            t: time,
            e: &E::X,
            list: Box::new([
                Deep {
                    next: Some(Box::new(own_deep("n"))),
                    more: Some(&more),
                    keys: Some(vec![DeepKeysItem::new()]),
                    ..own_deep("b")
                },
                own_deep(either("c", "b")),
            ]),
            abc: &mut abc,
            api: either("__api::x", "x").to_owned(),
            type_0: "0".into(),
            smile,
            quote: Some(if broken { 3 } else { 2 }),
            foo: "1",
            foo_2: "2",
            f32: if broken { 1.2 } else { 1.1 },
            f64: number(0.1, 0.05),
            int: if broken { -6 } else { -5 },
            strs: Some(&strs),
            jlist: if broken {
                Box::new([10, 100])
            } else {
                Box::new([10, 1])
            },
            map: HashMap::from([("a/b".to_owned(), vec!["one", either("two", "")])]),
            secs: time,
            millis: time,
            pat: either("a", "A").to_owned(),
            nul: Some(either("nu", "null").to_owned()),
            once: Some(!broken),
            rate: Some(number(0.1, 0.2)),
            grades: Some(if broken {
                vec![0.1, 2.0]
            } else {
                vec![0.1, 2.5]
            }),
            pin: "1234".to_owned(),
            given: Some(5),
            bounded: ["a", "b"].map(str::to_owned),
            _made: |n| vec![n],
        };
        let mut by_own = outcome(own).await;
        if let Err(told) = &mut by_own {
            // The twin's type cannot hold this one.
            let place = told
                .iter()
                .position(|told| told.starts_with("/map/a~1b/1:"));
            told.remove(place.unwrap());
            assert_eq!(told.len(), 18, "{told:#?}");
            assert!(told[1].starts_with("/list/1/a~1b/c: "), "{}", told[1]);
        }
        assert_eq!(by_own, outcome(generated(broken, time)).await);
    }
}

#[tokio::test]
async fn the_bindings_may_be_in_scope() {
    let own = api::Beside {
        id: &mut "7".to_owned(),
        n: Box::new(1),
        list: Box::new([deep("c")]),
        abc: "abc",
        x: "__api::x",
    };
    let twin = api::Put::builder().id("7").n(1).list([deep("c")]);
    let twin = twin.a_b_c("abc").api_x("__api::x").build();
    let by_own = outcome(own).await;
    assert!(by_own.is_ok(), "{by_own:?}");
    assert_eq!(by_own, outcome(twin).await);
}

#[tokio::test]
async fn a_whole_body_keeps_its_rules() {
    let one = || vec![own_deep("one")];
    for (own, twin) in [
        (None, None),
        (Some(one()), Some([deep("one")])),
        (
            Some(vec![own_deep(&"x".repeat(40))]),
            Some([deep(&"x".repeat(40))]),
        ),
    ] {
        let mut generated = api::Opt::new();
        generated.body = twin.map(Into::into);
        assert_eq!(outcome(Opt { body: own }).await, outcome(generated).await);
    }
    let body = Some(vec![own_deep("a"), own_deep("b")]);
    let told = outcome(Opt { body }).await.unwrap_err();
    assert_eq!(told.len(), 1, "{told:?}");
}

#[tokio::test]
async fn a_parameter_is_no_key_of_the_body() {
    for (body_key, times) in [(None, 1), (Some("k".to_owned()), 3)] {
        let twin = api::Keyed {
            body_key: body_key.clone(),
            ..api::Keyed::new("k")
        };
        let own = Keyed { key: "k", body_key };
        let (by_own, by_twin) = (Script::default(), Script::default());
        let _ = client(&by_own).send(own).await;
        let _ = client(&by_twin).send(twin).await;
        let seen = [by_own.seen().len(), by_twin.seen().len()];
        assert_eq!(seen, [times, times]);
    }
}

#[tokio::test]
async fn a_verdict_that_cannot_be_read_spoils_no_other() {
    let script = Script::default();
    script.says(r#"{"done":[{"code":0,"at":{"n":256}},{"code":0,"at":{"n":1}}]}"#);
    let items = ["a", "b"];
    let outcome = client(&script).send(Batch { items }).await.unwrap();
    let items = outcome.into_items();
    assert!(!matches!(items[0].verdict, Verdict::Done(_)), "{items:?}");
    assert_eq!(items[1].verdict, Verdict::Done(Done { n: 1 }));
}
