//! Putting a sandbox together.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bindery::secret::Secret;
use bindery::sign::{UserSigCredentials, UserSigKey};
use tokio::net::TcpListener;
use tokio::runtime::Handle;

use crate::clock::{Clock, SystemClock};
use crate::demo::{DEMO_ADMIN, DEMO_APP_ID, DEMO_KEY};
use crate::error::StartError;
use crate::sandbox::{Owner, Sandbox};
use crate::state::{App, Shared};
use crate::switches::{AfterRefusal, EqualSendTime, Repeat, Switches};

/// Puts a [`Sandbox`] together. Without a word it is the demo app on a free port.
#[must_use = "a builder does nothing until `start`"]
pub struct SandboxBuilder {
    port: u16,
    apps: Vec<(u32, Secret, Vec<String>)>,
    clock: Box<dyn Clock>,
    switches: Switches,
}

impl SandboxBuilder {
    pub(crate) fn new() -> Self {
        Self {
            port: 0,
            apps: Vec::new(),
            clock: Box::new(SystemClock),
            switches: Switches::default(),
        }
    }

    /// The port of the loopback to listen on; 0, the default, takes a free one.
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Adds an app with its key and administrators. The first one named takes the place of the demo app; of two with
    /// one id, the later counts.
    pub fn app<A: Into<String>>(
        mut self,
        sdk_app_id: u32,
        key: impl Into<Secret>,
        admins: impl IntoIterator<Item = A>,
    ) -> Self {
        let admins = admins.into_iter().map(Into::into).collect();
        self.apps.push((sdk_app_id, key.into(), admins));
        self
    }

    /// Tells time in place of the system's clock.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Box::new(clock);
        self
    }

    /// Whether a message may have the `SendTime` of the one before; [`EqualSendTime::Accepted`] unless set.
    pub fn equal_send_time(mut self, switch: EqualSendTime) -> Self {
        self.switches.equal_send_time = switch;
        self
    }

    /// What becomes of the messages behind a refused one; [`AfterRefusal::Continue`] unless set.
    pub fn after_refusal(mut self, switch: AfterRefusal) -> Self {
        self.switches.after_refusal = switch;
        self
    }

    /// What is said of a message dropped as a repeat; [`Repeat::Silent`] unless set.
    pub fn repeat(mut self, switch: Repeat) -> Self {
        self.switches.repeat = switch;
        self
    }

    /// Bytes of a message's `MsgBody` as compact JSON, above which it gets 80002; 12,000 unless set. The pages say
    /// 12,000 bytes in one place and 12 KB, which may be 12,288, in another; until 2023 they said 8,000.
    pub fn max_message_bytes(mut self, bytes: usize) -> Self {
        self.switches.max_message_bytes = bytes;
        self
    }

    /// Bytes of a whole `import_group_msg` body, above which the call gets 10020; 131,072 unless set. The page gives
    /// this code the limit of a single message, which would leave no room for several: set 12,288 to take it literally.
    pub fn max_call_bytes(mut self, bytes: usize) -> Self {
        self.switches.max_call_bytes = bytes;
        self
    }

    /// Bytes of messages in one answer of the history, above which it is cut; 1 MiB unless set. The page says that
    /// long answers are cut, not where.
    pub fn max_reply_bytes(mut self, bytes: usize) -> Self {
        self.switches.max_reply_bytes = bytes;
        self
    }

    /// For how long messages can be pulled, by their `SendTime`; for ever unless set. Older ones leave placeholders.
    /// The plans keep 7, 30 or 90 days; whether that holds for imported messages is not documented.
    pub fn storage_period(mut self, period: Duration) -> Self {
        self.switches.storage_period = Some(period);
        self
    }

    /// Whether calls beyond the documented rate get 60007; they do not unless set.
    pub fn rate_limits(mut self, enforced: bool) -> Self {
        self.switches.rate_limits = enforced;
        self
    }

    /// Words that the word filter refuses with 80001; none unless set.
    pub fn refused_words<W: Into<String>>(mut self, words: impl IntoIterator<Item = W>) -> Self {
        self.switches
            .refused_words
            .extend(words.into_iter().map(Into::into));
        self
    }

    /// Starts listening.
    ///
    /// # Errors
    /// See [`StartError`].
    pub async fn start(mut self) -> Result<Sandbox, StartError> {
        Handle::try_current().map_err(|_| StartError::NoRuntime)?;
        if self.apps.is_empty() {
            self = self.app(DEMO_APP_ID, DEMO_KEY, [DEMO_ADMIN]);
        }
        let (owner, apps) = apps(self.apps)?;
        let shared = Arc::new(Shared::new(self.switches, self.clock, apps));
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let listen = |error| StartError::Listen { address, error };
        let listener = TcpListener::bind(address).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        Ok(Sandbox::over(listener, address, shared, owner))
    }
}

/// Checks the apps, so that nothing about them can fail later, and tells whose credentials are handed out.
fn apps(named: Vec<(u32, Secret, Vec<String>)>) -> Result<(Owner, BTreeMap<u32, App>), StartError> {
    let first = named.first().map_or(DEMO_APP_ID, |(id, ..)| *id);
    let mut owner = None;
    let mut apps = BTreeMap::new();
    for (sdk_app_id, key, admins) in named {
        let admin = admins.first().ok_or(StartError::NoAdmin { sdk_app_id })?;
        for admin in &admins {
            UserSigCredentials::new(sdk_app_id, admin.as_str(), key.clone())
                .map_err(|error| StartError::App { sdk_app_id, error })?;
        }
        if sdk_app_id == first {
            let (admin, key) = (admin.clone(), key.clone());
            owner = Some(Owner {
                sdk_app_id,
                admin,
                key,
            });
        }
        apps.insert(
            sdk_app_id,
            App::new(UserSigKey::new(sdk_app_id, key), admins),
        );
    }
    let owner = owner.ok_or(StartError::NoAdmin { sdk_app_id: first })?;
    Ok((owner, apps))
}
