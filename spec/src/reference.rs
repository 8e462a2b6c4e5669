//! `$ref`: from a reference to what it names. Stays inside one document.

use std::ptr;

use crate::document::Document;
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
    /// The reference leads nowhere, outside the document, or back to itself.
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
        self.walk(tokens(reference)?)
    }

    fn walk(&self, tokens: Vec<String>) -> Result<&Value, Miss<'_>> {
        let (mut value, mut depth) = (&self.root, 0);
        if let [components, section, name, ..] = &*tokens
            && components == "components"
            && let Some(found) = self.component(section, name)
        {
            (value, depth) = (found, 3);
        }
        while let Some(token) = tokens.get(depth) {
            match value.child(token) {
                Some(child) => value = child,
                None => {
                    return Err(Miss::Dangling {
                        tokens,
                        depth,
                        parent: value,
                    });
                }
            }
            depth += 1;
        }
        Ok(value)
    }
}

/// The tokens of the JSON Pointer that the string of a `$ref` is.
pub(crate) fn tokens<'a>(reference: &Value) -> Result<Vec<String>, Miss<'a>> {
    let text = reference.as_str().ok_or(Miss::NoText)?;
    let (file, fragment) = text.split_once('#').unwrap_or((text, ""));
    if !file.is_empty() {
        return Err(Miss::Outside(file.to_owned()));
    }
    let pointer = percent_decode(fragment).ok_or(Miss::Malformed)?;
    pointer::tokens(&pointer).ok_or(Miss::Malformed)
}

impl Value {
    /// The last segment of the value's `$ref`: the name of the component it names.
    /// `None` for no reference, and for a name with `~` or `%`, which no component may have.
    pub fn ref_name(&self) -> Option<&str> {
        let (_, name) = self.get("$ref")?.as_str()?.rsplit_once('/')?;
        let plain = !name.contains(['~', '%']);
        (plain && !name.is_empty()).then_some(name)
    }
}

/// Why a reference names nothing.
pub(crate) enum Miss<'a> {
    Cycle,
    LongChain,
    NoText,
    Outside(String),
    Malformed,
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
            Miss::Outside(file) => outside(reference, file),
            Miss::Malformed => malformed(reference),
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

fn outside(reference: &Value, file: &str) -> Finding {
    let message = format!("references to other documents are not supported yet: `{file}`");
    Finding::error("external-reference", reference.span, message)
        .help("move what it names into this document, under `components`")
}

fn malformed(reference: &Value) -> Finding {
    let text = reference.as_str().unwrap_or_default();
    let message = format!("`{text}` is not a JSON Pointer into this document");
    Finding::error("dangling-reference", reference.span, message)
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
    let message = format!("nothing is called `{missing}` at `#{place}`");
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
