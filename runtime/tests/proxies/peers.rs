//! A proxy and a service on sockets of their own. Each serves one connection.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::{fs, process};

use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Waits for one connection and does `serve` with it: the address, and what comes of it.
pub(crate) fn listen<T: Send + 'static>(
    serve: impl FnOnce(TcpStream) -> T + Send + 'static,
) -> (String, JoinHandle<T>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    (
        address,
        thread::spawn(move || serve(listener.accept().unwrap().0)),
    )
}

/// The head of a request, in lower case, and the body that its length announces.
pub(crate) fn request(stream: &mut impl Read) -> (String, String) {
    let mut stream = BufReader::with_capacity(1, stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert_ne!(stream.read_line(&mut head).unwrap(), 0, "{head}");
    }
    let head = head.to_lowercase();
    let length = head.split("content-length: ").nth(1);
    let length = length.map_or(0, |rest| {
        rest.split("\r\n").next().unwrap().parse().unwrap()
    });
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    (head, String::from_utf8(body).unwrap())
}

/// Answers a request.
pub(crate) fn answer(stream: &mut impl Write, status: &str, body: &str) {
    let length = body.len();
    let text = format!("HTTP/1.1 {status}\r\ncontent-length: {length}\r\n\r\n{body}");
    stream.write_all(text.as_bytes()).unwrap();
    stream.flush().unwrap();
}

/// A service with a certificate of its own.
pub(crate) struct Tls {
    config: Arc<ServerConfig>,
    /// The file of who signed it.
    pub(crate) root: PathBuf,
}

impl Tls {
    pub(crate) fn of(host: &str) -> Self {
        let (key, mut params) = (KeyPair::generate().unwrap(), CertificateParams::default());
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let root = params.self_signed(&key).unwrap();
        let issuer = Issuer::new(params, key);
        let key = KeyPair::generate().unwrap();
        let leaf = CertificateParams::new([host.to_owned()]).unwrap();
        let leaf = leaf.signed_by(&key, &issuer).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider);
        let config = config.with_safe_default_protocol_versions().unwrap();
        let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
        let chain = vec![leaf.der().clone()];
        let config = config
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        let test = thread::current()
            .name()
            .unwrap_or_default()
            .replace("::", "-");
        let name = format!("root-{}-{test}-{host}.pem", process::id());
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::write(&path, root.pem()).unwrap();
        Self {
            config: Arc::new(config),
            root: path,
        }
    }

    pub(crate) fn accept(&self, stream: TcpStream) -> StreamOwned<ServerConnection, TcpStream> {
        let connection = ServerConnection::new(Arc::clone(&self.config)).unwrap();
        StreamOwned::new(connection, stream)
    }
}

impl Drop for Tls {
    fn drop(&mut self) {
        drop(fs::remove_file(&self.root));
    }
}
