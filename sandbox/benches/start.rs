//! How long it takes from nothing to the first answer: `cargo bench -p tencent-im-sandbox`.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use tencent_im_sandbox::Sandbox;

const ROUNDS: usize = 101;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let (mut started, mut answered) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        let begin = Instant::now();
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()?;
        let sandbox = runtime.block_on(Sandbox::start())?;
        started.push(begin.elapsed());
        first_answer(sandbox.base_url())?;
        answered.push(begin.elapsed());
    }
    report("listening", started);
    report("first answer", answered);
    Ok(())
}

fn first_answer(base_url: &str) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(base_url.trim_start_matches("http://"))?;
    stream.write_all(b"POST / HTTP/1.1\r\nHost: sandbox\r\nContent-Length: 0\r\n\r\n")?;
    stream.read_exact(&mut [0; 16])
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort_unstable();
    let (median, slowest) = (times[ROUNDS / 2], times[ROUNDS - 1]);
    println!("{what}: median {median:?}, slowest of {ROUNDS} {slowest:?}");
}
