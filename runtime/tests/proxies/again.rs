//! Runs a test once more in a process of its own, for only there can it have an environment of its own.

use std::process::Command;
use std::{env, thread};

use bindery::{CallOptions, Client};

use crate::api::{Key, Parcels, SendParcel};
use crate::peers::Tls;
use crate::transport::of_the_system;

/// Names the base URL to call: who finds it is the process that calls.
const CALL: &str = "PROXIES_TEST_CALLS";

/// How often.
const TIMES: &str = "PROXIES_TEST_TIMES";

/// Names the file of the roots that are trusted, where the system leaves that to the environment.
pub(crate) const ROOTS: &str = "SSL_CERT_FILE";

/// What says of proxies, or that there are to be none.
const VARIABLES: [&str; 5] = [
    "HTTP_PROXY",
    "HTTPS_PROXY",
    "ALL_PROXY",
    "NO_PROXY",
    "REQUEST_METHOD",
];

/// In the process that calls: says what became of the call.
pub(crate) fn called() -> bool {
    let Ok(base) = env::var(CALL) else {
        return false;
    };
    let client: Client<Parcels> = Client::builder(Key::default())
        .base_url(base)
        .allow_plain_http()
        .transport(of_the_system())
        .build()
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    for _ in 0..env::var(TIMES).unwrap().parse().unwrap() {
        let once = CallOptions::new().no_retry();
        let outcome = runtime.block_on(client.send_with(SendParcel::to("ann"), once));
        println!("{outcome:?}");
    }
    true
}

/// Runs this test in a process that calls `url` so often, with these variables, and gives what it says.
pub(crate) fn again(url: &str, times: usize, variables: &[(&str, &str)]) -> String {
    let mut command = Command::new(env::current_exe().unwrap());
    for name in VARIABLES {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    // A machine need not have roots of its own.
    let some = Tls::of("nobody.test");
    let test = thread::current();
    command
        .args(["--exact", test.name().unwrap(), "--nocapture"])
        .env(CALL, url)
        .env(TIMES, times.to_string())
        .env(ROOTS, &some.root)
        .envs(variables.iter().copied());
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}
