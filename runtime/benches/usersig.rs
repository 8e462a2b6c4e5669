//! Signatures per second on one thread: made anew each time, verified, and taken from the cache.

use std::hint::black_box;
use std::time::Instant;

use bindery::sign::{Claims, SignatureCache, UserSigKey};

/// The public key of the vendor's sample programs.
const KEY: &str = "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e";
const NOW: u64 = 1_700_000_000;
const LIFETIME: u64 = 15_552_000;
const ROUNDS: u64 = 100_000;

fn main() {
    let key = UserSigKey::new(1_400_000_000, KEY);
    let made = |second| {
        let claims = Claims::new("administrator", NOW + second, LIFETIME);
        key.sign(&claims).expect("claims of the bench")
    };
    let sig = made(0);
    let cache = SignatureCache::new(key.clone(), "administrator", LIFETIME).expect("an identifier");

    report("signed", |second| {
        black_box(made(second));
    });
    report("verified", |_| {
        let claims = key.verify(sig.expose(), "administrator", NOW);
        black_box(claims).expect("its own signature");
    });
    report("from the cache", |_| {
        black_box(cache.get(NOW)).expect("claims of the bench");
    });
    println!("{:>14} {:>10} characters", "length", sig.expose().len());
}

/// The best of five runs: what the code can do when nothing else uses the core.
fn report(what: &str, mut one: impl FnMut(u64)) {
    let mut best = f64::INFINITY;
    for _ in 0..5 {
        let start = Instant::now();
        (0..ROUNDS).for_each(&mut one);
        best = best.min(start.elapsed().as_secs_f64());
    }
    #[expect(clippy::cast_precision_loss, reason = "a count far below 2^52")]
    let rate = ROUNDS as f64 / best;
    println!("{what:>14} {rate:>10.0} per second");
}
