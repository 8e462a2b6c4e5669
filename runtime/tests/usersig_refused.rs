//! Everything that must not be signed or accepted, and the bounds on what a hostile text can cost.
#![cfg(feature = "usersig")]

use std::io::Write;

use base64::{Engine, engine::general_purpose::STANDARD};
use bindery::sign::{Claims, Malformed, SignError, UserSigKey, VerifyError};
use flate2::{Compression, write::ZlibEncoder};

const NOW: u64 = 1_700_000_000;

fn key() -> UserSigKey {
    UserSigKey::new(1_400_000_000, "a key of the tests")
}

fn sig() -> String {
    let claims = Claims::new("administrator", NOW, 60);
    key().sign(&claims).unwrap().expose().to_owned()
}

/// What verifying gives, for the app, account and time of [`sig`].
fn verify(sig: &str) -> Result<Claims, VerifyError> {
    key().verify(sig, "administrator", NOW)
}

fn malformed(sig: &str) -> Malformed {
    match verify(sig) {
        Err(VerifyError::Malformed(malformed)) => malformed,
        other => panic!("taken for well formed: {other:?}"),
    }
}

/// Any bytes as a text of the right alphabet.
fn packed(stream: &[u8]) -> String {
    let base64 = STANDARD.encode(stream);
    base64.replace('+', "*").replace('/', "-").replace('=', "_")
}

fn zlib(text: &[u8]) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn identifiers_that_could_imitate_other_lines_are_refused() {
    let refused = |identifier: &str| key().sign(&Claims::new(identifier, NOW, 60)).unwrap_err();
    assert_eq!(refused(""), SignError::EmptyIdentifier);
    for found in [
        '\0', '\t', '\n', '\r', '\u{1f}', '\u{7f}', '\u{85}', '\u{9f}',
    ] {
        let error = refused(&format!("ä{found}TLS.sdkappid:1"));
        assert_eq!(error, SignError::ControlCharacter { found, at: 2 });
    }
    assert_eq!(
        refused("a\nb").to_string(),
        "the identifier holds the control character U+000A at byte 1; remove it"
    );
    assert!(key().sign(&Claims::new("a b\u{a0}", NOW, 60)).is_ok());
}

#[test]
fn a_foreign_signature_over_a_line_feed_is_refused() {
    let json =
        br#"{"TLS.ver":"2.0","TLS.identifier":"a\nb","TLS.sdkappid":1400000000,"TLS.sig":""}"#;
    let found = SignError::ControlCharacter { found: '\n', at: 1 };
    assert_eq!(
        malformed(&packed(&zlib(json))),
        Malformed::Identifier(found)
    );
}

#[test]
fn the_empty_key_signs_and_verifies_nothing() {
    let empty = UserSigKey::new(1_400_000_000, "");
    let claims = Claims::new("administrator", NOW, 60);
    assert_eq!(empty.sign(&claims).unwrap_err(), SignError::EmptyKey);
    let verified = empty.verify(&sig(), "administrator", NOW);
    assert_eq!(verified, Err(VerifyError::WrongSignature));
}

#[test]
fn each_mismatch_has_its_own_error() {
    let at = |key: UserSigKey, identifier, now| key.verify(&sig(), identifier, now).unwrap_err();
    let other_app = UserSigKey::new(1_400_000_001, "a key of the tests");
    let found = 1_400_000_000;
    assert_eq!(
        at(other_app, "administrator", NOW),
        VerifyError::OtherApp { found }
    );
    assert_eq!(
        at(key(), "Administrator", NOW),
        VerifyError::OtherIdentifier
    );
    let other_key = UserSigKey::new(1_400_000_000, "A key of the tests");
    assert_eq!(
        at(other_key.clone(), "administrator", NOW),
        VerifyError::WrongSignature
    );
    let long_after = at(other_key, "administrator", NOW + 61);
    assert_eq!(long_after, VerifyError::WrongSignature);
}

#[test]
fn a_signature_is_good_through_its_last_second() {
    let at = |now| key().verify(&sig(), "administrator", now);
    assert!(at(0).is_ok());
    assert!(at(NOW + 60).is_ok());
    let expired = VerifyError::Expired { at: NOW + 60 };
    assert_eq!(at(NOW + 61), Err(expired.clone()));
    assert_eq!(at(u64::MAX), Err(expired));
}

#[test]
fn an_endless_lifetime_does_not_overflow() {
    let claims = Claims::new("administrator", NOW, u64::MAX);
    let sig = key().sign(&claims).unwrap();
    let verified = key().verify(sig.expose(), "administrator", u64::MAX);
    assert_eq!(verified, Ok(claims));
}

#[test]
fn only_the_signers_own_alphabet_is_read() {
    for (own, found) in [('*', '+'), ('-', '/'), ('_', '=')] {
        let sig = "AAAA".to_owned() + &own.to_string();
        let at = sig.len() - 1;
        let standard = sig.replace(own, &found.to_string());
        assert_eq!(malformed(&standard), Malformed::Alphabet { found, at });
        assert_ne!(malformed(&sig), Malformed::Alphabet { found: own, at });
    }
    let line_feed = Malformed::Alphabet {
        found: '\n',
        at: sig().len(),
    };
    assert_eq!(malformed(&(sig() + "\n")), line_feed);
    assert_eq!(malformed("é"), Malformed::Alphabet { found: 'é', at: 0 });
}

#[test]
fn every_cut_of_a_signature_is_malformed() {
    let sig = sig();
    for end in 0..sig.len() {
        assert!(matches!(
            malformed(&sig[..end]),
            Malformed::Base64 | Malformed::Zlib
        ));
    }
}

#[test]
fn a_stream_ends_where_its_text_ends() {
    let json = br#"{"TLS.ver":"2.0","TLS.identifier":"administrator","TLS.sig":""}"#;
    let mut stream = zlib(json);
    assert_eq!(
        verify(&packed(&stream)),
        Err(VerifyError::OtherApp { found: 0 })
    );
    stream.push(0);
    assert_eq!(malformed(&packed(&stream)), Malformed::Zlib);
    stream.truncate(stream.len() - 2);
    assert_eq!(malformed(&packed(&stream)), Malformed::Zlib);
}

#[test]
fn what_is_no_object_of_version_2_is_malformed() {
    for json in [
        "",
        "null",
        "[]",
        "{}",
        r#"{"TLS.ver":"1.0","TLS.identifier":"a","TLS.sdkappid":1400000000,"TLS.sig":""}"#,
        r#"{"TLS.ver":"2.0","TLS.identifier":"a","TLS.sdkappid":-1,"TLS.sig":""}"#,
        r#"{"TLS.ver":"2.0","TLS.identifier":7,"TLS.sdkappid":1400000000,"TLS.sig":""}"#,
        r#"{"TLS.ver":"2.0","TLS.identifier":"a","TLS.sdkappid":1400000000}"#,
        "{\"TLS.ver\":\"2.0\",\"TLS.identifier\":\"a\",\"TLS.sig\":\"\"} x",
    ] {
        assert_eq!(
            malformed(&packed(&zlib(json.as_bytes()))),
            Malformed::Json,
            "{json}"
        );
    }
    assert_eq!(malformed(&packed(&zlib(b"\"\xff\""))), Malformed::Json);
}

#[test]
fn bombs_and_oversize_are_refused() {
    let bomb = packed(&zlib(&vec![b' '; 8 << 20]));
    assert!(bomb.len() < 20_000);
    assert_eq!(malformed(&bomb), Malformed::Zlib);
    assert_eq!(malformed(&"A".repeat(10 << 20)), Malformed::TooLong);
}

#[test]
fn a_text_may_inflate_to_256_kib_and_no_further() {
    let mut json = br#"{"TLS.ver":"2.0","TLS.identifier":"administrator","TLS.sig":""}"#.to_vec();
    json.resize(256 << 10, b' ');
    let found = 0;
    assert_eq!(
        verify(&packed(&zlib(&json))),
        Err(VerifyError::OtherApp { found })
    );
    json.push(b' ');
    assert_eq!(malformed(&packed(&zlib(&json))), Malformed::Zlib);
}

#[test]
fn claims_too_large_to_verify_are_not_signed() {
    let with = |bytes| Claims::new("administrator", NOW, 60).with_user_buffer(vec![7; bytes]);
    let fits = key().sign(&with(190_000)).unwrap();
    assert_eq!(verify(fits.expose()), Ok(with(190_000)));
    assert!(matches!(
        key().sign(&with(200_000)),
        Err(SignError::TooLarge { max: 262_144, .. })
    ));
}

#[test]
fn no_mutation_of_the_text_changes_the_claims() {
    let claims = verify(&sig()).unwrap();
    let sig = sig().into_bytes();
    let symbols = b"AZaz09*-_+=\x00\x7f ";
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut draw = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    for _ in 0..10_000 {
        let mut mutated = sig.clone();
        for _ in 0..=draw(3) {
            let at = draw(mutated.len());
            match draw(4) {
                0 => drop(mutated.remove(at)),
                1 => mutated.insert(at, symbols[draw(symbols.len())]),
                2 => mutated.swap(at, draw(sig.len() - 4).min(at)),
                _ => mutated[at] = symbols[draw(symbols.len())],
            }
        }
        let text = String::from_utf8(mutated).unwrap();
        let verified = verify(&text);
        assert!(
            verified.is_err() || verified.as_ref() == Ok(&claims),
            "{text}"
        );
    }
}

/// A flip may be accepted where deflate has several ways to say one text, but never with other claims.
#[test]
fn no_flipped_bit_of_the_stream_changes_the_claims() {
    let claims = verify(&sig()).unwrap();
    let base64 = sig().replace('*', "+").replace('-', "/").replace('_', "=");
    let stream = STANDARD.decode(base64).unwrap();
    let checksum = stream.len() - 4;
    for at in 0..stream.len() * 8 {
        let mut flipped = stream.clone();
        flipped[at / 8] ^= 1 << (at % 8);
        let verified = verify(&packed(&flipped));
        let harmless = at / 8 < checksum && verified.as_ref() == Ok(&claims);
        assert!(verified.is_err() || harmless, "bit {at}");
    }
}
