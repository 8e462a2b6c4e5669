//! What the observer is told of each attempt.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bindery::{Attempt, Code, Observer, TransportErrorKind};

use crate::api::SendParcel;
use crate::service::{Service, answer};

/// Number, status, code, failure, success, elapsed and the wait for the next.
type Seen = (
    u32,
    Option<u16>,
    Option<Code>,
    Option<TransportErrorKind>,
    bool,
    Duration,
    Option<Duration>,
);

#[derive(Clone, Default)]
struct Record(Arc<Mutex<Vec<Seen>>>);

impl Observer for Record {
    fn attempt(&self, attempt: &Attempt<'_>) {
        assert_eq!(attempt.operation, "send_parcel");
        self.0.lock().unwrap().push((
            attempt.number,
            attempt.status,
            attempt.code.cloned(),
            attempt.failure,
            attempt.success,
            attempt.elapsed,
            attempt.again_in,
        ));
    }
}

#[tokio::test]
async fn every_attempt_is_told_once() {
    let service = Service::leaping();
    let clock = service.clock.clone();
    service.fails(TransportErrorKind::Connect).code(20);
    service.then(move |_| {
        clock.advance(Duration::from_secs(2));
        Ok(answer(200, r#"{"ErrorCode":0,"Seq":7}"#))
    });
    let record = Record::default();
    let client = service.builder().observer(record.clone()).build().unwrap();
    client.send(SendParcel::to("ann")).await.unwrap();
    client.send(SendParcel::to("nobody")).await.unwrap_err();
    let zero = Duration::ZERO;
    let waits = [100, 200].map(|millis| Some(Duration::from_millis(millis)));
    let seen = record.0.lock().unwrap().clone();
    let connect = Some(TransportErrorKind::Connect);
    assert_eq!(
        seen,
        [
            (1, None, None, connect, false, zero, waits[0]),
            (
                2,
                Some(200),
                Some(Code::Int(20)),
                None,
                false,
                zero,
                waits[1]
            ),
            (3, Some(200), None, None, true, Duration::from_secs(2), None),
        ]
    );
}
