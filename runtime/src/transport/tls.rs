//! TLS by rustls with ring, for the transports that need it.

use std::sync::Arc;

use rustls::{ClientConfig, ConfigBuilder, RootCertStore, WantsVerifier};
use rustls_platform_verifier::BuilderVerifierExt;

use crate::error::{TransportError, TransportErrorKind};

/// Certificates are judged as the operating system would.
pub(super) fn trusting_the_system() -> Result<ClientConfig, TransportError> {
    let config = config()?.with_platform_verifier().map_err(unusable)?;
    Ok(config.with_no_client_auth())
}

/// No certificate is good enough: for transports that speak no TLS.
pub(super) fn trusting_nobody() -> Result<ClientConfig, TransportError> {
    let config = config()?.with_root_certificates(RootCertStore::empty());
    Ok(config.with_no_client_auth())
}

fn config() -> Result<ConfigBuilder<ClientConfig, WantsVerifier>, TransportError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(unusable)
}

fn unusable(error: rustls::Error) -> TransportError {
    TransportError::new(TransportErrorKind::Request).with_source(error)
}
