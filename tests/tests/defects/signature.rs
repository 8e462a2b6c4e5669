//! When a signature is made: not for each call, before it expires, and once where the service refuses it.

use std::time::Duration;

use bindery::sign::UserSigKey;
use bindery_tests::clock::Clock;
use bindery_tests::script::{Script, response};
use tencent_im::{Client, GeneralError, ImportGroupMsgError};

use crate::{APP, KEY, client_as, credentials, two_messages};

const EXPIRED: &str = r#"{"ActionStatus":"FAIL","ErrorInfo":"expired","ErrorCode":70001}"#;
const DONE: &str = r#"{"ActionStatus":"OK","ErrorCode":0,"ImportMsgResult":[{"Result":0,"MsgSeq":1},{"Result":0,"MsgSeq":2}]}"#;

fn hour_long(script: &Script, clock: &Clock) -> Client {
    let credentials = credentials("administrator").lifetime(Duration::from_secs(3600));
    client_as(credentials, script, clock)
}

/// The values of a query parameter, one for each request.
fn values(script: &Script, name: &str) -> Vec<String> {
    let value = |query: &str| {
        let pairs = bindery::server::parse_query(query).unwrap();
        pairs
            .into_iter()
            .find(|(found, _)| found == name)
            .unwrap()
            .1
    };
    script
        .seen()
        .iter()
        .map(|request| value(request.uri().query().unwrap()))
        .collect()
}

fn issued(script: &Script) -> Vec<u64> {
    let key = UserSigKey::new(APP, KEY);
    let second = |sig: &String| {
        let now = Clock::START;
        key.verify(sig, "administrator", now).unwrap().issued - now
    };
    values(script, "usersig").iter().map(second).collect()
}

#[tokio::test]
async fn calls_share_a_signature_until_it_is_about_to_expire() {
    let (script, clock) = (Script::default(), Clock::default());
    let client = hour_long(&script, &clock);
    for _ in 0..4 {
        script.says(DONE);
        client
            .send(two_messages())
            .await
            .unwrap()
            .into_result()
            .unwrap();
        clock.advance(Duration::from_secs(1150));
    }
    assert_eq!(issued(&script), [0, 0, 0, 3450]);
    let random = values(&script, "random");
    assert_ne!(random[0], random[1]);
}

#[tokio::test]
async fn a_signature_the_service_calls_expired_is_made_anew() {
    let (script, clock) = (Script::default(), Clock::default());
    let client = hour_long(&script, &clock);
    let service = clock.clone();
    script.then(move |_| {
        service.advance(Duration::from_secs(1));
        response(200, EXPIRED)
    });
    script.says(DONE);
    client
        .send(two_messages())
        .await
        .unwrap()
        .into_result()
        .unwrap();
    assert_eq!(issued(&script), [0, 1]);
}

#[tokio::test]
async fn it_is_made_anew_only_once() {
    let (script, clock) = (Script::default(), Clock::default());
    for _ in 0..3 {
        script.says(EXPIRED);
    }
    let error = hour_long(&script, &clock)
        .send(two_messages())
        .await
        .unwrap_err();
    let expired = ImportGroupMsgError::General(GeneralError::UserSigExpired);
    assert_eq!(error.refusal(), Some(&expired));
    assert_eq!(script.seen().len(), 2);
}
