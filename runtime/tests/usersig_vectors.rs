//! Signatures of the published signers, made with the clock frozen: signed here to the same fields, and read here.
#![cfg(feature = "usersig")]

use std::io::{Read, Write};

use base64::{Engine, engine::general_purpose::STANDARD};
use bindery::sign::{Claims, Privileges, Room, UserSigKey, VerifyError, private_map_buffer};
use flate2::{Compression, read::ZlibDecoder, write::ZlibEncoder};
use serde_json::{Value, json};

fn vectors() -> Vec<Value> {
    let file: Value = serde_json::from_str(include_str!("vectors/usersig.json")).unwrap();
    file["vectors"].as_array().unwrap().clone()
}

fn text<'a>(vector: &'a Value, name: &str) -> &'a str {
    vector["input"][name].as_str().unwrap()
}

fn number(vector: &Value, name: &str) -> u64 {
    vector["input"][name].as_u64().unwrap()
}

fn small(vector: &Value, name: &str) -> u32 {
    number(vector, name).try_into().unwrap()
}

fn key(vector: &Value) -> UserSigKey {
    UserSigKey::new(small(vector, "sdkappid"), text(vector, "key"))
}

fn unhex(hex: &str) -> Vec<u8> {
    (0..hex.len())
        .step_by(2)
        .map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap())
        .collect()
}

fn claims(vector: &Value) -> Claims {
    let account = text(vector, "userid");
    let claims = Claims::new(account, number(vector, "time"), number(vector, "expire"));
    let map = |room| {
        let privileges = Privileges(small(vector, "privilege_map"));
        let app = small(vector, "sdkappid");
        private_map_buffer(app, account, room, claims.expires(), privileges).unwrap()
    };
    let buffer = match text(vector, "kind") {
        "usersig" => return claims,
        "userbuf" => unhex(text(vector, "userbuf_hex")),
        "private_map_key" => map(Room::Number(small(vector, "roomid"))),
        "private_map_key_string_room" => map(Room::Name(text(vector, "roomstr"))),
        kind => panic!("vector of kind {kind}"),
    };
    claims.with_user_buffer(buffer)
}

/// Undone with other means than the crate's own.
fn decoded(sig: &str) -> Value {
    let base64 = sig.replace('*', "+").replace('-', "/").replace('_', "=");
    let stream = STANDARD.decode(base64).unwrap();
    let mut json = String::new();
    ZlibDecoder::new(&*stream)
        .read_to_string(&mut json)
        .unwrap();
    serde_json::from_str(&json).unwrap()
}

fn encoded(object: &Value) -> String {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::none());
    encoder.write_all(object.to_string().as_bytes()).unwrap();
    let base64 = STANDARD.encode(encoder.finish().unwrap());
    base64.replace('+', "*").replace('/', "-").replace('=', "_")
}

#[test]
fn every_vector_is_signed_to_the_expected_object() {
    for vector in vectors() {
        let claims = claims(&vector);
        if let Some(hex) = vector["expected_userbuf_hex"].as_str() {
            assert_eq!(claims.user_buffer, Some(unhex(hex)), "{}", vector["id"]);
        }
        let sig = key(&vector).sign(&claims).unwrap();
        assert_eq!(
            decoded(sig.expose()),
            vector["expected_json"],
            "{}",
            vector["id"]
        );
    }
}

#[test]
fn every_published_signers_text_is_verified() {
    let mut texts = 0;
    for vector in vectors() {
        let expected = claims(&vector);
        for (name, made) in vector["implementations"].as_object().unwrap() {
            let sig = made["usersig"].as_str().unwrap();
            let verified = key(&vector).verify(sig, &expected.identifier, expected.issued);
            assert_eq!(
                verified.as_ref(),
                Ok(&expected),
                "{} of {name}",
                vector["id"]
            );
            texts += 1;
        }
    }
    assert!(texts > 40, "only {texts} texts in the vectors");
}

#[test]
fn no_vector_verifies_with_another_key() {
    for vector in vectors() {
        let other = UserSigKey::new(small(&vector, "sdkappid"), "another key");
        let claims = claims(&vector);
        for made in vector["implementations"].as_object().unwrap().values() {
            let sig = made["usersig"].as_str().unwrap();
            let verified = other.verify(sig, &claims.identifier, claims.issued);
            assert_eq!(verified, Err(VerifyError::WrongSignature));
        }
    }
}

/// Go's signer leaves zero and empty members out of the JSON, though it signs their lines.
#[test]
fn members_left_out_because_they_are_zero_or_empty_are_verified() {
    let key = UserSigKey::new(1, "k");
    let claims = Claims::new("a", 5, 0).with_user_buffer("");
    let mut object = decoded(key.sign(&claims).unwrap().expose());
    for (name, empty) in [("TLS.expire", json!(0)), ("TLS.userbuf", json!(""))] {
        assert_eq!(object.as_object_mut().unwrap().remove(name), Some(empty));
        assert_eq!(key.verify(&encoded(&object), "a", 5), Ok(claims.clone()));
    }
    let without_line = Claims::new("a", 5, 0);
    let sig = key.sign(&without_line).unwrap();
    assert_eq!(key.verify(sig.expose(), "a", 5), Ok(without_line));
}

#[test]
fn a_changed_member_is_a_wrong_signature() {
    let key = UserSigKey::new(1, "k");
    let claims = Claims::new("a", 5, 60).with_user_buffer("abc");
    let sig = key.sign(&claims).unwrap();
    for (name, value) in [
        ("TLS.expire", json!(61)),
        ("TLS.time", json!(6)),
        ("TLS.userbuf", json!("YWJk")),
        ("TLS.userbuf", json!(null)),
        ("TLS.sig", json!("")),
    ] {
        let mut object = decoded(sig.expose());
        object[name] = value;
        let verified = key.verify(&encoded(&object), "a", 5);
        assert_eq!(verified, Err(VerifyError::WrongSignature), "{name}");
    }
}

#[test]
fn signing_is_deterministic_and_escapes_what_json_needs_escaped() {
    let key = UserSigKey::new(1, "k");
    let claims = Claims::new(r#"a"b\c</é🙂"#, 2, 3);
    let sig = key.sign(&claims).unwrap();
    assert_eq!(
        decoded(sig.expose())["TLS.identifier"],
        json!(r#"a"b\c</é🙂"#)
    );
    assert_eq!(sig.expose(), key.sign(&claims).unwrap().expose());
    assert_eq!(key.verify(sig.expose(), r#"a"b\c</é🙂"#, 5), Ok(claims));
}
