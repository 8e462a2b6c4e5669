//! Call rates, on a clock that leaps over every sleep.

use std::pin::pin;
use std::task::{Context, Waker};
use std::time::Duration;

use bindery::{Client, RateLimit, Rates};

use crate::api::{Parcels, SendParcel, TrackParcel};
use crate::service::Service;
use crate::timer::Clock;

const SECOND: Duration = Duration::from_secs(1);

/// When `calls` calls, started together, reach the service.
async fn times(rates: Rates, calls: usize) -> Vec<Duration> {
    let service = Service::leaping();
    let client = service.builder().rate(rates).build().unwrap();
    let tasks: Vec<_> = (0..calls)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.send(TrackParcel).await.unwrap() })
        })
        .collect();
    for task in tasks {
        task.await.unwrap();
    }
    service.times()
}

/// The most calls in any window of that length.
fn most_within(times: &[Duration], window: Duration) -> usize {
    let in_window = |start: &Duration| {
        times
            .iter()
            .filter(|t| (*start..*start + window).contains(*t))
            .count()
    };
    times.iter().map(in_window).max().unwrap_or(0)
}

#[tokio::test]
async fn no_second_holds_more_calls_than_documented() {
    let times = times(Rates::documented(), 1000).await;
    assert_eq!(times.len(), 1000);
    assert_eq!(most_within(&times, SECOND), 200);
    let total = *times.last().unwrap();
    assert!(
        total < Duration::from_millis(5600),
        "nor much fewer: {total:?}"
    );
}

#[tokio::test]
async fn calls_are_spread_within_the_second() {
    let times = times(Rates::documented(), 200).await;
    assert_eq!(times.iter().filter(|time| time.is_zero()).count(), 20);
    assert!(most_within(&times, SECOND / 10) <= 40);
}

#[tokio::test]
async fn any_rate_is_kept() {
    for (calls, millis) in [
        (1, 1000),
        (2, 1000),
        (7, 300),
        (19, 1000),
        (100, 60_000),
        (3, 1),
    ] {
        let per = Duration::from_millis(millis);
        let limit = RateLimit { calls, per };
        let times = times(Rates::documented().operation("track_parcel", limit), 120).await;
        assert!(most_within(&times, per) <= calls as usize, "{limit:?}");
        assert_eq!(times.len(), 120);
    }
}

#[tokio::test]
async fn a_share_of_the_rate_is_kept() {
    let times = times(Rates::documented().percent(25), 200).await;
    assert_eq!(most_within(&times, SECOND), 50);
}

#[tokio::test]
async fn limits_can_be_lifted() {
    for rates in [Rates::off(), Rates::documented().unlimited("track_parcel")] {
        assert!(times(rates, 500).await.iter().all(Duration::is_zero));
    }
}

#[tokio::test]
async fn operations_do_not_share_a_rate() {
    let service = Service::leaping();
    let client = service.builder().rate(Rates::documented()).build().unwrap();
    for _ in 0..20 {
        client.send(TrackParcel).await.unwrap();
    }
    for _ in 0..50 {
        client.send(SendParcel::to("ann")).await.unwrap();
    }
    assert_eq!(service.clock.since_start(), Duration::ZERO);
    client.clone().send(TrackParcel).await.unwrap();
    assert!(
        service.clock.since_start() > Duration::ZERO,
        "a clone shares the rate"
    );
}

#[tokio::test]
async fn the_first_to_wait_is_the_first_to_go() {
    let clock = Clock::still();
    let service = Service::new(clock.clone());
    let client = one_a_second(&service);
    let names = ["a", "b", "c", "d"];
    let tasks = names.map(|name| {
        let client = client.clone();
        tokio::spawn(async move { client.send(SendParcel::to(name)).await.unwrap() })
    });
    settle().await;
    tasks[2].abort();
    for _ in 0..3 {
        clock.advance(SECOND);
        settle().await;
    }
    let paths: Vec<_> = service
        .requests()
        .iter()
        .map(|r| r.uri().path().to_owned())
        .collect();
    assert_eq!(
        paths,
        ["/api/parcels/a", "/api/parcels/b", "/api/parcels/d"]
    );
    assert_eq!(
        service.times(),
        [Duration::ZERO, SECOND, 2 * SECOND],
        "who gives up takes no permit along"
    );
}

#[tokio::test]
async fn who_comes_when_a_permit_is_free_does_not_overtake() {
    let clock = Clock::still();
    let service = Service::new(clock.clone());
    let client = one_a_second(&service);
    client.send(SendParcel::to("first")).await.unwrap();
    let mut context = Context::from_waker(Waker::noop());
    let mut waiting = pin!(client.send(SendParcel::to("waiting")));
    assert!(waiting.as_mut().poll(&mut context).is_pending());
    clock.advance(SECOND);
    let mut newcomer = pin!(client.send(SendParcel::to("newcomer")));
    assert!(newcomer.as_mut().poll(&mut context).is_pending());
    assert!(waiting.as_mut().poll(&mut context).is_ready());
    clock.advance(SECOND);
    assert!(newcomer.as_mut().poll(&mut context).is_ready());
}

#[tokio::test]
async fn giving_up_in_front_lets_the_next_one_go() {
    let clock = Clock::still();
    let service = Service::new(clock.clone());
    let client = one_a_second(&service);
    client.send(SendParcel::to("first")).await.unwrap();
    let [front, next] = ["front", "next"].map(|name| {
        let client = client.clone();
        tokio::spawn(async move { client.send(SendParcel::to(name)).await.unwrap() })
    });
    settle().await;
    front.abort();
    settle().await;
    clock.advance(SECOND);
    next.await.unwrap();
    assert_eq!(service.times(), [Duration::ZERO, SECOND]);
}

#[tokio::test]
async fn a_service_that_says_slow_down_gets_rest_from_all_clones() {
    let clock = Clock::still();
    let service = Service::new(clock.clone());
    service.then(|_| {
        let mut answer = crate::service::answer(429, "");
        answer
            .headers_mut()
            .insert("retry-after", "5".parse().unwrap());
        Ok(answer)
    });
    let client = service.builder().rate(Rates::documented()).build().unwrap();
    let tasks = [(); 2].map(|()| {
        let client = client.clone();
        tokio::spawn(async move { client.send(TrackParcel).await.unwrap() })
    });
    settle().await;
    let late = tokio::spawn(async move { client.send(TrackParcel).await.unwrap() });
    settle().await;
    assert_eq!(service.requests().len(), 1, "the others wait as well");
    clock.advance(5 * SECOND);
    for task in tasks {
        task.await.unwrap();
    }
    late.await.unwrap();
    assert_eq!(service.requests().len(), 4);
}

fn one_a_second(service: &Service) -> Client<Parcels> {
    let limit = RateLimit {
        calls: 1,
        per: SECOND,
    };
    let rates = Rates::off().operation("send_parcel", limit);
    service.builder().rate(rates).build().unwrap()
}

/// Lets every task run until it waits.
async fn settle() {
    for _ in 0..50 {
        tokio::task::yield_now().await;
    }
}
