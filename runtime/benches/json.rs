//! Time to encode and decode a group import body of seven messages, beside `serde_json` with derived types.
//!
//! Rounds of both are interleaved and medians compared, so that a noisy machine blurs the figures but hardly their
//! ratio. Run it with `cargo bench -p bindery --bench json`.

use std::hint::black_box;
use std::time::{Duration, Instant};

use bindery::json::{self, Decode, DecodeError, DecodeErrorKind, Encode, Reader, Writer};

const ROUNDS: usize = 301;
const CALLS_PER_ROUND: u32 = 200;

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ImportGroupMsg {
    group_id: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    recent_contact_flag: Option<i32>,
    msg_list: Vec<Message>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Message {
    #[serde(rename = "From_Account")]
    from_account: String,
    send_time: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    random: Option<u32>,
    msg_body: Vec<Element>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "MsgType", content = "MsgContent")]
enum Element {
    #[serde(rename = "TIMTextElem")]
    Text(Text),
    #[serde(rename = "TIMLocationElem")]
    Location(Location),
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Text {
    text: String,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Location {
    desc: String,
    latitude: f64,
    longitude: f64,
}

impl Encode for ImportGroupMsg {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("GroupId", &self.group_id);
        w.optional("RecentContactFlag", &self.recent_contact_flag);
        w.field("MsgList", &self.msg_list);
    }
}

impl Encode for Message {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("From_Account", &self.from_account);
        w.field("SendTime", &self.send_time);
        w.optional("Random", &self.random);
        w.field("MsgBody", &self.msg_body);
    }
}

impl Encode for Element {
    fn encode_fields(&self, w: &mut Writer) {
        match self {
            Element::Text(content) => {
                w.field("MsgType", "TIMTextElem");
                w.field("MsgContent", content);
            }
            Element::Location(content) => {
                w.field("MsgType", "TIMLocationElem");
                w.field("MsgContent", content);
            }
        }
    }
}

impl Encode for Text {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("Text", &self.text);
    }
}

impl Encode for Location {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("Desc", &self.desc);
        w.field("Latitude", &self.latitude);
        w.field("Longitude", &self.longitude);
    }
}

impl Decode for ImportGroupMsg {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let (mut group_id, mut recent_contact_flag, mut msg_list) = (None, None, None);
        r.object(&mut |r, name| match name {
            "GroupId" => r.field(&mut group_id),
            "RecentContactFlag" => r.optional(&mut recent_contact_flag),
            "MsgList" => r.field(&mut msg_list),
            _ => r.skip(),
        })?;
        Ok(Self {
            group_id: json::required(group_id, "GroupId")?,
            recent_contact_flag,
            msg_list: json::required(msg_list, "MsgList")?,
        })
    }
}

impl Decode for Message {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let (mut from_account, mut send_time, mut random, mut msg_body) = (None, None, None, None);
        r.object(&mut |r, name| match name {
            "From_Account" => r.field(&mut from_account),
            "SendTime" => r.field(&mut send_time),
            "Random" => r.optional(&mut random),
            "MsgBody" => r.field(&mut msg_body),
            _ => r.skip(),
        })?;
        Ok(Self {
            from_account: json::required(from_account, "From_Account")?,
            send_time: json::required(send_time, "SendTime")?,
            random,
            msg_body: json::required(msg_body, "MsgBody")?,
        })
    }
}

impl Decode for Element {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let Some(mut tag) = r.peek_member("MsgType")? else {
            return json::required(None, "MsgType");
        };
        match &*tag.string()? {
            "TIMTextElem" => content(r).map(Element::Text),
            "TIMLocationElem" => content(r).map(Element::Location),
            _ => Err(DecodeError::not_allowed("unknown element type")),
        }
    }
}

fn content<T: Decode>(r: &mut Reader<'_>) -> Result<T, DecodeError> {
    let mut content = None;
    r.object(&mut |r, name| match name {
        "MsgContent" => r.field(&mut content),
        _ => r.skip(),
    })?;
    json::required(content, "MsgContent")
}

impl Decode for Text {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let mut text = None;
        r.object(&mut |r, name| match name {
            "Text" => r.field(&mut text),
            _ => r.skip(),
        })?;
        Ok(Self {
            text: json::required(text, "Text")?,
        })
    }
}

impl Decode for Location {
    fn decode(r: &mut Reader<'_>) -> Result<Self, DecodeError> {
        let (mut desc, mut latitude, mut longitude) = (None, None, None);
        r.object(&mut |r, name| match name {
            "Desc" => r.field(&mut desc),
            "Latitude" => r.field(&mut latitude),
            "Longitude" => r.field(&mut longitude),
            _ => r.skip(),
        })?;
        Ok(Self {
            desc: json::required(desc, "Desc")?,
            latitude: json::required(latitude, "Latitude")?,
            longitude: json::required(longitude, "Longitude")?,
        })
    }
}

fn body() -> ImportGroupMsg {
    let texts = [
        "hello",
        "大家好,欢迎加入本群,请先阅读群公告",
        "she said \"see you at 8\"\nand left",
        "https://example.com/a/b?c=d&e=f",
        "🎉🎉🎉",
        "The quick brown fox jumps over the lazy dog, again and again, until the evening comes.",
    ];
    let mut messages: Vec<Message> = (0u32..)
        .zip(texts)
        .map(|(i, text)| Message {
            from_account: format!("user_{:08}", 91_000 + i),
            send_time: 1_620_892_821 + u64::from(i) * 17,
            random: Some(2_894_751_113 - i * 7919),
            msg_body: vec![Element::Text(Text { text: text.into() })],
        })
        .collect();
    messages.push(Message {
        from_account: "user_00091006".into(),
        send_time: 1_620_892_999,
        random: None,
        msg_body: vec![Element::Location(Location {
            desc: "the office".into(),
            latitude: 29.340_656_774_469_956,
            longitude: 116.774_979_204_788_24,
        })],
    });
    ImportGroupMsg {
        group_id: "@TGS#2C5SZEAEF".into(),
        recent_contact_flag: Some(1),
        msg_list: messages,
    }
}

fn round<R>(work: &dyn Fn() -> R) -> Duration {
    let start = Instant::now();
    for _ in 0..CALLS_PER_ROUND {
        black_box(work());
    }
    start.elapsed() / CALLS_PER_ROUND
}

fn compare<A, B>(title: &str, ours: &dyn Fn() -> A, theirs: &dyn Fn() -> B) {
    let (mut our_times, mut their_times) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        our_times.push(round(ours));
        their_times.push(round(theirs));
    }
    let (ours, theirs) = (median(our_times), median(their_times));
    let ratio = theirs.as_secs_f64() / ours.as_secs_f64();
    println!("{title}: bindery {ours:?}, serde_json {theirs:?}, {ratio:.2} times its speed");
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times[times.len() / 2]
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let value = body();
    let text = json::encode(&value);
    assert_eq!(text, serde_json::to_vec(&value)?);
    assert_eq!(json::decode::<ImportGroupMsg>(&text)?, value);
    let cut = json::decode::<ImportGroupMsg>(&text[..text.len() - 1]).map_err(|e| e.kind());
    assert_eq!(cut, Err(DecodeErrorKind::Syntax));

    println!("{} bytes", text.len());
    compare("encode", &|| json::encode(black_box(&value)), &|| {
        serde_json::to_vec(black_box(&value)).ok()
    });
    compare(
        "decode",
        &|| json::decode::<ImportGroupMsg>(black_box(&text)).ok(),
        &|| serde_json::from_slice::<ImportGroupMsg>(black_box(&text)).ok(),
    );
    Ok(())
}
