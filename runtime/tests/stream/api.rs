//! A film archive, written by hand the way generated code is.

use bindery::__private::{Checker, DecodeError, Encode, Meta, Parts, Writer, json};
use bindery::sign::NoAuth;
use bindery::{
    Api, Client, ClientBuilder, Code, CodeRow, FilePart, Operation, OperationError, OperationOf,
    Random, RawBody, RawReply, RetryClass, RetryPolicy, Upload,
};
use std::time::Duration;

pub(crate) struct Films;

impl Api for Films {
    type Credentials = NoAuth;
    const NAME: &'static str = "Films";
    const SERVERS: &'static [&'static str] = &["http://films.test"];
}

/// A client that repeats at once.
pub(crate) fn builder(url: &str) -> ClientBuilder<Films> {
    Client::builder(NoAuth)
        .base_url(url)
        .transport(crate::transport::plain_http())
        .random(Same)
        .retries(RetryPolicy::default().base(Duration::ZERO))
}

pub(crate) fn client(url: &str) -> Client<Films> {
    builder(url).max_reply_bytes(1000).build().unwrap()
}

/// Draws the same number each time.
pub(crate) struct Same;

impl Random for Same {
    fn u32(&self) -> u32 {
        0x1a
    }
}

#[derive(Debug, PartialEq)]
pub(crate) enum FilmError {
    NotFound(String),
}

impl OperationError for FilmError {
    fn from_code(_: Code) -> Option<Self> {
        None
    }

    fn from_status(status: u16, body: &[u8]) -> Option<Result<Self, DecodeError>> {
        (status == 404).then(|| json::decode(body).map(Self::NotFound))
    }

    fn code(&self) -> Option<Code> {
        None
    }

    fn row(&self) -> Option<&'static CodeRow> {
        None
    }
}

const fn meta(id: &'static str, method: &'static str, retry: RetryClass) -> Meta {
    Meta {
        id,
        method,
        path: "/films",
        limit: None,
        retry,
        envelope: None,
        codes: &[],
        picked: &[],
        families: &[],
    }
}

const HOUR: Duration = Duration::from_secs(3600);

static PUT: Meta = meta("put_film", "PUT", RetryClass::Safe);
static POST: Meta = meta("post_film", "POST", RetryClass::ResolveFirst);
static LEND: Meta = meta("lend_film", "POST", RetryClass::Keyed { window: HOUR });
static ENTER: Meta = meta("enter_film", "PUT", RetryClass::Safe);
static NOTE: Meta = meta("note_film", "PUT", RetryClass::Safe);
static GET: Meta = meta("get_film", "GET", RetryClass::Safe);

macro_rules! operation {
    ($name:ident, $meta:ident, $reply:ty, |$request:ident, $parts:ident| $write:expr, |$body:ident| $read:expr) => {
        impl OperationOf<Films> for $name {}

        impl Operation for $name {
            type Api = Films;
            type Reply = $reply;
            type Error = FilmError;
            const META: &'static Meta = &$meta;

            fn write(&self, $parts: &mut Parts) {
                let $request = self;
                $write
            }

            fn check(&self, _: &mut Checker) {}

            fn is_keyed(&self) -> bool {
                true
            }

            fn read(self, $body: &[u8]) -> Result<$reply, DecodeError> {
                Ok($read)
            }
        }
    };
}

/// May be sent again.
pub(crate) struct PutFilm(pub(crate) Upload);

operation!(
    PutFilm,
    PUT,
    (),
    |request, parts| parts.raw(&request.0),
    |_body| ()
);

/// May not be sent again.
pub(crate) struct PostFilm(pub(crate) Upload);

operation!(
    PostFilm,
    POST,
    (),
    |request, parts| parts.raw(&request.0),
    |_body| ()
);

/// May be sent again within an hour. Holds a secret.
pub(crate) struct LendFilm(pub(crate) Upload);

operation!(
    LendFilm,
    LEND,
    (),
    |request, parts| {
        parts.secret("torn");
        parts.raw(&request.0);
    },
    |_body| ()
);

/// A form with a text, a film and another text, or the same as JSON.
#[derive(Clone)]
pub(crate) struct Card {
    pub(crate) film: FilePart,
    pub(crate) still: FilePart,
}

impl Encode for Card {
    fn encode_fields(&self, w: &mut Writer) {
        w.field("title", "Sea");
        w.field("film", &self.film);
        w.field("still", &self.still);
        w.field("year", "1926");
    }
}

pub(crate) struct EnterFilm(pub(crate) Card);

operation!(
    EnterFilm,
    ENTER,
    (),
    |request, parts| parts.multipart(&request.0, &[("film", "video/mp4")]),
    |_body| ()
);

pub(crate) struct NoteFilm(pub(crate) Card);

operation!(
    NoteFilm,
    NOTE,
    (),
    |request, parts| parts.json(&request.0),
    |_body| ()
);

pub(crate) struct GetFilm;

impl RawReply for GetFilm {}

operation!(
    GetFilm,
    GET,
    RawBody,
    |_request, parts| parts.accept("video/mp4"),
    |body| RawBody::new("video/mp4", body.to_vec())
);
