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

impl Algorithm {
    /// The query parameters that it fills in. It does so under these names alone, and always under all of them.
    pub fn parameters(self) -> &'static [&'static str] {
        match self {
            Algorithm::TlsSigApiV2 => &["sdkappid", "identifier", "usersig", "random"],
        }
    }
}

/// Complains of names that the algorithm does not have, and of those left out: they would be sent twice.
fn compare(algorithm: Algorithm, listed: &[Name], span: Span, findings: &mut Vec<Finding>) {
    let known = algorithm.parameters();
    for name in listed.iter().filter(|name| !known.contains(&&*name.text)) {
        let message = format!("the signer fills in no parameter `{}`", name.text);
        let finding = Finding::error("bad-value", name.span, message);
        let finding = finding.suggest(&name.text, known, findings);
        findings.push(finding);
    }
    let missing = |known: &&&str| !listed.iter().any(|name| name.text == **known);
    for name in known.iter().filter(missing) {
        let message = format!("the signer fills in `{name}` too, and it is not listed");
        let finding = Finding::error("bad-value", span, message);
        findings.push(finding.help("list all that it fills in, or leave `parameters` out"));
    }
}

impl Extension for Signer {
    const KEY: &'static str = "x-bindery-signer";

    fn read(value: &Value, findings: &mut Vec<Finding>) -> Option<Self> {
        let known = ["algorithm", "parameters"];
        let mut fields = Fields::open(value, "`x-bindery-signer`", &known, findings)?;
        let algorithm = fields.required("algorithm")?;
        let algorithm = fields.choice("algorithm", algorithm, &ALGORITHMS)?;
        let listed = fields.get("parameters").map(|list| list.span);
        let parameters = fields.texts("parameters");
        if let Some(span) = listed {
            compare(algorithm, &parameters, span, findings);
        }
        let filled = algorithm.parameters().iter().map(|name| Name {
            text: (*name).to_owned(),
            span: listed.unwrap_or(value.span),
        });
        Some(Self {
            algorithm,
            parameters: filled.collect(),
            span: value.span,
        })
    }
}
