//! CPU time of this process for each call, the client and bare reqwest by turns. The argument is the server's URL.

mod bare;
mod checked;
mod same;

use std::env;
use std::time::Duration;

use bench_measure::{median, process_cpu};
use tencent_im::bindery::{Rates, ReqwestTransport};
use tencent_im::{
    Client, GroupId, ImportElement, ImportGroupMsg, ImportedMessage, TextContent, UnixSeconds,
    UserId, UserSigCredentials,
};
use tokio::runtime::{Builder, Runtime};

type Failure = Box<dyn std::error::Error>;

const APP: u32 = 1_400_000_000;
const ADMINISTRATOR: &str = "administrator";
const KEY: &str = "5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e";
const GROUP: &str = "@TGS#2J4SZEAEL";
const SENT: i64 = 1_620_892_821;
const MESSAGES: usize = 7;

const ROUNDS: usize = 61;
/// Calls in a turn.
const CALLS: u32 = 200;

fn main() -> Result<(), Failure> {
    let url = env::args().nth(1).ok_or("usage: bench-client URL")?;
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let (by_hand, typed) = (by_hand(), typed()?);
    compare(&runtime, &typed, &by_hand)?;
    let bare = bare::Client::new(&url)?;
    let client = client(&url)?;
    let over_reqwest = over_reqwest(&url)?;

    let mut times = [const { Vec::new() }; 4];
    for _ in 0..ROUNDS {
        times[0].push(turn(&runtime, async |_| {
            let outcome = client.send(typed.clone()).await?;
            Ok(if outcome.is_complete() {
                outcome.items().len()
            } else {
                0
            })
        })?);
        times[1].push(turn(&runtime, async |random| {
            let request = by_hand.clone();
            Ok(bare.call(&request, random).await?.accepted())
        })?);
        times[2].push(turn(&runtime, async |random| {
            let request = by_hand.clone();
            checked::check(&request)?;
            let reply = bare.call(&request, random).await?;
            let paired = checked::pair(request, reply.import_msg_result);
            let done = |verdict: &bare::Verdict| verdict.result == 0;
            let paired = paired.iter();
            let done = paired.filter(|(_, verdict)| verdict.as_ref().is_some_and(done));
            Ok(done.count())
        })?);
        times[3].push(turn(&runtime, async |_| {
            let outcome = over_reqwest.send(typed.clone()).await?;
            Ok(if outcome.is_complete() {
                outcome.items().len()
            } else {
                0
            })
        })?);
    }
    report(&times);
    Ok(())
}

fn client(url: &str) -> Result<Client, Failure> {
    let credentials = UserSigCredentials::new(APP, ADMINISTRATOR, KEY)?;
    Ok(Client::builder(credentials)
        .base_url(url)
        .rate(Rates::off())
        .build()?)
}

fn over_reqwest(url: &str) -> Result<Client, Failure> {
    let credentials = UserSigCredentials::new(APP, ADMINISTRATOR, KEY)?;
    Ok(Client::builder(credentials)
        .base_url(url)
        .rate(Rates::off())
        .transport(ReqwestTransport::plain_http()?)
        .build()?)
}

fn compare(
    runtime: &Runtime,
    typed: &ImportGroupMsg,
    by_hand: &bare::Request,
) -> Result<(), Failure> {
    let (address, requests) = same::listen()?;
    let url = format!("http://{address}");
    let (client, bare) = (client(&url)?, bare::Client::new(&url)?);
    let outcome = runtime.block_on(client.send(typed.clone()))?;
    runtime.block_on(bare.call(by_hand, 0))?;
    let (ours, theirs) = (requests.recv()?, requests.recv()?);
    if ours != theirs || !outcome.unpaired().is_empty() {
        return Err(format!("different requests: {ours:?} and {theirs:?}").into());
    }
    Ok(())
}

/// CPU time of one call, over a turn of them.
fn turn(
    runtime: &Runtime,
    call: impl AsyncFn(u32) -> Result<usize, Failure>,
) -> Result<Duration, Failure> {
    let start = process_cpu();
    runtime.block_on(async {
        for random in 0..CALLS {
            if call(random).await? != MESSAGES {
                return Err("not every message was taken".into());
            }
        }
        Ok::<_, Failure>(())
    })?;
    Ok(process_cpu().saturating_sub(start) / CALLS)
}

fn report([ours, bare, checked, over_reqwest]: &[Vec<Duration>; 4]) {
    println!("client                            {:?} a call", median(ours.clone()));
    println!(
        "bare reqwest                      {:?} a call, ratio {:.3}",
        median(bare.clone()),
        ratio(ours, bare)
    );
    println!(
        "bare reqwest, checked and paired  {:?} a call, ratio {:.3}",
        median(checked.clone()),
        ratio(ours, checked)
    );
    println!(
        "client over reqwest               {:?} a call, {:.3} times bare",
        median(over_reqwest.clone()),
        ratio(over_reqwest, bare)
    );
    println!("medians of {ROUNDS} rounds of turns");
}

/// The median ratio of turns of one round, which meet the same neighbours on the machine.
fn ratio(ours: &[Duration], theirs: &[Duration]) -> f64 {
    let pairs = ours.iter().zip(theirs);
    let mut ratios: Vec<_> = pairs
        .map(|(ours, theirs)| ours.as_secs_f64() / theirs.as_secs_f64())
        .collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

fn user(at: usize) -> String {
    format!("user_{:08}", 91_000 + at)
}

/// The service drops a message whose number came before.
fn number(at: usize) -> u32 {
    2_894_751_113 + u32::try_from(at).unwrap_or_default()
}

fn by_hand() -> bare::Request {
    let message = |at| bare::Message {
        from_account: user(at),
        send_time: SENT,
        random: number(at),
        msg_body: vec![bare::Element::Text(bare::Text {
            text: "hello".to_owned(),
        })],
    };
    bare::Request {
        group_id: GROUP.to_owned(),
        msg_list: (0..MESSAGES).map(message).collect(),
    }
}

fn typed() -> Result<ImportGroupMsg, Failure> {
    let message = |at| {
        Ok::<_, Failure>(
            ImportedMessage::builder()
                .from_account(UserId::new(user(at))?)
                .send_time(UnixSeconds::from_secs(SENT))
                .msg_body([ImportElement::from(TextContent::new("hello"))])
                .random(number(at))
                .build(),
        )
    };
    let messages: Result<Vec<_>, _> = (0..MESSAGES).map(message).collect();
    Ok(ImportGroupMsg::builder()
        .group_id(GroupId::new(GROUP)?)
        .msg_list(tencent_im::List::try_from(messages?)?)
        .build())
}
