//! `$ref`: from a reference to what it names, in the document or in a file that was handed over with it.

use std::ptr;

use crate::document::Document;
use crate::files::{Meant, stem};
use crate::finding::Finding;
use crate::pointer;
use crate::suggest;
use crate::value::Value;

/// The most references one value may be behind; keeps a hostile chain from costing quadratic time.
const LONGEST_CHAIN: usize = 32;

impl Document {
    /// Follows `$ref` until a value that is no reference; a value that is none is returned as it is.
    ///
    /// Members beside a `$ref` are not looked at. Ask only for what may be a reference: among the
    /// `properties` of a schema, `$ref` is a name like any other.
    ///
    /// # Errors
    ///
    /// The reference leads nowhere, to a file that is not there, or back to itself.
    pub fn resolve<'a>(&'a self, value: &'a Value) -> Result<&'a Value, Finding> {
        self.target(value).map_err(|lost| lost.finding(&[]))
    }

    /// As [`resolve`](Self::resolve), without words for what is wrong until they are asked for.
    pub(crate) fn target<'a>(&'a self, value: &'a Value) -> Result<&'a Value, Lost<'a>> {
        let mut chain: Vec<&Value> = Vec::new();
        let mut value = value;
        while let Some(reference) = value.get("$ref") {
            if chain.iter().any(|seen| ptr::eq(*seen, value)) {
                let miss = Miss::Cycle;
                return Err(Lost { reference, miss });
            }
            if chain.len() == LONGEST_CHAIN {
                let miss = Miss::LongChain;
                return Err(Lost { reference, miss });
            }
            chain.push(value);
            value = self
                .follow(reference)
                .map_err(|miss| Lost { reference, miss })?;
        }
        Ok(value)
    }

    /// One step: what the string of a `$ref` names.
    pub(crate) fn follow<'a>(&'a self, reference: &Value) -> Result<&'a Value, Miss<'a>> {
        let (meant, tokens) = self.address(reference)?;
        let found = meant.walk(self, &tokens);
        found.map_err(|(depth, parent)| Miss::Dangling {
            tokens,
            depth,
            parent,
        })
    }

    /// The file that the string of a `$ref` leads into, and the tokens of its JSON Pointer.
    pub(crate) fn address<'a>(
        &'a self,
        reference: &Value,
    ) -> Result<(Meant<'a>, Vec<String>), Miss<'a>> {
        let text = reference.as_str().ok_or(Miss::NoText)?;
        let (file, fragment) = split(text);
        let meant = self.meant(reference, file)?;
        let pointer = percent_decode(fragment).ok_or(Miss::Malformed)?;
        let missed = if self.keys.anchors {
            Miss::Anchor
        } else {
            Miss::Malformed
        };
        let tokens = pointer::tokens(&pointer).ok_or(missed)?;
        Ok((meant, tokens))
    }

    /// The value of the document at a pointer, or how many of its tokens lead somewhere, and where.
    pub(crate) fn walk(&self, tokens: &[String]) -> Result<&Value, (usize, &Value)> {
        let (mut value, mut depth) = (&self.root, 0);
        if let [components, section, name, ..] = tokens
            && components == "components"
            && let Some(found) = self.component(section, name)
        {
            (value, depth) = (found, 3);
        }
        while let Some(token) = tokens.get(depth) {
            value = value.child(token).ok_or((depth, value))?;
            depth += 1;
        }
        Ok(value)
    }
}

/// The file and the fragment of a reference.
pub(crate) fn split(text: &str) -> (&str, &str) {
    text.split_once('#').unwrap_or((text, ""))
}

impl Value {
    /// The last segment of the value's `$ref`, or the stem of the file it names: the name of what it names.
    /// `None` for no reference, and for a name with `~` or `%`, which no component may have.
    pub fn ref_name(&self) -> Option<&str> {
        let (file, fragment) = split(self.get("$ref")?.as_str()?);
        let segment = fragment.rsplit_once('/').map(|(_, name)| name);
        plain(segment.unwrap_or_else(|| stem(file)))
    }
}

/// A name that is written as it is in a JSON Pointer.
fn plain(name: &str) -> Option<&str> {
    let plain = !name.contains(['~', '%']);
    (plain && !name.is_empty()).then_some(name)
}

/// A segment of a reference that says what is there: an index does not.
pub(crate) fn telling(segment: &str) -> Option<&str> {
    let index = segment.bytes().all(|byte| byte.is_ascii_digit());
    plain(segment).filter(|_| !index)
}

/// Why a reference names nothing.
pub(crate) enum Miss<'a> {
    Cycle,
    LongChain,
    NoText,
    /// A file by its URL.
    Url(String),
    /// A file by its absolute path.
    Absolute(String),
    /// A file that was not handed over, and the reference that was meant perhaps.
    Absent {
        path: String,
        meant: Option<String>,
    },
    Malformed,
    /// A name in a document that has `$anchor`s.
    Anchor,
    /// The token at `depth` is the first that leads nowhere; `parent` is the last value there is.
    Dangling {
        tokens: Vec<String>,
        depth: usize,
        parent: &'a Value,
    },
}

/// A `$ref` and why it names nothing.
pub(crate) struct Lost<'a> {
    reference: &'a Value,
    miss: Miss<'a>,
}

impl Lost<'_> {
    /// The words for it, to be added to what was found before.
    pub(crate) fn finding(&self, before: &[Finding]) -> Finding {
        let reference = self.reference;
        match &self.miss {
            Miss::Cycle => cycle(reference),
            Miss::LongChain => long_chain(reference),
            Miss::NoText => Finding::wrong_type("`$ref`", "a string", reference),
            Miss::Url(file) => url(reference, file),
            Miss::Absolute(file) => absolute(reference, file),
            Miss::Absent { path, meant } => absent(reference, path, meant.as_deref()),
            Miss::Malformed => malformed(reference),
            Miss::Anchor => anchor(reference),
            Miss::Dangling {
                tokens,
                depth,
                parent,
            } => dangling(reference, tokens, *depth, parent, before),
        }
    }
}

fn cycle(reference: &Value) -> Finding {
    Finding::error(
        "reference-cycle",
        reference.span,
        "a reference that leads back to itself",
    )
    .label("nothing but references here")
}

fn long_chain(reference: &Value) -> Finding {
    let message = format!("more than {LONGEST_CHAIN} references lead from one to the next");
    Finding::error("reference-cycle", reference.span, message)
}

fn url(reference: &Value, file: &str) -> Finding {
    let message = format!("nothing is fetched from `{file}`");
    Finding::error("external-reference", reference.span, message)
        .help("download the file and refer to it by its relative path, or bundle the document into one file")
}

fn absolute(reference: &Value, file: &str) -> Finding {
    let message = format!("`{file}` is an absolute path, which holds on one machine alone");
    Finding::error("external-reference", reference.span, message)
        .help("write the path relative to the file that the reference stands in")
}

fn absent(reference: &Value, path: &str, meant: Option<&str>) -> Finding {
    let message = format!("the file `{path}` was not handed over");
    let finding = Finding::error("external-reference", reference.span, message);
    match meant {
        Some(meant) => finding.label(format!("did you mean `{meant}`?")),
        None => finding.help("hand it over with `Document::with_files`"),
    }
}

fn malformed(reference: &Value) -> Finding {
    let text = reference.as_str().unwrap_or_default();
    let message = format!("`{text}` is not a JSON Pointer");
    Finding::error("dangling-reference", reference.span, message)
        .help("write it as \"#/components/schemas/Name\"")
}

fn anchor(reference: &Value) -> Finding {
    let text = reference.as_str().unwrap_or_default();
    let message =
        format!("`{text}` is an anchor, and references are followed by JSON Pointer alone");
    Finding::error("external-reference", reference.span, message)
        .help("write it as \"#/components/schemas/Name\"")
}

fn dangling(
    reference: &Value,
    tokens: &[String],
    depth: usize,
    parent: &Value,
    before: &[Finding],
) -> Finding {
    let missing = &tokens[depth];
    let place: String = tokens[..depth]
        .iter()
        .flat_map(|token| ["/".to_owned(), pointer::escape(token)])
        .collect();
    let (file, _) = split(reference.as_str().unwrap_or_default());
    let message = format!("nothing is called `{missing}` at `{file}#{place}`");
    let names = parent
        .as_object()
        .unwrap_or_default()
        .iter()
        .map(|member| &*member.key);
    let label =
        suggest::did_you_mean(missing, names, before).unwrap_or_else(|| "leads nowhere".to_owned());
    Finding::error("dangling-reference", reference.span, message).label(label)
}

/// Undoes percent-encoding; `None` where that leaves no text.
pub(crate) fn percent_decode(fragment: &str) -> Option<String> {
    let mut pieces = fragment.split('%');
    let mut bytes = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(piece.get(..2)?, 16).ok()?);
        bytes.extend_from_slice(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).ok()
}
