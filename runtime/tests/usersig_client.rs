//! What a client sees of signers: the pairs and headers added, one renewal for many callers, and no secret in any `Debug`.
#![cfg(feature = "usersig")]

use std::collections::BTreeSet;
use std::thread;
use std::time::Duration;

use bindery::secret::Secret;
use bindery::sign::{
    ApiKey, Bearer, NoAuth, SignError, SignatureCache, Signed, Signer, UserSigCredentials,
    UserSigKey,
};
use http::HeaderName;

const NOW: u64 = 1_700_000_000;
const KEY: &str = "k3y-of-the-tests";

fn key() -> UserSigKey {
    UserSigKey::new(1_400_000_000, KEY)
}

fn cache(lifetime: u64) -> SignatureCache {
    SignatureCache::new(key(), "administrator", lifetime).unwrap()
}

/// When the signature that the cache gives at `now` was made.
fn issued(cache: &SignatureCache, now: u64) -> u64 {
    let sig = cache.get(now).unwrap();
    let claims = key().verify(sig.expose(), "administrator", now).unwrap();
    claims.issued
}

fn signed(signer: &dyn Signer, now: u64) -> Signed {
    let mut parts = Signed::default();
    signer.sign(&mut parts, now, 4_294_967_295).unwrap();
    parts
}

fn usersig(parts: &Signed) -> &str {
    let pair = parts.query.iter().find(|(name, _)| name == "usersig");
    &pair.unwrap().1
}

#[test]
fn many_threads_share_one_signing() {
    let cache = cache(1000);
    // Each thread's own signature would differ: it comes at a second of its own.
    let sigs: BTreeSet<String> = thread::scope(|scope| {
        let threads: Vec<_> = (0..16)
            .map(|second| {
                let cache = &cache;
                scope.spawn(move || cache.get(NOW + second).unwrap().expose().to_owned())
            })
            .collect();
        threads.into_iter().map(|t| t.join().unwrap()).collect()
    });
    assert_eq!(sigs.len(), 1);
}

#[test]
fn a_signature_is_renewed_when_a_tenth_of_its_life_is_left() {
    let cache = cache(1000);
    assert_eq!(issued(&cache, NOW), NOW);
    assert_eq!(issued(&cache, NOW + 900), NOW);
    assert_eq!(issued(&cache, NOW + 901), NOW + 901);
    assert_eq!(issued(&cache, NOW + 902), NOW + 901);
    assert_eq!(issued(&cache, NOW + 99_999), NOW + 99_999);
}

#[test]
fn a_signature_from_a_clock_far_ahead_is_not_kept() {
    let cache = cache(1000);
    assert_eq!(issued(&cache, NOW), NOW);
    assert_eq!(issued(&cache, NOW - 100), NOW);
    assert_eq!(issued(&cache, NOW - 101), NOW - 101);
}

#[test]
fn the_shortest_lifetime_still_expires() {
    let cache = cache(0);
    assert_eq!(issued(&cache, NOW), NOW);
    assert_eq!(issued(&cache, NOW + 1), NOW + 1);
}

#[test]
fn callers_that_see_the_same_expiry_renew_once() {
    let cache = cache(1000);
    let old = cache.get(NOW).unwrap();
    assert!(cache.invalidate(old.expose()));
    assert_eq!(issued(&cache, NOW + 1), NOW + 1);
    for late in 2..12 {
        assert!(!cache.invalidate(old.expose()));
        assert_eq!(issued(&cache, NOW + late), NOW + 1);
    }
}

#[test]
fn user_sig_credentials_add_four_query_pairs() {
    let signer = UserSigCredentials::new(1_400_000_000, "admin&é", KEY)
        .unwrap()
        .lifetime(Duration::from_secs(3600));
    let parts = signed(&signer, NOW);
    let names: Vec<_> = parts.query.iter().map(|(name, _)| &**name).collect();
    assert_eq!(names, ["sdkappid", "identifier", "usersig", "random"]);
    assert_eq!(parts.query[0].1, "1400000000");
    assert_eq!(parts.query[1].1, "admin&é");
    assert_eq!(parts.query[3].1, "4294967295");
    assert!(parts.headers.is_empty());
    assert_eq!(parts.secrets[0].expose(), usersig(&parts));
    let claims = key().verify(usersig(&parts), "admin&é", NOW).unwrap();
    assert_eq!((claims.issued, claims.lifetime), (NOW, 3600));
}

#[test]
fn a_lifetime_below_a_second_is_a_second() {
    let signer = UserSigCredentials::new(1_400_000_000, "admin", KEY)
        .unwrap()
        .lifetime(Duration::from_millis(1));
    let claims = key()
        .verify(usersig(&signed(&signer, NOW)), "admin", NOW)
        .unwrap();
    assert_eq!(claims.lifetime, 1);
}

#[test]
fn signatures_live_180_days_unless_said_otherwise() {
    let signer = UserSigCredentials::new(1_400_000_000, "administrator", KEY).unwrap();
    let parts = signed(&signer, NOW);
    let claims = key().verify(usersig(&parts), "administrator", NOW).unwrap();
    assert_eq!(claims.lifetime, 15_552_000);
}

#[test]
fn renewing_credentials_makes_the_next_call_sign_anew() {
    let signer = UserSigCredentials::new(1_400_000_000, "administrator", KEY).unwrap();
    let first = signed(&signer, NOW);
    assert_eq!(usersig(&signed(&signer, NOW + 1)), usersig(&first));
    assert!(signer.renew(&first));
    let second = signed(&signer, NOW + 2);
    assert_ne!(usersig(&second), usersig(&first));
    assert!(signer.renew(&first));
    assert_eq!(usersig(&signed(&signer, NOW + 3)), usersig(&second));
    assert!(!signer.renew(&Signed::default()));
}

#[test]
fn credentials_are_refused_before_the_first_call() {
    let refused = |identifier, key| UserSigCredentials::new(1, identifier, key).unwrap_err();
    assert_eq!(refused("a", ""), SignError::EmptyKey);
    assert_eq!(refused("", "k"), SignError::EmptyIdentifier);
    assert_eq!(
        refused("a\u{85}", "k"),
        SignError::ControlCharacter {
            found: '\u{85}',
            at: 1
        }
    );
}

#[test]
fn a_bearer_token_is_a_sensitive_header() {
    let parts = signed(&Bearer::new("t0ken"), NOW);
    let (name, value) = &parts.headers[0];
    assert_eq!(
        (name.as_str(), value.to_str().unwrap()),
        ("authorization", "Bearer t0ken")
    );
    assert!(value.is_sensitive());
    assert_eq!(parts.secrets[0].expose(), "t0ken");
    let refused = Bearer::new("t0\nken").sign(&mut Signed::default(), NOW, 1);
    assert_eq!(refused, Err(SignError::HeaderValue));
}

#[test]
fn an_api_key_stands_in_the_query_or_in_a_header() {
    let parts = signed(&ApiKey::query("api_key", "k&y"), NOW);
    assert_eq!(parts.query, [("api_key".into(), "k&y".to_owned())]);
    assert_eq!(parts.secrets[0].expose(), "k&y");
    let parts = signed(
        &ApiKey::header(HeaderName::from_static("x-key"), "k3y"),
        NOW,
    );
    assert_eq!(parts.headers[0].0, "x-key");
    assert_eq!(parts.headers[0].1, "k3y");
    assert!(parts.headers[0].1.is_sensitive());
}

#[test]
fn no_auth_adds_nothing_and_cannot_renew() {
    let parts = signed(&NoAuth, NOW);
    assert!(parts.query.is_empty() && parts.headers.is_empty() && parts.secrets.is_empty());
    assert!(!NoAuth.renew(&parts));
}

#[test]
fn debug_shows_no_secret() {
    let cache = cache(1000);
    let sig = cache.get(NOW).unwrap();
    let credentials = UserSigCredentials::new(1_400_000_000, "administrator", KEY).unwrap();
    let header = HeaderName::from_static("x-key");
    let shown = format!(
        "{:?}",
        (
            (
                Secret::from(KEY),
                key(),
                &sig,
                &cache,
                signed(&credentials, NOW),
                &credentials
            ),
            (Bearer::new(KEY), signed(&Bearer::new(KEY), NOW)),
            (
                ApiKey::query("q", KEY),
                signed(&ApiKey::query("q", KEY), NOW)
            ),
            (
                ApiKey::header(header.clone(), KEY),
                signed(&ApiKey::header(header, KEY), NOW)
            ),
        )
    );
    assert!(!shown.contains(KEY), "{shown}");
    assert!(!shown.contains(sig.expose()), "{shown}");
    let (_, usersig) = &signed(&credentials, NOW).query[2];
    assert!(!shown.contains(usersig), "{shown}");
    assert!(shown.contains("administrator"), "{shown}");
}
