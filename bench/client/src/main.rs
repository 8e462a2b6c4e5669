//! CPU time of this process for each call, the client and bare reqwest by turns. The argument is the server's URL.

mod bare;

use std::env;
use std::time::Duration;

use bench_measure::{median, process_cpu};
use tencent_im::bindery::Rates;
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
    let bare = bare::Client::new(&url)?;
    let credentials = UserSigCredentials::new(APP, ADMINISTRATOR, KEY)?;
    let client = Client::builder(credentials)
        .base_url(&url)
        .rate(Rates::off())
        .build()?;
    let (by_hand, typed) = (by_hand(), typed()?);

    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        ours.push(turn(&runtime, async |_| {
            let outcome = client.send(typed.clone()).await?;
            Ok(if outcome.is_complete() {
                outcome.items().len()
            } else {
                0
            })
        })?);
        theirs.push(turn(&runtime, async |random| {
            bare.call(by_hand.clone(), random).await
        })?);
    }
    report(ours, theirs);
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

fn report(ours: Vec<Duration>, theirs: Vec<Duration>) {
    // Turns that follow one another meet the same neighbours on the machine.
    let mut ratios: Vec<_> = ours
        .iter()
        .zip(&theirs)
        .map(|(ours, theirs)| ours.as_secs_f64() / theirs.as_secs_f64())
        .collect();
    ratios.sort_by(f64::total_cmp);
    println!("client       {:?} a call", median(ours));
    println!("bare reqwest {:?} a call", median(theirs));
    println!(
        "ratio        {:.3}, median of {} pairs of turns",
        ratios[ratios.len() / 2],
        ratios.len()
    );
}

fn user(at: usize) -> String {
    format!("user_{:08}", 91_000 + at)
}

fn by_hand() -> bare::Request {
    let message = |at| bare::Message {
        from_account: user(at),
        send_time: SENT,
        random: 2_894_751_113,
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
                .random(2_894_751_113)
                .build(),
        )
    };
    let messages: Result<Vec<_>, _> = (0..MESSAGES).map(message).collect();
    Ok(ImportGroupMsg::builder()
        .group_id(GroupId::new(GROUP)?)
        .msg_list(tencent_im::List::try_from(messages?)?)
        .build())
}
