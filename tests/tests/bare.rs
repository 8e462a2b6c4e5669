//! The runtime without any feature: a client is built with a transport and a timer of the caller's, or says what is missing. A real
//! cargo is driven, in a crate outside the workspace, for no other crate has it without features.

use std::fs;
use std::path::Path;
use std::process::Command;

const MAIN: &str = r#"
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use bindery::bytes::Bytes;
use bindery::http::{Request, Response};
use bindery::{Api, BoxFuture, Client, Limits, Timer, Transport, TransportError};
use bindery::sign::NoAuth;

struct Parcels;

impl Api for Parcels {
    type Credentials = NoAuth;
    const NAME: &'static str = "Parcels";
    const SERVERS: &'static [&'static str] = &["http://parcels.test/api"];
}

struct Still;

impl Timer for Still {
    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

struct Yes;

impl Transport for Yes {
    fn send(&self, _: Request<Bytes>, _: Limits) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        Box::pin(async { Ok(Response::new(Bytes::new())) })
    }
}

fn main() {
    let builder = || Client::<Parcels>::builder(NoAuth);
    println!("{:?}", builder().transport(Yes).build().map(drop));
    println!("{:?}", builder().timer(Arc::new(Still)).build().map(drop));
    println!("{:?}", builder().transport(Yes).timer(Arc::new(Still)).build().map(drop));
}
"#;

#[test]
fn without_features_a_transport_and_a_timer_must_be_given() {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bare");
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let manifest = format!(
        "[package]\nname = \"bare\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\nbindery = {{ path = \"{}\", default-features = false }}\n\n[workspace]\n",
        here.join("../runtime").display()
    );
    fs::create_dir_all(root.join("src")).unwrap();
    fs::write(root.join("Cargo.toml"), manifest).unwrap();
    fs::write(root.join("src/main.rs"), MAIN).unwrap();
    fs::copy(here.join("../Cargo.lock"), root.join("Cargo.lock")).unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline", "--color", "never"])
        .current_dir(&root)
        .env("CARGO_TARGET_DIR", root.join("target"))
        .env_remove("RUSTFLAGS")
        .output()
        .unwrap();
    let log = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{log}");
    let said = String::from_utf8_lossy(&output.stdout);
    let said: Vec<_> = said.lines().collect();
    assert_eq!(said, ["Err(NoTimer)", "Err(NoTransport)", "Ok(())"]);
}
