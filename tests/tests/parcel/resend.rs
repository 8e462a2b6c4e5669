//! A carrier that hangs up: what is sent again by itself, and what never is.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bindery::server::{Reply, Request};
use bindery::{Done, Error, UnixSeconds};
use bindery_tests::listen::listen;

use crate::carrier::{Asked, Carrier, client, id};
use crate::parcel::{CancelParcel, Client, LabelOrder, PrintLabels, serve};
use crate::round_trip::new_parcel;

/// Hangs up on the first request, having read it; answers the others.
async fn hangs_up_once() -> (Client, Arc<Carrier>, Arc<AtomicUsize>) {
    let carrier = Arc::new(Carrier::default());
    let count = Arc::new(AtomicUsize::new(0));
    let (shared, counter) = (Arc::clone(&carrier), Arc::clone(&count));
    let answer = move |request: Request| {
        let first = counter.fetch_add(1, Ordering::SeqCst) == 0;
        let carrier = Arc::clone(&shared);
        async move {
            let reply: Reply = serve(&*carrier, request).await;
            (!first).then_some(reply)
        }
    };
    (client(&listen(answer).await.unwrap()), carrier, count)
}

#[tokio::test]
async fn a_request_with_a_key_is_sent_again() {
    let (client, carrier, count) = hangs_up_once().await;
    client.send(new_parcel()).await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 2);
    assert_eq!(
        carrier.asked(),
        [Asked::Create(new_parcel()), Asked::Create(new_parcel())]
    );
}

#[tokio::test]
async fn one_that_changes_nothing_twice_is_sent_again() {
    let (client, _, count) = hangs_up_once().await;
    client.send(CancelParcel::new(id(1))).await.unwrap();
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn one_without_a_key_is_not() {
    let (client, carrier, count) = hangs_up_once().await;
    let order = LabelOrder::new(id(1), UnixSeconds::from_secs(1));
    let error = client
        .send(PrintLabels::builder().orders([order]).build())
        .await
        .unwrap_err();
    assert!(matches!(error, Error::UnknownOutcome(_)), "{error:?}");
    assert_eq!(error.done(), Done::Unknown);
    assert_eq!(count.load(Ordering::SeqCst), 1);
    assert_eq!(carrier.asked().len(), 1);
}
