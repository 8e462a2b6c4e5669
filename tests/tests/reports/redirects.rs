//! Redirects: whether the call may have been done, and where they lead.

use bindery::sign::NoAuth;
use bindery::{Done, Error, bindings};

use crate::wire::Wire;

bindings! { spec = "../../fixtures/reports/redirects.json" }

fn client(wire: &Wire) -> Client {
    let builder = Client::builder(NoAuth).base_url(wire.url());
    builder.build().unwrap()
}

fn redirect(status: &str) -> Wire {
    Wire::raw(format!(
        "HTTP/1.1 {status}\r\nlocation: /over/there\r\ncontent-length: 0\r\n\r\n"
    ))
}

#[tokio::test]
async fn a_call_that_changes_something_may_be_done() {
    for status in [300, 301, 302, 303, 304, 307, 308] {
        let wire = redirect(&format!("{status} Elsewhere"));
        let error = client(&wire).send(Up::new()).await.unwrap_err();
        assert_eq!(error.done(), Done::Unknown, "{status}");
    }
}

#[tokio::test]
async fn after_303_the_answer_is_elsewhere() {
    let error = client(&redirect("303 See Other")).send(Up::new()).await;
    let error = error.unwrap_err();
    assert_eq!(
        error.to_string(),
        "up answered with HTTP status 303, which says that it is done and that the answer is elsewhere, at /over/there"
    );
    let Error::Refused(refusal) = error else {
        panic!("{error:?}")
    };
    assert_eq!(refusal.error, UpError::SeeOther);
    assert_eq!(refusal.header("Location"), Some("/over/there"));
}

#[tokio::test]
async fn a_call_that_asks_has_changed_nothing() {
    let wire = redirect("302 Found");
    let error = client(&wire).send(Go::new()).await.unwrap_err();
    assert_eq!(error.done(), Done::No);
    assert_eq!(error.refusal(), Some(&GoError::Found));
    assert_eq!(
        error.to_string(),
        "go answered with HTTP status 302, which leads elsewhere, at /over/there"
    );
    // An undocumented one is no worse.
    let error = client(&redirect("307 Temporary Redirect"))
        .send(Go::new())
        .await
        .unwrap_err();
    assert_eq!(error.done(), Done::No);
    let Error::Status(status) = error else {
        panic!("{error:?}")
    };
    assert_eq!(status.header("location"), Some("/over/there"));
}

#[tokio::test]
async fn statuses_that_say_that_nothing_was_done_are_few() {
    let no = [400, 404, 405, 409, 412, 421, 425, 429, 501, 505, 511];
    let unknown = [408, 499, 500, 502, 503, 504, 507, 599];
    let cases = no.map(|it| (it, Done::No)).into_iter();
    let unknown = unknown.map(|it| (it, Done::Unknown));
    for (status, done) in cases.chain(unknown) {
        let wire = Wire::answers(&format!("{status} No"), "");
        let error = client(&wire).send(Up::new()).await.unwrap_err();
        assert_eq!(error.done(), done, "{status}");
    }
}
