//! Dropping a call at each place it can wait leaves the client usable.

use std::future::Future;
use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;

use bindery::{RateLimit, Rates, TransportErrorKind};

use crate::api::SendParcel;
use crate::service::Service;
use crate::timer::Clock;

const SECOND: Duration = Duration::from_secs(1);

/// Polls a call once, sees it wait, and drops it.
fn start_and_drop(call: impl Future) {
    let mut call = pin!(call);
    let mut context = Context::from_waker(Waker::noop());
    assert!(call.as_mut().poll(&mut context).is_pending());
}

#[tokio::test]
async fn while_the_service_is_silent() {
    let service = Service::new(Clock::still());
    let client = service.client();
    service.hangs();
    start_and_drop(client.send(SendParcel::to("ann")));
    assert_eq!(client.send(SendParcel::to("ann")).await.unwrap(), 7);
}

#[tokio::test]
async fn while_waiting_to_send_again() {
    let service = Service::new(Clock::still());
    let client = service.client();
    service.fails(TransportErrorKind::Connect);
    start_and_drop(client.send(SendParcel::to("ann")));
    assert_eq!(service.requests().len(), 1);
    assert_eq!(client.send(SendParcel::to("ann")).await.unwrap(), 7);
}

#[tokio::test]
async fn while_waiting_for_a_permit_in_front_and_behind() {
    let clock = Clock::still();
    let service = Service::new(clock.clone());
    let limit = RateLimit {
        calls: 1,
        per: SECOND,
    };
    let rates = Rates::off().operation("send_parcel", limit);
    let client = service.builder().rate(rates).build().unwrap();
    client.send(SendParcel::to("first")).await.unwrap();
    {
        let mut front = pin!(client.send(SendParcel::to("front")));
        let mut context = Context::from_waker(Waker::noop());
        assert!(front.as_mut().poll(&mut context).is_pending());
        start_and_drop(client.send(SendParcel::to("behind")));
    }
    clock.advance(SECOND);
    client.send(SendParcel::to("last")).await.unwrap();
    assert_eq!(service.times(), [Duration::ZERO, SECOND]);
}

#[tokio::test]
async fn before_it_has_started() {
    let service = Service::new(Clock::still());
    let client = service.client();
    drop(client.send(SendParcel::to("ann")));
    assert!(service.requests().is_empty());
}
