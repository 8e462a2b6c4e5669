//! Who calls: alternatives, combinations, calls that go out unsigned, and signers of the caller's own.

use std::error::Error;

use bindery::bytes::Bytes;
use bindery::http::header::{AUTHORIZATION, COOKIE};
use bindery::http::{HeaderMap, HeaderValue, Request};
use bindery::sign::{ApiKey, Basic, NoAuth, SignError, Signed, Signer};
use bindery::{Api, Client, ClientBuilder, Operation, OperationOf};
use bindery_spec::{Document, check};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;

mod keys {
    bindery::bindings! { spec = "../fixtures/security.json" }
}

mod shapes {
    bindery::bindings! { spec = "../fixtures/shapes.json", operations = [styles] }
}

use keys::{Both, Credentials, Either, Keys, Open, Optional, Other, Session, Shown};

/// What goes out for a request, or why nothing does.
async fn sent<A: Api, O: OperationOf<A>>(
    client: ClientBuilder<A>,
    request: O,
) -> Result<Request<Bytes>, String>
where
    <O as Operation>::Error: std::fmt::Debug + 'static,
{
    let script = Script::default();
    let client = client.base_url("https://h").timer(Clock::default());
    let client = client.transport(script.clone()).build().unwrap();
    let error = client.send(request).await.err();
    script.seen().pop().ok_or_else(|| {
        let mut words = Vec::new();
        let mut cause: Option<&dyn Error> = error.as_ref().map(|error| error as _);
        while let Some(error) = cause {
            words.push(error.to_string());
            cause = error.source();
        }
        words.join(": ")
    })
}

/// The query and the proofs that go out for a request.
async fn proofs<O: OperationOf<Keys>>(credentials: Credentials, request: O) -> Vec<String>
where
    <O as Operation>::Error: std::fmt::Debug + 'static,
{
    let sent = sent(Client::<Keys>::builder(credentials), request)
        .await
        .unwrap();
    let headers = ["authorization", "x-app-key", "cookie"].into_iter();
    let headers = headers.filter_map(|name| sent.headers().get(name));
    let headers = headers.map(|value| value.to_str().unwrap().to_owned());
    sent.uri()
        .query()
        .map(str::to_owned)
        .into_iter()
        .chain(headers)
        .collect()
}

fn app() -> Credentials {
    Credentials::app_key_and_app_id("k3y", "a&1")
}

#[tokio::test]
async fn any_alternative_will_do_and_the_first_is_preferred() {
    assert_eq!(
        proofs(Credentials::token("t0k"), Either::new()).await,
        ["Bearer t0k"]
    );
    assert_eq!(proofs(app(), Either::new()).await, ["app=a%261", "k3y"]);
    let both = app().and(Credentials::token("t0k"));
    assert_eq!(proofs(both, Either::new()).await, ["Bearer t0k"]);
}

#[tokio::test]
async fn what_goes_together_is_sent_together() {
    assert_eq!(proofs(app(), Both::new()).await, ["app=a%261", "k3y"]);
}

#[tokio::test]
async fn a_call_without_security_goes_out_unsigned() {
    let all = || {
        app()
            .and(Credentials::token("t0k"))
            .and(Credentials::session("s"))
    };
    assert_eq!(proofs(all(), Open::new()).await, [""; 0]);
    assert_eq!(proofs(all(), Shown::new()).await, [""; 0]);
    assert_eq!(proofs(all(), Optional::new()).await, [""; 0]);
}

#[tokio::test]
async fn who_may_call_unsigned_is_signed_for_where_that_can_be() {
    let user = Credentials::user("Aladdin", "open sesame");
    assert_eq!(
        proofs(user, Optional::new()).await,
        ["Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="]
    );
}

#[tokio::test]
async fn a_key_in_a_cookie_stands_beside_the_other_cookies() {
    let session = || Credentials::session("s=1");
    assert_eq!(proofs(session(), Session::new()).await, ["sid=s=1"]);
    let themed = Session::new().theme("dark");
    assert_eq!(proofs(session(), themed).await, ["theme=dark; sid=s=1"]);
}

#[tokio::test]
async fn schemes_that_come_to_the_same_are_one() {
    assert_eq!(
        proofs(Credentials::token("t0k"), Other::new()).await,
        ["Bearer t0k"]
    );
}

#[tokio::test]
async fn whoever_holds_nothing_that_is_taken_is_told_what_is() {
    let client = Client::<Keys>::builder(Credentials::session("s3cr3t"));
    let error = sent(client, Either::new()).await.unwrap_err();
    assert!(
        error.contains(
            "the operation takes token, or appKey and appId; build the client with such credentials"
        ),
        "{error}"
    );
}

#[tokio::test]
async fn what_no_header_carries_is_refused_and_not_shown() {
    for (credentials, message) in [
        (Credentials::user("a:b", "s3cr3t"), "colon"),
        (
            Credentials::session("s3cr3t; admin=1"),
            "characters that a header cannot carry",
        ),
    ] {
        assert!(!format!("{credentials:?}").contains("s3cr3t"));
        let client = || Client::<Keys>::signed_by(Fixed);
        assert!(sent(client(), Open::new()).await.is_ok());
        let client = Client::<Keys>::builder(credentials);
        let error = match message {
            "colon" => sent(client, Optional::new()).await,
            _ => sent(client, Session::new()).await,
        };
        let error = error.unwrap_err();
        assert!(
            error.contains(message) && !error.contains("s3cr3t"),
            "{error}"
        );
    }
}

/// A signer of one's own.
struct Fixed;

impl Signer for Fixed {
    fn sign(&self, parts: &mut Signed, _: u64, _: u32) -> Result<(), SignError> {
        let names: Vec<_> = parts.accepts.iter().map(|all| all.join("+")).collect();
        let value = HeaderValue::try_from(names.join(",")).map_err(|_| SignError::HeaderValue)?;
        parts.headers.push((AUTHORIZATION, value));
        Ok(())
    }
}

#[tokio::test]
async fn a_signer_of_ones_own_is_told_what_is_accepted() {
    let signed = async |headers: HeaderMap| headers.get(AUTHORIZATION).cloned();
    let own = || Client::<Keys>::signed_by(Fixed);
    let either = sent(own(), Either::new()).await.unwrap();
    let proof = signed(either.headers().clone()).await;
    assert_eq!(proof.unwrap(), "token,appKey+appId");
    let open = sent(own(), Open::new()).await.unwrap();
    assert_eq!(signed(open.headers().clone()).await, None);
}

#[tokio::test]
async fn one_scheme_asks_for_its_credentials_alone() {
    let request = || {
        let word = |text: &str| shapes::Word::new(text).unwrap();
        let sizes = [shapes::StylesSizeItem::Small];
        shapes::Styles::builder()
            .ids([1])
            .size(sizes)
            .session(word("s"))
            .build()
    };
    let key = ApiKey::cookie("key", "k3y");
    let client = Client::<shapes::Shapes>::signed_by(key);
    let sent_with_key = sent(client, request()).await.unwrap();
    assert_eq!(sent_with_key.headers()[COOKIE], "session=s; key=k3y");
    let basic = Client::<shapes::Shapes>::signed_by(Basic::new("sk_live", ""));
    let sent_by_user = sent(basic, request()).await.unwrap();
    assert_eq!(sent_by_user.headers()[AUTHORIZATION], "Basic c2tfbGl2ZTo=");
    let unsigned = sent(Client::<shapes::Shapes>::signed_by(NoAuth), request())
        .await
        .unwrap();
    assert_eq!(unsigned.headers().get(AUTHORIZATION), None);
}

#[tokio::test]
async fn a_key_given_as_a_user_name_is_in_no_error() {
    let script = Script::default();
    script.answers(401, "no such key: sk_live, c2tfbGl2ZTo=, open sesame");
    let credentials = Credentials::user("sk_live", "");
    let client = Client::<Keys>::builder(credentials).base_url("https://h");
    let client = client
        .timer(Clock::default())
        .transport(script)
        .build()
        .unwrap();
    let error = client.send(Optional::new()).await.unwrap_err();
    let shown = format!("{error:?} {error}");
    assert!(
        !shown.contains("sk_live") && !shown.contains("c2tfbGl2ZTo"),
        "{shown}"
    );
}

#[derive(bindery::Request)]
#[bindery(spec = "../fixtures/security.json", operation = both, bindings = keys)]
struct Own {}

#[tokio::test]
async fn structs_of_the_callers_own_are_signed_alike() {
    assert_eq!(proofs(app(), Own {}).await, ["app=a%261", "k3y"]);
}

#[test]
fn what_bindings_cannot_sign_is_said() {
    let text = include_str!("../fixtures/security.json");
    let document = Document::parse("security.json", text.to_owned()).unwrap();
    assert_eq!(check(&document).len(), 0);
    let generated = bindery_codegen::generate(&document, &bindery_codegen::Options::default());
    let warnings = generated.unwrap().warnings;
    let said: Vec<_> = warnings.iter().map(|it| (it.code, &*it.message)).collect();
    assert_eq!(
        said,
        [
            (
                "unsupported-security",
                "certificates are the transport's affair"
            ),
            ("unsupported-security", "bindings do not sign in this way"),
        ]
    );
}
