//! `x-bindery-signer`: how the requests of a security scheme are signed.

use crate::extension::fields::Fields;
use crate::extension::{Extension, Name};
use crate::finding::Finding;
use crate::span::Span;
use crate::value::Value;

/// Who signs, and what the signer fills in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The algorithm.
    pub algorithm: Algorithm,
    /// The query parameters the signer fills in.
    pub parameters: Vec<Name>,
    /// The extension's value.
    pub span: Span,
}

/// A signing algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Algorithm {
    /// `tls-sig-api-v2`: Tencent's `UserSig`, a compressed JSON ticket with an HMAC-SHA256.
    TlsSigApiV2,
}

const ALGORITHMS: [(&str, Algorithm); 1] = [("tls-sig-api-v2", Algorithm::TlsSigApiV2)];

impl Extension for Signer {
    const KEY: &'static str = "x-bindery-signer";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let known = ["algorithm", "parameters"];
        let mut fields = Fields::open(value, "`x-bindery-signer`", &known, findings)?;
        let parameters = fields.texts("parameters");
        let algorithm = fields.required("algorithm")?;
        let algorithm = fields.choice("algorithm", algorithm, &ALGORITHMS)?;
        Some(Self {
            algorithm,
            parameters,
            span: value.span,
        })
    }
}
