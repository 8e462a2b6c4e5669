//! A sandbox with a clock that stands still, its client, and raw HTTP.

use bindery::json::Reader;
use bindery::sign::{Claims, UserSigKey};
use bindery::{List, UnixSeconds};
use tencent_im::{
    Client, GroupId, GroupType, ImportElement, ImportGroupMsg, ImportedMessage, TextContent, UserId,
};
use tencent_im_sandbox::{
    DEMO_ADMIN, DEMO_APP_ID, DEMO_KEY, GroupSeed, ManualClock, Sandbox, SandboxBuilder,
};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What the clock shows at first.
pub(crate) const NOW: u64 = 1_700_000_000;

/// When the group `hikers` was created.
pub(crate) const CREATED: i64 = 1_600_000_000;

pub(crate) const IMPORT_GROUP: &str = "/v4/group_open_http_svc/import_group";
pub(crate) const IMPORT_MSG: &str = "/v4/group_open_http_svc/import_group_msg";
pub(crate) const HISTORY: &str = "/v4/group_open_http_svc/group_msg_get_simple";

pub(crate) struct Bench {
    pub(crate) sandbox: Sandbox,
    pub(crate) clock: ManualClock,
}

impl Bench {
    pub(crate) async fn new() -> Self {
        Self::with(|builder| builder).await
    }

    /// A sandbox with the group `hikers` in it.
    pub(crate) async fn with(set: impl FnOnce(SandboxBuilder) -> SandboxBuilder) -> Self {
        let clock = ManualClock::at(NOW);
        let builder = Sandbox::builder().clock(clock.clone());
        let sandbox = set(builder).start().await.unwrap();
        let created = UnixSeconds::from_secs(CREATED);
        sandbox.add_group(GroupSeed::new("hikers", GroupType::Public).created(created));
        Self { sandbox, clock }
    }

    pub(crate) fn client(&self) -> Client {
        Client::builder(self.sandbox.credentials())
            .base_url(self.sandbox.base_url())
            .build()
            .unwrap()
    }

    pub(crate) async fn connect(&self) -> Raw {
        Raw::connect(self.sandbox.base_url()).await
    }

    /// A signed call over a connection of its own.
    pub(crate) async fn call(&self, path: &str, body: &str) -> Reply {
        let target = format!("{path}?{}", query());
        self.connect().await.post(&target, body).await
    }

    pub(crate) async fn code(&self, path: &str, body: &str) -> i64 {
        self.call(path, body).await.code()
    }

    /// The `Result` of each message of an import into `hikers`.
    pub(crate) async fn results(&self, messages: &str) -> Vec<i64> {
        let body = format!(r#"{{"GroupId":"hikers","MsgList":[{messages}]}}"#);
        let reply = self.call(IMPORT_MSG, &body).await;
        assert_eq!(reply.code(), 0, "{}", reply.body);
        reply.numbers("Result")
    }

    pub(crate) fn stored(&self) -> usize {
        self.sandbox.group("hikers").unwrap().messages.len()
    }
}

/// The query of a call of the demo app's administrator.
pub(crate) fn query() -> String {
    query_with(DEMO_ADMIN, &signature(DEMO_ADMIN))
}

pub(crate) fn query_with(identifier: &str, sig: &str) -> String {
    format!(
        "sdkappid={DEMO_APP_ID}&identifier={identifier}&usersig={sig}&random=7&contenttype=json"
    )
}

pub(crate) fn signature(identifier: &str) -> String {
    sign(DEMO_APP_ID, DEMO_KEY, identifier)
}

/// Good for 300 seconds.
pub(crate) fn sign(app: u32, key: &str, identifier: &str) -> String {
    let claims = Claims::new(identifier, NOW, 300);
    let sig = UserSigKey::new(app, key).sign(&claims).unwrap();
    sig.expose().to_owned()
}

/// A text of `leckie`, so many seconds after the group was created, as JSON.
pub(crate) fn json_message(after: i64, random: Option<u32>) -> String {
    let random = random.map_or(String::new(), |random| format!(r#""Random":{random},"#));
    let time = CREATED + after;
    let body = r#"[{"MsgType":"TIMTextElem","MsgContent":{"Text":"hi"}}]"#;
    format!(r#"{{"From_Account":"leckie","SendTime":{time},{random}"MsgBody":{body}}}"#)
}

pub(crate) fn message(after: i64, text: &str) -> ImportedMessage {
    let element = ImportElement::Text(TextContent::new(text));
    ImportedMessage::builder()
        .from_account(UserId::from_static("leckie"))
        .send_time(UnixSeconds::from_secs(CREATED + after))
        .msg_body([element])
        .build()
}

pub(crate) fn import(messages: Vec<ImportedMessage>) -> ImportGroupMsg {
    ImportGroupMsg::builder()
        .group_id(GroupId::from_static("hikers"))
        .msg_list(List::try_from(messages).unwrap())
        .build()
}

/// An HTTP connection that sends whatever it is told to.
pub(crate) struct Raw(TcpStream);

pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) body: String,
}

impl Raw {
    pub(crate) async fn connect(base_url: &str) -> Self {
        let address = base_url.strip_prefix("http://").unwrap();
        Self(TcpStream::connect(address).await.unwrap())
    }

    pub(crate) async fn post(&mut self, target: &str, body: &str) -> Reply {
        self.send("POST", target, body.as_bytes()).await;
        self.reply().await.unwrap()
    }

    /// In one write: the parts of several would wait for each other's acknowledgements.
    pub(crate) async fn send(&mut self, method: &str, target: &str, body: &[u8]) {
        let length = body.len();
        let head = format!(
            "{method} {target} HTTP/1.1\r\nHost: sandbox\r\nContent-Length: {length}\r\n\r\n"
        );
        self.write(&[head.as_bytes(), body].concat()).await;
    }

    /// What the peer no longer takes is lost: it may have hung up.
    pub(crate) async fn write(&mut self, bytes: &[u8]) {
        let _ = self.0.write_all(bytes).await;
    }

    pub(crate) async fn finish(&mut self) {
        let _ = self.0.shutdown().await;
    }

    /// The next answer; none when the connection ends before one is whole.
    pub(crate) async fn reply(&mut self) -> Option<Reply> {
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(self.0.read_u8().await.ok()?);
        }
        let head = String::from_utf8(head).unwrap().to_ascii_lowercase();
        let status = head.split(' ').nth(1)?.parse().ok()?;
        let length = head
            .split("content-length: ")
            .nth(1)
            .and_then(|rest| rest.lines().next());
        let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
        self.0.read_exact(&mut body).await.ok()?;
        let body = String::from_utf8(body).unwrap();
        Some(Reply { status, body })
    }
}

impl Reply {
    pub(crate) fn code(&self) -> i64 {
        assert_eq!(self.status, 200, "{}", self.body);
        let mut code = self.reader().peek_member("ErrorCode").unwrap().unwrap();
        code.i64().unwrap()
    }

    pub(crate) fn info(&self) -> String {
        let mut info = self.reader().peek_member("ErrorInfo").unwrap().unwrap();
        info.string().unwrap().into_owned()
    }

    /// Every number that stands behind this name, in order.
    pub(crate) fn numbers(&self, name: &str) -> Vec<i64> {
        let name = format!("\"{name}\":");
        let numbers = self.body.split(&name).skip(1).map(|rest| {
            let end = rest.find([',', '}']).unwrap();
            rest[..end].parse().unwrap()
        });
        numbers.collect()
    }

    fn reader(&self) -> Reader<'_> {
        Reader::new(self.body.as_bytes()).unwrap()
    }
}
