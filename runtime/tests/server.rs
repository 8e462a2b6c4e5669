//! What generated servers lean on: routes, queries, answers.

use bindery::__private::{Encode, Envelope, Meta, Scalar, Writer};
use bindery::server::{
    Call, Reply, Request, Route, RouteError, parse_query, refuse, route, write_reply,
};
use bindery::{Code, RetryClass};
use http::{HeaderMap, Method};

const fn meta(id: &'static str, method: &'static str, path: &'static str) -> Meta {
    let (limit, envelope) = (None, None);
    Meta {
        id,
        method,
        path,
        limit,
        retry: RetryClass::Safe,
        envelope,
        codes: &[],
        picked: &[],
        families: &[],
    }
}

static GET: Meta = meta("get", "GET", "/parcels/{id}");
static PUT: Meta = meta("put", "PUT", "/parcels/{id}");
static LAST: Meta = meta("last", "GET", "/parcels/last");
static LABEL: Meta = meta("label", "GET", "/parcels/{id}/labels/{no}.pdf");

fn call(method: Method, path: &str, query: &str) -> Result<Call, RouteError> {
    let request = Request {
        method,
        path: path.to_owned(),
        query: query.to_owned(),
        headers: HeaderMap::new(),
        body: Vec::new(),
    };
    route(&[&GET, &PUT, &LAST, &LABEL].map(Route::new), &request)
}

#[test]
fn a_request_finds_its_operation_and_its_parameters() {
    for (method, path, id, parameters) in [
        (
            Method::GET,
            "/parcels/a%2Fb%26c",
            "get",
            vec![("id", "a/b&c")],
        ),
        (Method::PUT, "/parcels/last", "put", vec![("id", "last")]),
        (Method::GET, "/parcels/last", "last", vec![]),
        (
            Method::GET,
            "/parcels/%C3%BC/labels/3.pdf",
            "label",
            vec![("id", "ü"), ("no", "3")],
        ),
    ] {
        let call = call(method, path, "").unwrap();
        assert_eq!(call.operation.id, id);
        for (name, value) in &parameters {
            assert_eq!(call.path(name), Some(*value));
        }
        assert_eq!(call.path.len(), parameters.len());
    }
}

#[test]
fn a_request_for_nothing_is_told_apart() {
    for (method, path, query, error) in [
        (Method::GET, "/parcel/7", "", RouteError::NoSuchPath),
        (Method::GET, "/parcels/", "", RouteError::NoSuchPath),
        (Method::GET, "/parcels/7/", "", RouteError::NoSuchPath),
        (Method::GET, "/parcels", "", RouteError::NoSuchPath),
        (
            Method::GET,
            "/parcels/7/labels/.pdf",
            "",
            RouteError::NoSuchPath,
        ),
        (Method::POST, "/parcels/7", "", RouteError::NoSuchMethod),
        (Method::GET, "/parcels/%zz", "", RouteError::Malformed),
        (Method::GET, "/parcels/%", "", RouteError::Malformed),
        (Method::GET, "/parcels/%ff", "", RouteError::Malformed),
        (Method::GET, "/parcels/7", "a=%4", RouteError::Malformed),
    ] {
        assert_eq!(
            call(method, path, query).unwrap_err(),
            error,
            "{path}?{query}"
        );
    }
}

#[test]
fn a_query_keeps_order_repeats_and_plus() {
    let pairs = parse_query("a=1&b=%26+%3D&&a=&flag&a=x=y").unwrap();
    let pairs: Vec<_> = pairs
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .collect();
    assert_eq!(
        pairs,
        [
            ("a", "1"),
            ("b", "&+="),
            ("a", ""),
            ("flag", ""),
            ("a", "x=y")
        ]
    );
    let call = call(Method::GET, "/parcels/7", "sig=s3cret&a=2").unwrap();
    assert_eq!((call.query("a"), call.query("b")), (Some("2"), None));
    assert!(!format!("{call:?}").contains("s3cret"));
}

struct Payload;

impl Encode for Payload {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("Seq", &7);
    }
}

fn text(reply: &Reply) -> &str {
    assert_eq!(
        (reply.status, reply.content_type.as_deref()),
        (200, Some("application/json"))
    );
    std::str::from_utf8(&reply.body).unwrap()
}

#[test]
fn an_answer_has_its_envelope_in_front() {
    let envelope = Envelope {
        success_at: &["ErrorCode"],
        success_equals: Scalar::Code(Code::Int(0)),
        code: &["ErrorCode"],
        message: Some(&["ErrorInfo"]),
        status: Some((&["ActionStatus"], "OK", "FAIL")),
        also: &[],
    };
    let yes = write_reply(Some(&envelope), &Payload);
    assert_eq!(
        text(&yes),
        r#"{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"Seq":7}"#
    );
    let no = refuse(&envelope, &Code::Int(10), "31 \"kg\"");
    assert_eq!(
        text(&no),
        r#"{"ActionStatus":"FAIL","ErrorInfo":"31 \"kg\"","ErrorCode":10}"#
    );
    assert_eq!(text(&write_reply(None, &[1, 2])), "[1,2]");
}

#[test]
fn an_envelope_may_stand_anywhere_and_tell_success_apart_from_the_code() {
    let envelope = Envelope {
        success_at: &["meta", "ok"],
        success_equals: Scalar::Bool(true),
        code: &["meta", "error", "code"],
        message: Some(&["meta", "error", "text"]),
        status: None,
        also: &[],
    };
    let yes = write_reply(Some(&envelope), &Payload);
    assert_eq!(
        text(&yes),
        r#"{"meta":{"error":{"text":""},"ok":true},"Seq":7}"#
    );
    let no = refuse(&envelope, &Code::from("no_street"), "no");
    assert_eq!(
        text(&no),
        r#"{"meta":{"error":{"text":"no","code":"no_street"},"ok":false}}"#
    );
}

#[test]
fn a_refusal_never_has_the_value_of_success() {
    let refused = |success: Scalar| {
        let envelope = Envelope {
            success_at: &["ok"],
            success_equals: success,
            code: &["code"],
            message: None,
            status: None,
            also: &[],
        };
        text(&refuse(&envelope, &Code::Int(5), "no")).to_owned()
    };
    let word = |text: &'static str| Scalar::Code(Code::from(text));
    assert_eq!(refused(Scalar::Bool(false)), r#"{"code":5,"ok":true}"#);
    assert_eq!(refused(Scalar::Code(Code::Int(0))), r#"{"code":5,"ok":1}"#);
    assert_eq!(
        refused(Scalar::Code(Code::Int(200))),
        r#"{"code":5,"ok":0}"#
    );
    assert_eq!(refused(word("OK")), r#"{"code":5,"ok":""}"#);
    assert_eq!(refused(word("")), r#"{"code":5,"ok":"fail"}"#);
}
