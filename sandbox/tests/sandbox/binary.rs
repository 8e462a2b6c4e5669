//! The command for people.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Output, Stdio};

use tencent_im_sandbox::{DEMO_ADMIN, DEMO_KEY};

use crate::support::Raw;

fn command() -> Command {
    Command::new(env!("CARGO_BIN_EXE_tencent-im-sandbox"))
}

fn run(args: &[&str]) -> Output {
    command().args(args).output().unwrap()
}

/// Ends with the test, however that ends.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn start() -> (Running, String) {
    let mut child = command().stdout(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap())
        .lines()
        .map(Result::unwrap);
    let mut greeting = String::new();
    while !greeting.contains("Ctrl-C") {
        greeting.push_str(&lines.next().unwrap());
        greeting.push('\n');
    }
    (Running(child), greeting)
}

#[tokio::test]
async fn the_call_it_prints_works() {
    let (_running, greeting) = start();
    assert!(greeting.contains(DEMO_KEY) && greeting.contains(DEMO_ADMIN));
    let curl = greeting
        .lines()
        .find(|line| line.starts_with("curl "))
        .unwrap();
    let quoted: Vec<_> = curl.split('\'').collect();
    let (url, body) = (quoted[1], quoted[3]);
    let split = url.find("/v4/").unwrap();
    let reply = Raw::connect(&url[..split])
        .await
        .post(&url[split..], body)
        .await;
    assert_eq!(reply.code(), 0);
    assert!(reply.body.contains(r#""GroupId":"hikers""#));
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_well() {
    let (mut running, _) = start();
    let pid = running.0.id().to_string();
    assert!(
        Command::new("kill")
            .args(["-INT", &pid])
            .status()
            .unwrap()
            .success()
    );
    assert_eq!(running.0.wait().unwrap().code(), Some(0));
}

#[test]
fn it_tells_how_it_is_used() {
    let help = run(&["--help"]);
    assert!(help.status.success());
    assert!(
        String::from_utf8(help.stdout)
            .unwrap()
            .contains("--port PORT")
    );
    let version = run(&["-V"]);
    let expected = format!("tencent-im-sandbox {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(String::from_utf8(version.stdout).unwrap(), expected);
}

#[test]
fn wrong_usage_is_status_2_and_says_what_is_wrong() {
    let cases: [(&[&str], &str); 5] = [
        (&["--prot", "1"], "unknown argument \"--prot\""),
        (&["--port"], "--port needs a number"),
        (&["--port", "70000"], "\"70000\" is not a port"),
        (&["--port=x"], "\"x\" is not a port"),
        (&["4711"], "unknown argument \"4711\""),
    ];
    for (args, message) in cases {
        let output = run(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(
            String::from_utf8(output.stderr).unwrap().contains(message),
            "{args:?}"
        );
    }
}

#[test]
fn a_port_in_use_is_status_1() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let output = run(&["--port", &port]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stderr).unwrap().contains(&port));
}
