//! Putting a client together. Nothing is sent here.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use super::Client;
use super::base_url::BaseUrl;
use super::build_error::BuildError;
use super::core::Core;
use super::limit::Limiter;
use super::observer::Observer;
use super::plain_http;
use super::rates::Rates;
use super::retry::RetryPolicy;
use super::routes::Routes;
use crate::operation::Api;
use crate::random::{Random, StdRandom};
use crate::sign::Signer;
use crate::timer::Timer;
use crate::transport::Transport;

/// Puts a [`Client`] together. Everything but the credentials has a default.
///
/// ```
/// use bindery::{Api, Client, Rates, RetryPolicy, sign::NoAuth};
/// use std::time::Duration;
///
/// # struct Parcels;
/// # impl Api for Parcels {
/// #     type Credentials = NoAuth;
/// #     const NAME: &'static str = "Parcels";
/// #     const SERVERS: &'static [&'static str] = &["https://parcels.example.com"];
/// # }
/// # #[cfg(feature = "hyper")]
/// let client: Client<Parcels> = Client::builder(NoAuth)
///     .base_url("http://127.0.0.1:8080/v4")
///     .timeout(Duration::from_secs(5))
///     .retries(RetryPolicy::never())
///     .rate(Rates::documented().percent(50))
///     .build()?;
/// # Ok::<(), bindery::BuildError>(())
/// ```
#[must_use = "a builder does nothing until `build`"]
pub struct ClientBuilder<A: Api> {
    signer: Box<dyn Signer>,
    base_url: Option<String>,
    base_urls_of: Vec<(String, String)>,
    allow_plain_http: bool,
    timeout: Duration,
    max_reply_bytes: usize,
    retries: RetryPolicy,
    rates: Rates,
    transport: Option<Arc<dyn Transport>>,
    timer: Option<Arc<dyn Timer>>,
    random: Option<Arc<dyn Random>>,
    observer: Option<Arc<dyn Observer>>,
    api: PhantomData<fn() -> A>,
}

impl<A: Api> ClientBuilder<A> {
    pub(super) fn new(signer: Box<dyn Signer>) -> Self {
        Self {
            signer,
            base_url: None,
            base_urls_of: Vec::new(),
            allow_plain_http: false,
            timeout: Duration::from_secs(10),
            max_reply_bytes: 16 * 1024 * 1024,
            retries: RetryPolicy::default(),
            rates: Rates::default(),
            transport: None,
            timer: None,
            random: None,
            observer: None,
            api: PhantomData,
        }
    }

    /// Where the service is: a server of the API, or any `https` URL, with a path prefix if need be; for `http`, see
    /// [`allow_plain_http`](Self::allow_plain_http).
    /// The default is the API's first server; an API whose document names none with a host asks for one.
    pub fn base_url(mut self, url: impl AsRef<str>) -> Self {
        self.base_url = Some(url.as_ref().to_owned());
        self
    }

    /// Where operations go whose document gives them a server of their own: `server` is that server, a variant of the bindings'
    /// `OperationServer`, and `url` the base URL that stands for it.
    ///
    /// Unless told so, a client leaves its base URL for such a server only where that base URL is a documented one, as the default
    /// is. With any other, a test service or a proxy, every call stays with it. Credentials go wherever calls go.
    ///
    /// ```
    /// use bindery::{Api, BuildError, Client, sign::NoAuth};
    ///
    /// # struct Files;
    /// # impl Api for Files {
    /// #     type Credentials = NoAuth;
    /// #     const NAME: &'static str = "Files";
    /// #     const SERVERS: &'static [&'static str] = &["https://files.example.com"];
    /// #     const OPERATION_SERVERS: &'static [&'static str] = &["https://upload.example.com"];
    /// # }
    /// # enum OperationServer { Upload }
    /// # impl AsRef<str> for OperationServer {
    /// #     fn as_ref(&self) -> &str { "https://upload.example.com" }
    /// # }
    /// # #[cfg(feature = "hyper")]
    /// let client: Client<Files> = Client::builder(NoAuth)
    ///     .base_url("http://127.0.0.1:8080")
    ///     .base_url_of(OperationServer::Upload, "http://127.0.0.1:8081")
    ///     .build()?;
    /// # Ok::<(), BuildError>(())
    /// ```
    pub fn base_url_of(mut self, server: impl AsRef<str>, url: impl AsRef<str>) -> Self {
        let pair = (server.as_ref().to_owned(), url.as_ref().to_owned());
        self.base_urls_of.push(pair);
        self
    }

    /// Lets credentials go to `http:` URLs of other machines, where whoever is on the way reads them: for networks that nobody
    /// else is on, such as that of a compose file or of a sidecar.
    ///
    /// Without it, [`build`](Self::build) refuses such a URL unless it is of this machine (`localhost`, `127.0.0.0/8`, `::1`), or the
    /// API's document lists its host with `http:`. Clients without credentials go anywhere.
    pub fn allow_plain_http(mut self) -> Self {
        self.allow_plain_http = true;
        self
    }

    /// How long one attempt may take, connecting included; 10 seconds unless set. Where a body is streamed, how long it may
    /// stand still: time starts anew with each piece of the request, and ends a [`Download`](crate::Download) that no piece comes of.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// How large a reply may be, in bytes; 16 MiB unless set. A larger one is an error, and is not read to its end. One that is
    /// [opened](Client::open) may have any size.
    pub fn max_reply_bytes(mut self, bytes: usize) -> Self {
        self.max_reply_bytes = bytes;
        self
    }

    /// When the client sends a request again by itself.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.retries = policy;
        self
    }

    /// Which call rates the client keeps to; the documented ones unless set.
    pub fn rate(mut self, rates: Rates) -> Self {
        self.rates = rates;
        self
    }

    /// Carries the requests, in place of the default `HyperTransport`.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// Tells time and waits, in place of the system's clock and tokio.
    pub fn timer(mut self, timer: impl Timer) -> Self {
        self.timer = Some(Arc::new(timer));
        self
    }

    /// Draws random numbers, in place of [`StdRandom`].
    pub fn random(mut self, random: impl Random) -> Self {
        self.random = Some(Arc::new(random));
        self
    }

    /// Is told how each attempt went.
    pub fn observer(mut self, observer: impl Observer) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// The client.
    ///
    /// # Errors
    /// See [`BuildError`].
    pub fn build(self) -> Result<Client<A>, BuildError> {
        let default = A::SERVERS.first().copied();
        let base_url = self.base_url.as_deref().or(default);
        let base_url = BaseUrl::parse(base_url.ok_or(BuildError::NoBaseUrl)?)?;
        let routes = Routes::of::<A>(base_url, &self.base_urls_of)?;
        if self.signer.has_credentials() && !self.allow_plain_http {
            plain_http::check::<A>(routes.all())?;
        }
        self.rates.check()?;
        let timer: Arc<dyn Timer> = match self.timer {
            Some(timer) => timer,
            #[cfg(feature = "tokio")]
            None => Arc::new(crate::timer::TokioTimer::new()),
            #[cfg(not(feature = "tokio"))]
            None => return Err(BuildError::NoTimer),
        };
        let transport = match self.transport {
            Some(transport) => transport,
            None => default_transport(&routes)?,
        };
        let core = Core {
            api: A::NAME,
            hidden: A::HIDDEN,
            routes,
            signer: self.signer,
            transport,
            timer,
            random: self.random.unwrap_or_else(|| Arc::new(StdRandom::new())),
            observer: self.observer,
            limiter: Limiter::new(self.rates),
            retries: self.retries,
            timeout: self.timeout,
            max_reply_bytes: self.max_reply_bytes,
        };
        Ok(Client {
            core: Arc::new(core),
            api: PhantomData,
        })
    }
}

/// hyper-util's where both are there: it costs a call less.
#[cfg(any(feature = "reqwest", feature = "hyper"))]
fn default_transport(routes: &Routes) -> Result<Arc<dyn Transport>, BuildError> {
    #[cfg(feature = "hyper")]
    use crate::transport::HyperTransport as Default;
    #[cfg(not(feature = "hyper"))]
    use crate::transport::ReqwestTransport as Default;
    let transport = if routes.all().any(BaseUrl::is_https) {
        Default::new()
    } else {
        Default::plain_http()
    };
    Ok(Arc::new(transport.map_err(BuildError::Transport)?))
}

#[cfg(not(any(feature = "reqwest", feature = "hyper")))]
fn default_transport(_: &Routes) -> Result<Arc<dyn Transport>, BuildError> {
    Err(BuildError::NoTransport)
}

/// Shows settings, never credentials.
impl<A: Api> fmt::Debug for ClientBuilder<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("api", &A::NAME)
            .field("timeout", &self.timeout)
            .field("max_reply_bytes", &self.max_reply_bytes)
            .field("retries", &self.retries)
            .field("rates", &self.rates)
            .finish_non_exhaustive()
    }
}
