//! The call as one writes it by hand: reqwest, serde types, a signature made once, and a look at the code. It sends what the
//! client sends, `same` makes sure of it.

use std::sync::Arc;
use std::time::Duration;

use rustls::{ClientConfig, RootCertStore};
use serde::{Deserialize, Serialize};

use crate::{ADMINISTRATOR, APP, Failure, KEY};

#[derive(Serialize, Clone)]
#[serde(rename_all = "PascalCase")]
pub struct Request {
    pub group_id: String,
    pub msg_list: Vec<Message>,
}

#[derive(Serialize, Clone)]
#[serde(rename_all = "PascalCase")]
pub struct Message {
    #[serde(rename = "From_Account")]
    pub from_account: String,
    pub send_time: i64,
    pub random: u32,
    pub msg_body: Vec<Element>,
}

#[derive(Serialize, Clone)]
#[serde(tag = "MsgType", content = "MsgContent")]
pub enum Element {
    #[serde(rename = "TIMTextElem")]
    Text(Text),
}

#[derive(Serialize, Clone)]
#[serde(rename_all = "PascalCase")]
pub struct Text {
    pub text: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Reply {
    error_code: i64,
    error_info: String,
    #[serde(default)]
    pub import_msg_result: Vec<Verdict>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
pub struct Verdict {
    #[allow(dead_code, reason = "read, as the client reads it")]
    msg_seq: Option<u64>,
    #[allow(dead_code, reason = "read, as the client reads it")]
    msg_time: Option<u64>,
    pub result: i64,
}

impl Reply {
    pub fn accepted(&self) -> usize {
        let verdicts = self.import_msg_result.iter();
        verdicts.filter(|verdict| verdict.result == 0).count()
    }
}

pub struct Client {
    http: reqwest::Client,
    url: String,
    signature: String,
}

impl Client {
    pub fn new(base_url: &str) -> Result<Self, Failure> {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let tls = ClientConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()?
            .with_root_certificates(RootCertStore::empty())
            .with_no_client_auth();
        let http = reqwest::Client::builder()
            .no_proxy()
            .user_agent("bindery/0.1.0")
            .tls_backend_preconfigured(tls)
            .timeout(Duration::from_secs(10))
            .build()?;
        let key = tencent_im::bindery::sign::UserSigKey::new(APP, KEY);
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?;
        let claims =
            tencent_im::bindery::sign::Claims::new(ADMINISTRATOR, now.as_secs(), 15_552_000);
        Ok(Self {
            http,
            url: format!("{base_url}/v4/group_open_http_svc/import_group_msg"),
            signature: key.sign(&claims)?.expose().replace('*', "%2A"),
        })
    }

    pub async fn call(&self, request: &Request, random: u32) -> Result<Reply, Failure> {
        let url = format!(
            "{}?contenttype=json&sdkappid={APP}&identifier={ADMINISTRATOR}&usersig={}&random={random}",
            self.url, self.signature
        );
        let answer = self
            .http
            .post(url)
            .header("accept", "application/json")
            .header("content-type", "application/json")
            .body(serde_json::to_vec(request)?)
            .send()
            .await?
            .error_for_status()?;
        let reply: Reply = serde_json::from_slice(&answer.bytes().await?)?;
        if reply.error_code != 0 {
            return Err(format!("{}: {}", reply.error_code, reply.error_info).into());
        }
        Ok(reply)
    }
}
