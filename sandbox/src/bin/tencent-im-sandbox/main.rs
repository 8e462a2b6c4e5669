//! The sandbox for people: starts it, says how to call it, ends on Ctrl-C.

mod args;

use std::error::Error;
use std::future::{Future, poll_fn};
use std::io::{self, Write};
use std::pin::pin;
use std::process::ExitCode;
use std::task::Poll;
use std::time::{SystemTime, UNIX_EPOCH};

use bindery::sign::{Claims, UserSigKey};
use tencent_im_sandbox::{DEMO_ADMIN, DEMO_APP_ID, DEMO_KEY, Sandbox};

use self::args::{Command, HELP};

/// 180 days, as the vendor's own signers have it.
const SIGNATURE_LIFETIME: u64 = 180 * 24 * 60 * 60;

fn main() -> ExitCode {
    let command = match args::parse(std::env::args().skip(1)) {
        Ok(command) => command,
        Err(error) => {
            eprintln!("error: {error}");
            return ExitCode::from(2);
        }
    };
    let done = match command {
        Command::Help => say(HELP).map_err(Into::into),
        Command::Version => say(concat!(
            "tencent-im-sandbox ",
            env!("CARGO_PKG_VERSION"),
            "\n"
        ))
        .map_err(Into::into),
        Command::Run { port } => run(port),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(port: u16) -> Result<(), Box<dyn Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let sandbox = Sandbox::builder().port(port).start().await?;
        let mut interrupt = pin!(tokio::signal::ctrl_c());
        // The first poll listens: whoever reads the greeting may interrupt at once.
        let interrupted = poll_fn(|cx| Poll::Ready(interrupt.as_mut().poll(cx))).await;
        if interrupted.is_pending() {
            say(&greeting(sandbox.base_url())?)?;
            interrupt.await?;
        }
        sandbox.shutdown().await;
        Ok(())
    })
}

fn say(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

fn greeting(base_url: &str) -> Result<String, Box<dyn Error>> {
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let claims = Claims::new(DEMO_ADMIN, now.as_secs(), SIGNATURE_LIFETIME);
    let sig = UserSigKey::new(DEMO_APP_ID, DEMO_KEY).sign(&claims)?;
    let sig = sig.expose();
    Ok(format!(
        r#"base URL   {base_url}
app id     {DEMO_APP_ID}
key        {DEMO_KEY} (of the public demo app)
admin      {DEMO_ADMIN}

A first call:

curl '{base_url}/v4/group_open_http_svc/import_group?sdkappid={DEMO_APP_ID}&identifier={DEMO_ADMIN}&usersig={sig}&random=1&contenttype=json' -d '{{"Type":"Public","GroupId":"hikers","Name":"Hikers","CreateTime":1600000000}}'

Ctrl-C ends it.
"#
    ))
}
