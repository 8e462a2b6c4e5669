//! One verdict for each label, with codes in words.

use bindery::{Code, Error, Item, UnixSeconds, Verdict};

use crate::carrier::{Asked, Carrier, client_of, id};
use crate::parcel::{LabelOrder, PrintLabels, PrintLabelsItemError};

fn orders() -> PrintLabels {
    let order = |number, second| LabelOrder::new(id(number), UnixSeconds::from_secs(second));
    PrintLabels::builder()
        .orders([order(1, 1), order(404, 2), order(3, 3)])
        .build()
}

#[tokio::test]
async fn each_label_has_its_verdict() {
    let (client, carrier) = Carrier::open().await;
    let outcome = client.send(orders()).await.unwrap();
    assert_eq!(carrier.asked(), [Asked::Print(orders())]);
    assert!(!outcome.is_complete());
    let items = outcome.items();
    let sent: Vec<_> = items.iter().map(|item| item.sent.clone()).collect();
    assert_eq!(sent, orders().orders.as_slice());
    let Verdict::Done(label) = &items[0].verdict else {
        panic!("{items:?}")
    };
    assert_eq!(
        label.label_url.as_deref(),
        Some("https://parcel.example/l/1")
    );
    let errors = items[1..].iter().map(|item| match &item.verdict {
        Verdict::Refused(refused) => &refused.error,
        other => panic!("{other:?}"),
    });
    let jammed = PrintLabelsItemError::Other(Code::from("jammed"));
    assert_eq!(
        errors.collect::<Vec<_>>(),
        [&PrintLabelsItemError::ParcelNotFound, &jammed]
    );
    let told = outcome.into_result().unwrap_err().to_string();
    assert_eq!(
        told,
        "1 of 3 items done; item 1: code parcel_not_found, there is no such parcel; item 2: code jammed"
    );
}

#[tokio::test]
async fn both_successes_are_success() {
    let body =
        r#"{"ok":true,"verdicts":[{"status":"queued"},{"status":"printed"},{"status":"queued"}]}"#;
    let outcome = client_of(200, body).await.send(orders()).await.unwrap();
    assert_eq!(outcome.into_result().unwrap().len(), 3);
}

#[tokio::test]
async fn verdicts_that_cannot_be_assigned_are_nobodys() {
    let body = r#"{"ok":true,"verdicts":[{"status":"printed"},{"status":"printed"}]}"#;
    let outcome = client_of(200, body).await.send(orders()).await.unwrap();
    assert!(
        outcome
            .items()
            .iter()
            .all(|item| item.verdict == Verdict::Unanswered)
    );
    assert_eq!(outcome.unpaired().len(), 2);
}

#[tokio::test]
async fn a_verdict_that_cannot_be_read_leaves_the_others_their_places() {
    let body =
        r#"{"ok":true,"verdicts":[{"status":"printed"},{"status":[{}]},{"status":"queued"}]}"#;
    let outcome = client_of(200, body).await.send(orders()).await.unwrap();
    let done = |item: &Item<_, _, _>| matches!(item.verdict, Verdict::Done(_));
    let done: Vec<_> = outcome.items().iter().map(done).collect();
    assert_eq!(done, [true, false, true]);
}

#[tokio::test]
async fn what_follows_the_reply_makes_it_unreadable() {
    let body = r#"{"ok":true,"verdicts":[{"status":"printed"}]} {}"#;
    let error = client_of(200, body).await.send(orders()).await.unwrap_err();
    assert!(matches!(error, Error::Undecodable(_)), "{error}");
}
