//! Codes that an operation does not list: families and ranges are asked, and what nobody knows is not called "not done".

use bindery::sign::NoAuth;
use bindery::{Done, Retry, RetryPolicy, Verdict};

use crate::wire::Wire;
use clubs::{Client, Greet, Join, JoinError, Members};

mod clubs {
    bindery::bindings! { spec = "../../fixtures/reports/families-alike.json" }
}

fn client(wire: &Wire) -> Client {
    let client = Client::builder(NoAuth).base_url(wire.url());
    client.retries(RetryPolicy::never()).build().unwrap()
}

/// What follows from a code, and from one with that status: of a call that must not be repeated blindly.
async fn join(status: &str, code: &str) -> (Option<JoinError>, Retry, Done) {
    let wire = Wire::answers(status, &format!(r#"{{"code":{code}}}"#));
    let error = client(&wire).send(Join::new()).await.unwrap_err();
    (error.refusal().cloned(), error.retry(), error.done())
}

#[tokio::test]
async fn families_with_names_alike_are_two() {
    use clubs::{GroupAdminError, GroupError};
    let (admin, _, done) = join("200 OK", "10").await;
    let not_admin = JoinError::GroupAdmin(GroupAdminError::NotAdmin);
    assert_eq!((admin, done), (Some(not_admin), Done::No));
    let (lost, _, done) = join("200 OK", "20").await;
    let wanted = JoinError::Group(GroupError::Lost);
    assert_eq!((lost, done), (Some(wanted), Done::Unknown));
}

#[tokio::test]
async fn the_rest_of_a_named_family_is_known() {
    let (error, retry, done) = join("200 OK", "31").await;
    assert_eq!(error, Some(JoinError::Other(31.into())));
    assert_eq!((retry, done), (Retry::SlowDown, Done::No));
    assert_eq!(error.unwrap().row().unwrap().name, "TooFast");
    // The family that the operation names comes before one that it does not.
    let (error, retry, done) = join("200 OK", "40").await;
    assert_eq!((retry, done), (Retry::Backoff, Done::No));
    assert_eq!(error.unwrap().row().unwrap().meaning, "stuck in the door");
}

#[tokio::test]
async fn other_families_are_asked_where_they_agree() {
    let (error, retry, done) = join("200 OK", "41").await;
    assert_eq!((retry, done), (Retry::Never, Done::No));
    assert_eq!(error.unwrap().row().unwrap().name, "Full");
    let (error, retry, done) = join("200 OK", "42").await;
    assert_eq!((retry, done), (Retry::Unclear, Done::Unknown));
    assert_eq!(error.unwrap().row(), None);
}

#[tokio::test]
async fn a_range_speaks_for_its_codes() {
    let (error, retry, done) = join("200 OK", "150").await;
    assert_eq!(error, Some(JoinError::Other(150.into())));
    assert_eq!((retry, done), (Retry::Backoff, Done::No));
    let (_, retry, done) = join("200 OK", "200").await;
    assert_eq!((retry, done), (Retry::Unclear, Done::Unknown));
}

#[tokio::test]
async fn what_nobody_knows_may_have_been_done() {
    let (_, retry, done) = join("200 OK", "999").await;
    assert_eq!((retry, done), (Retry::Unclear, Done::Unknown));
    let (_, _, done) = join("200 OK", "\"odd\"").await;
    assert_eq!(done, Done::Unknown);
    // A status says what the code does not.
    let (_, _, done) = join("400 Bad Request", "999").await;
    assert_eq!(done, Done::No);
    let (_, _, done) = join("503 Service Unavailable", "150").await;
    assert_eq!(done, Done::Unknown);
    // Where repeating changes nothing, nothing has changed.
    let wire = Wire::answers("200 OK", r#"{"code":999}"#);
    let error = client(&wire).send(Members::new()).await.unwrap_err();
    assert_eq!(error.done(), Done::No);
}

#[tokio::test]
async fn a_code_in_quotes_is_the_code() {
    let (error, _, done) = join("200 OK", "\"20\"").await;
    let lost = JoinError::Group(clubs::GroupError::Lost);
    assert_eq!((error, done), (Some(lost), Done::Unknown));
    let (error, ..) = join("200 OK", "\"31\"").await;
    assert_eq!(error, Some(JoinError::Other(31.into())));
}

#[tokio::test]
async fn verdicts_on_items_are_looked_for_too() {
    let said = r#"{"code":0,"said":[{"code":0},{"code":1},{"code":20},{"code":31},{"code":999}]}"#;
    let wire = Wire::answers("200 OK", said);
    let names = ["a", "b", "c", "d", "e"].map(str::to_owned).to_vec();
    let outcome = client(&wire)
        .send(Greet::builder().names(names).build())
        .await
        .unwrap();
    let done: Vec<_> = outcome
        .items()
        .iter()
        .map(|item| match &item.verdict {
            Verdict::Refused(refused) => Some((refused.retry(), refused.done())),
            _ => None,
        })
        .collect();
    let wanted = [
        None,
        Some((Retry::Never, Done::No)),
        Some((Retry::Never, Done::Unknown)),
        Some((Retry::SlowDown, Done::No)),
        Some((Retry::Unclear, Done::Unknown)),
    ];
    assert_eq!(done, wanted);
}
