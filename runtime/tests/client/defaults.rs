//! The timer and the random numbers a client has unless told otherwise.

use std::collections::HashSet;

use bindery::{Random, StdRandom};

#[test]
fn random_numbers_differ_and_use_all_their_bits() {
    let random = StdRandom::new();
    let drawn: Vec<u32> = (0..1000).map(|_| random.u32()).collect();
    let distinct: HashSet<_> = drawn.iter().collect();
    assert!(distinct.len() > 990, "{}", distinct.len());
    for bit in 0..32 {
        let set = drawn
            .iter()
            .filter(|number| *number >> bit & 1 == 1)
            .count();
        assert!(
            (350..650).contains(&set),
            "bit {bit} is set in {set} of 1000"
        );
    }
    assert_ne!(
        drawn[0],
        StdRandom::new().u32(),
        "each source has its own seed"
    );
}

#[cfg(feature = "hyper")]
#[tokio::test(start_paused = true)]
async fn the_timer_waits_and_measures() {
    use bindery::{Timer, TokioTimer};
    use std::time::{Duration, SystemTime};

    let timer = TokioTimer::new();
    let before = timer.elapsed();
    timer.sleep(Duration::from_secs(90)).await;
    assert_eq!(timer.elapsed(), before + Duration::from_secs(90));
    let apart = timer
        .now()
        .duration_since(SystemTime::now())
        .unwrap_or_default();
    assert!(apart < Duration::from_secs(60));
}

#[cfg(feature = "hyper")]
#[test]
fn the_default_transport_is_ready_or_says_why_not() {
    use std::error::Error;

    // Whether there is a certificate store is up to the machine.
    if let Err(error) = bindery::HyperTransport::new() {
        assert!(error.source().is_some(), "{error}");
    }
}
