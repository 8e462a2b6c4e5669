//! CPU time of encoding and decoding, interleaved, beside hand-written serde types and beside `tencent_im_rs`.
//!
//! Before anything is timed, all sides must come to the same JSON.

mod hand;
mod sample;

use std::hint::black_box;
use std::time::Duration;

use bench_measure::interleaved;
use bindery::json;
use serde_json::Value;
use tencent_im::{GroupMsgGetSimpleReply, ImportGroupMsg};
use tencent_im_rs::api::v4::group_open_http_svc::import_group_msg::ImportGroupMsgRequest;

const ROUNDS: usize = 101;
/// Runs in a round: long enough for the clock, short enough for a fair turn.
const RUNS: u32 = 300;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    requests()?;
    replies()?;
    for (title, request) in [
        ("7 messages, a text each", sample::texts()),
        ("7 messages, four elements each", sample::largest(None)),
    ] {
        messages(title, &request)?;
    }
    Ok(())
}

fn requests() -> Outcome {
    let hand = sample::largest(Some("@TGS#_2J4SZEAEL@TOPIC#_1".to_owned()));
    let text = serde_json::to_vec(&hand)?;
    let ours: ImportGroupMsg = json::decode(&text)?;
    same(&text, &json::encode(&ours))?;
    assert_eq!(serde_json::from_slice::<hand::ImportGroupMsg>(&text)?, hand);
    let [mine, other] = interleaved(
        ROUNDS,
        [&|| repeat(|| json::encode(black_box(&ours))), &|| {
            repeat(|| serde_json::to_vec(black_box(&hand)).ok());
        }],
    );
    line("encode the largest request", text.len(), mine, other);
    let [mine, other] = interleaved(
        ROUNDS,
        [
            &|| repeat(|| json::decode::<ImportGroupMsg>(black_box(&text)).ok()),
            &|| repeat(|| serde_json::from_slice::<hand::ImportGroupMsg>(black_box(&text)).ok()),
        ],
    );
    line("decode the largest request", text.len(), mine, other);
    Ok(())
}

fn replies() -> Outcome {
    let hand = sample::history();
    let text = serde_json::to_vec(&hand)?;
    let ours: GroupMsgGetSimpleReply = json::decode(&text)?;
    same(&text, &json::encode(&ours))?;
    assert_eq!(serde_json::from_slice::<hand::History>(&text)?, hand);
    let [mine, other] = interleaved(
        ROUNDS,
        [
            &|| repeat(|| json::decode::<GroupMsgGetSimpleReply>(black_box(&text)).ok()),
            &|| repeat(|| serde_json::from_slice::<hand::History>(black_box(&text)).ok()),
        ],
    );
    line("decode the largest reply", text.len(), mine, other);
    let [mine, other] = interleaved(
        ROUNDS,
        [&|| repeat(|| json::encode(black_box(&ours))), &|| {
            repeat(|| serde_json::to_vec(black_box(&hand)).ok());
        }],
    );
    line("encode the largest reply", text.len(), mine, other);
    Ok(())
}

/// Messages a second on one core, as a call carries them.
#[allow(clippy::cast_precision_loss, reason = "a call carries seven")]
fn messages(title: &str, hand: &hand::ImportGroupMsg) -> Outcome {
    let text = serde_json::to_vec(hand)?;
    let ours: ImportGroupMsg = json::decode(&text)?;
    let theirs: ImportGroupMsgRequest = serde_json::from_slice(&text)?;
    same(&text, &json::encode(&ours))?;
    same(&text, &serde_json::to_vec(&theirs)?)?;
    let [mine, other] = interleaved(
        ROUNDS,
        [&|| repeat(|| json::encode(black_box(&ours))), &|| {
            repeat(|| serde_json::to_vec(black_box(&theirs)).ok());
        }],
    );
    let rate = |time: Duration| hand.msg_list.len() as f64 * f64::from(RUNS) / time.as_secs_f64();
    println!(
        "{title}, {} bytes: {:.0} messages/s, tencent_im_rs {:.0}",
        text.len(),
        rate(mine),
        rate(other)
    );
    Ok(())
}

fn same(left: &[u8], right: &[u8]) -> Outcome {
    let (left, right): (Value, Value) = (
        serde_json::from_slice(left)?,
        serde_json::from_slice(right)?,
    );
    if left == right {
        Ok(())
    } else {
        Err(format!("not the same JSON:\n{left}\n{right}").into())
    }
}

fn repeat<T>(work: impl Fn() -> T) {
    for _ in 0..RUNS {
        black_box(work());
    }
}

fn line(title: &str, bytes: usize, ours: Duration, serde: Duration) {
    println!(
        "{title}, {bytes} bytes: bindery {:?}, serde {:?}, {:.2} times its speed",
        ours / RUNS,
        serde / RUNS,
        serde.as_secs_f64() / ours.as_secs_f64()
    );
}
