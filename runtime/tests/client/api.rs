//! A parcel service, written by hand the way generated code is.

use std::borrow::Cow;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use bindery::__private::{Checker, DecodeError, Envelope, Json, Meta, Parts, Reader, Scalar, json};
use bindery::secret::Secret;
use bindery::sign::{SignError, Signed, Signer};
use bindery::{
    Api, Code, CodeRow, Done, Operation, OperationError, OperationOf, RateLimit, Retry, RetryClass,
    Rule,
};

pub(crate) const KEY: &str = "k3y/of+the=app";

#[derive(Debug)]
pub(crate) struct Parcels;

impl Api for Parcels {
    type Credentials = Key;
    const NAME: &'static str = "Parcels";
    const SERVERS: &'static [&'static str] = &["http://parcels.test/api"];
    const HIDDEN: &'static [&'static str] = &["Session", "Keys"];
}

/// Signs with a text that names the key, so that a leak of either shows.
#[derive(Default)]
pub(crate) struct Key {
    pub(crate) generation: AtomicU32,
    pub(crate) broken: bool,
}

impl Signer for Key {
    fn sign(&self, parts: &mut Signed, now: u64, random: u32) -> Result<(), SignError> {
        if self.broken {
            return Err(SignError::EmptyKey);
        }
        let generation = self.generation.load(Ordering::SeqCst);
        let signature = format!("{KEY}#{generation}");
        parts.query = vec![
            (Cow::Borrowed("signature"), signature.clone()),
            (Cow::Borrowed("time"), now.to_string()),
            (Cow::Borrowed("random"), random.to_string()),
        ];
        parts.secrets.push(Secret::from(signature));
        parts.secrets.push(Secret::from(KEY));
        Ok(())
    }

    fn renew(&self, _: &Signed) -> bool {
        self.generation.fetch_add(1, Ordering::SeqCst);
        true
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum ParcelError {
    Coded(Code),
    NotFound(String),
    Detailed(Json),
}

impl OperationError for ParcelError {
    fn from_code(code: Code) -> Option<Self> {
        Some(Self::Coded(code))
    }

    fn from_status(status: u16, body: &[u8]) -> Option<Result<Self, DecodeError>> {
        match status {
            404 => Some(json::decode(body).map(Self::NotFound)),
            422 => Some(json::decode(body).map(Self::Detailed)),
            429 if body.starts_with(b"{\"why\"") => Some(json::decode(body).map(Self::Detailed)),
            _ => None,
        }
    }

    fn code(&self) -> Option<Code> {
        match self {
            Self::Coded(code) => Some(code.clone()),
            Self::NotFound(_) | Self::Detailed(_) => None,
        }
    }

    fn row(&self) -> Option<&'static CodeRow> {
        self.code().and_then(|code| SEND.row(&code))
    }
}

const fn row(code: i64, name: &'static str, retry: Retry, done: Done) -> CodeRow {
    let meaning = "documented";
    CodeRow::new(Code::Int(code), name, meaning, "", retry, done)
}

static CODES: [CodeRow; 5] = [
    row(10, "TooHeavy", Retry::Never, Done::No),
    row(20, "Busy", Retry::Backoff, Done::No),
    row(21, "TooOften", Retry::SlowDown, Done::No),
    row(22, "Lost", Retry::Backoff, Done::Unknown),
    row(70001, "Expired", Retry::Resign, Done::No),
];

static ENVELOPE: Envelope = Envelope {
    success_at: &["ErrorCode"],
    success_equals: Scalar::Code(Code::Int(0)),
    code: &["ErrorCode"],
    message: Some(&["ErrorInfo"]),
    status: Some((&["ActionStatus"], "OK", "FAIL")),
    also: &[&["RequestId"], &["Trace"]],
};

static FAMILIES: [&[CodeRow]; 1] = [&CODES];

const fn post(
    id: &'static str,
    path: &'static str,
    retry: RetryClass,
    limit: Option<RateLimit>,
) -> Meta {
    Meta {
        id,
        method: "POST",
        path,
        limit,
        retry,
        envelope: Some(&ENVELOPE),
        codes: &FAMILIES,
        picked: &[],
        families: &[],
    }
}

const WINDOW: Duration = Duration::from_secs(60);
const RATE: RateLimit = RateLimit {
    calls: 200,
    per: Duration::from_secs(1),
};

static SEND: Meta = post(
    "send_parcel",
    "/parcels/{to}",
    RetryClass::ResolveFirst,
    None,
);
static BOOK: Meta = post(
    "book_parcel",
    "/bookings",
    RetryClass::Keyed { window: WINDOW },
    None,
);
static TRACK: Meta = post("track_parcel", "/tracks", RetryClass::Safe, Some(RATE));
static DROP: Meta = Meta {
    id: "drop_parcel",
    method: "DELETE",
    path: "/parcels/old",
    limit: None,
    retry: RetryClass::Safe,
    envelope: None,
    codes: &[],
    picked: &[],
    families: &[],
};

/// Must not be repeated blindly. The reply must hold `Seq`.
#[derive(Clone)]
pub(crate) struct SendParcel {
    pub(crate) to: String,
    pub(crate) note: Option<String>,
    pub(crate) token: String,
}

impl SendParcel {
    pub(crate) fn to(to: &str) -> Self {
        Self {
            to: to.to_owned(),
            note: None,
            token: String::new(),
        }
    }
}

impl OperationOf<Parcels> for SendParcel {}

impl Operation for SendParcel {
    type Api = Parcels;
    type Reply = u64;
    type Error = ParcelError;
    const META: &'static Meta = &SEND;

    fn write(&self, parts: &mut Parts) {
        parts.path("to", &self.to);
        parts.query_optional("note", &self.note);
        parts.secret(&self.token);
        parts.header("x-token", &self.token);
        parts.json(&[1_u8, 2]);
    }

    fn check(&self, c: &mut Checker) {
        c.rule("to", Rule::Pattern, self.to == "nobody", || {
            "nobody lives here".to_owned()
        });
    }

    fn read(self, body: &[u8]) -> Result<u64, DecodeError> {
        let mut seq = None;
        Reader::new(body)?.object(&mut |r, name| match name {
            "Seq" => r.field(&mut seq),
            _ => r.skip(),
        })?;
        json::required(seq, "Seq")
    }
}

/// May be repeated within a minute when it has a key.
pub(crate) struct BookParcel {
    pub(crate) keyed: bool,
}

impl OperationOf<Parcels> for BookParcel {}

impl Operation for BookParcel {
    type Api = Parcels;
    type Reply = ();
    type Error = ParcelError;
    const META: &'static Meta = &BOOK;

    fn write(&self, parts: &mut Parts) {
        parts.json("key");
    }

    fn is_keyed(&self) -> bool {
        self.keyed
    }

    fn read(self, _: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

/// May always be repeated; 200 calls a second.
pub(crate) struct TrackParcel;

impl OperationOf<Parcels> for TrackParcel {}

impl Operation for TrackParcel {
    type Api = Parcels;
    type Reply = ();
    type Error = ParcelError;
    const META: &'static Meta = &TRACK;

    fn write(&self, parts: &mut Parts) {
        parts.json("where");
    }

    fn read(self, _: &[u8]) -> Result<(), DecodeError> {
        Ok(())
    }
}

/// Has no envelope and no body; the reply is a number or nothing.
pub(crate) struct DropParcel;

impl OperationOf<Parcels> for DropParcel {}

impl Operation for DropParcel {
    type Api = Parcels;
    type Reply = Option<u64>;
    type Error = ParcelError;
    const META: &'static Meta = &DROP;

    fn write(&self, _: &mut Parts) {}

    fn read(self, body: &[u8]) -> Result<Option<u64>, DecodeError> {
        json::decode_payload(body)
    }
}
