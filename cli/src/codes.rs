//! The codes of findings, as users name them to `bindery lint`: whole, or by how they begin.

use bindery_spec::nearest;

/// Every code there is, in order.
const CODES: &[&str] = &[
    "bad-method",
    "bad-name",
    "bad-overlay",
    "bad-path",
    "bad-pointer",
    "bad-server",
    "bad-value",
    "code-outside-range",
    "codes-without-envelope",
    "dangling-link",
    "dangling-mapping",
    "dangling-reference",
    "deep-types",
    "different-successes",
    "doubtful-schema",
    "duplicate-code",
    "duplicate-error-name",
    "duplicate-key",
    "duplicate-name",
    "duplicate-operation-id",
    "duplicate-parameter",
    "duplicate-tag",
    "empty-intersection",
    "empty-range",
    "enum-names",
    "extension-type",
    "external-reference",
    "idle-member",
    "infinite-size",
    "later-version",
    "leading-zero",
    "limit-stated-twice",
    "link-value",
    "mapping-beside",
    "mapping-contradicted",
    "misplaced-extension",
    "missing-description",
    "missing-member",
    "missing-operation-id",
    "mixed-targets",
    "no-target",
    "not-openapi",
    "not-overlay",
    "passed-over",
    "path-fragment",
    "path-parameter",
    "pointer-nowhere",
    "pointer-type",
    "reference-cycle",
    "reference-kind",
    "reference-not-followed",
    "refused-default",
    "refused-example",
    "refused-value",
    "reply-without-envelope",
    "server-not-offered",
    "server-slash",
    "syntax",
    "too-deep",
    "too-many-files",
    "too-many-required",
    "unchecked-enum",
    "unchecked-order",
    "unchecked-pattern",
    "undocumented-code",
    "unknown-error",
    "unknown-extension",
    "unknown-kind",
    "unknown-kinds",
    "unknown-member",
    "unknown-property",
    "unknown-scheme",
    "unknown-type",
    "unreadable-file",
    "unsupported-discriminator",
    "unsupported-media-type",
    "unsupported-parameter",
    "unsupported-path",
    "unsupported-private",
    "unsupported-query",
    "unsupported-results",
    "unsupported-schema",
    "unsupported-secret",
    "unsupported-security",
    "unused-component",
    "update-mismatch",
    "value-type",
    "wrong-type",
];

/// A code, or the beginning of several: one that ends with a hyphen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeName(String);

impl CodeName {
    /// Reads a name that stands for one code at least.
    pub(crate) fn read(name: &str) -> Result<Self, String> {
        let read = CodeName(name.to_owned());
        if CODES.iter().any(|code| read.covers(code)) {
            return Ok(read);
        }
        let beginnings = CODES.iter().flat_map(|code| beginnings(code));
        let candidates = CODES.iter().copied().chain(beginnings);
        Err(match nearest(name, candidates) {
            Some(near) => format!("there is no such code: did you mean `{near}`?"),
            None => "there is no such code: `--summary` shows those of a spec".to_owned(),
        })
    }

    /// Whether a code is meant.
    pub(crate) fn covers(&self, code: &str) -> bool {
        let begins = self.0.ends_with('-') && code.starts_with(&self.0);
        begins || code == self.0
    }
}

/// What a code begins with: all up to one of its hyphens.
fn beginnings(code: &'static str) -> impl Iterator<Item = &'static str> {
    let hyphens = code.match_indices('-');
    hyphens.map(|(at, _)| &code[..=at])
}
