//! A running sandbox: where it listens, how to call it, and a look inside.

use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;

use bindery::secret::Secret;
use bindery::sign::UserSigCredentials;
use tencent_im::MessageState;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::builder::SandboxBuilder;
use crate::error::StartError;
use crate::faults::Fault;
use crate::groups::Groups;
use crate::http;
use crate::seed::GroupSeed;
use crate::snapshot::GroupSnapshot;
use crate::state::Shared;

/// A running sandbox. Dropping it ends it at once, open connections included.
///
/// Groups asked for here are those of the first app.
#[must_use = "the sandbox ends when it is dropped"]
pub struct Sandbox {
    base_url: String,
    shared: Arc<Shared>,
    owner: Owner,
    stop: watch::Sender<bool>,
    listening: JoinHandle<()>,
}

/// The first app, and who calls it.
pub(crate) struct Owner {
    pub(crate) sdk_app_id: u32,
    pub(crate) admin: String,
    pub(crate) key: Secret,
}

impl Sandbox {
    /// Starts a sandbox of the demo app on a free port of the loopback.
    ///
    /// # Errors
    /// See [`StartError`].
    pub async fn start() -> Result<Self, StartError> {
        Self::builder().start().await
    }

    /// Starts putting a sandbox together.
    pub fn builder() -> SandboxBuilder {
        SandboxBuilder::new()
    }

    pub(crate) fn over(
        listener: TcpListener,
        address: SocketAddr,
        shared: Arc<Shared>,
        owner: Owner,
    ) -> Self {
        let (stop, stopped) = watch::channel(false);
        let listening = tokio::spawn(http::listen(listener, Arc::clone(&shared), stopped));
        Self {
            base_url: format!("http://{address}"),
            shared,
            owner,
            stop,
            listening,
        }
    }

    /// Where it listens, such as `http://127.0.0.1:4711`.
    pub fn base_url(&self) -> &str {
        &self.base_url
    }

    /// Credentials of the first administrator of the first app.
    #[expect(
        clippy::missing_panics_doc,
        reason = "never: the same values were checked at the start"
    )]
    pub fn credentials(&self) -> UserSigCredentials {
        let Owner {
            sdk_app_id,
            admin,
            key,
        } = &self.owner;
        UserSigCredentials::new(*sdk_app_id, admin.as_str(), key.clone())
            .expect("key and administrator were checked at the start")
    }

    /// Lets an accident befall the next request that has none coming, whatever it asks for.
    pub fn fail_next(&self, fault: Fault) {
        self.shared.faults.push(fault);
    }

    /// Puts a group in place; returns whether its id was free.
    pub fn add_group(&self, group: GroupSeed) -> bool {
        self.groups(|groups| groups.add(group)).unwrap_or(false)
    }

    /// A copy of the group of that id.
    pub fn group(&self, id: &str) -> Option<GroupSnapshot> {
        self.groups(|groups| groups.get(id).map(crate::groups::Group::snapshot))?
    }

    /// Recalls a message outside topics; returns whether there is one of that number.
    pub fn recall(&self, group: &str, seq: u64) -> bool {
        self.mark(group, seq, MessageState::Recalled)
    }

    /// Deletes a message outside topics, leaving a placeholder; returns whether there is one of that number.
    pub fn delete(&self, group: &str, seq: u64) -> bool {
        self.mark(group, seq, MessageState::Gone)
    }

    /// Ends the sandbox once the requests in hand are answered, after five seconds in any case.
    pub async fn shutdown(mut self) {
        self.stop.send_replace(true);
        // It ends by itself; if it was aborted, there is nothing left to wait for.
        let _ = (&mut self.listening).await;
    }

    fn mark(&self, group: &str, seq: u64, state: MessageState) -> bool {
        let marked = self.groups(|groups| Some(groups.get_mut(group)?.main().mark(seq, state)));
        marked.flatten().unwrap_or(false)
    }

    fn groups<T>(&self, with: impl FnOnce(&mut Groups) -> T) -> Option<T> {
        let app = self.shared.apps.get(&self.owner.sdk_app_id)?;
        Some(app.groups(with))
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// Shows where it listens, never a key.
impl fmt::Debug for Sandbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sandbox")
            .field("base_url", &self.base_url)
            .field("sdk_app_id", &self.owner.sdk_app_id)
            .finish_non_exhaustive()
    }
}
