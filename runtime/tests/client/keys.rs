//! Keys and tokens as they come out of files and shells: with a line end behind them.

use bindery::sign::{
    ApiKey, Basic, Bearer, Claims, Signed, Signer, UserSigCredentials, UserSigKey,
};
use http::HeaderName;

fn signed(signer: &dyn Signer) -> Signed {
    let mut parts = Signed::default();
    signer.sign(&mut parts, 1_700_000_000, 7).unwrap();
    parts
}

fn header(signer: &dyn Signer) -> String {
    let parts = signed(signer);
    parts.headers[0].1.to_str().unwrap().to_owned()
}

#[test]
fn white_space_around_them_is_dropped() {
    let name = HeaderName::from_static("x-key");
    for text in ["k3y", "k3y\n", "k3y\r\n", " k3y\t\n", "\nk3y"] {
        assert_eq!(header(&Bearer::new(text)), "Bearer k3y");
        assert_eq!(header(&ApiKey::header(name.clone(), text)), "k3y");
        assert_eq!(header(&ApiKey::cookie("key", text)), "key=k3y");
        assert_eq!(signed(&ApiKey::query("key", text)).query[0].1, "k3y");
        for shown in [
            signed(&Bearer::new(text)),
            signed(&ApiKey::query("key", text)),
        ] {
            assert_eq!(shown.secrets[0].expose(), "k3y");
        }
        let claims = Claims::new("ann", 1_700_000_000, 60);
        let sig = UserSigKey::new(1, text).sign(&claims).unwrap();
        let key = UserSigKey::new(1, "k3y");
        assert!(
            key.verify(sig.expose(), "ann", 1_700_000_001).is_ok(),
            "{text:?}"
        );
    }
}

#[test]
fn a_password_loses_line_ends_alone() {
    for text in ["pass word ", "pass word \n", "pass word \r\n"] {
        assert_eq!(
            header(&Basic::new("ann\n", text)),
            "Basic YW5uOnBhc3Mgd29yZCA="
        );
    }
}

#[test]
fn a_key_of_white_space_is_an_empty_one() {
    let error = UserSigCredentials::new(1, "ann", " \n").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the signing key is empty; give the key of the app"
    );
}
