//! The arguments of `#[bindery(…)]`, on the struct and on its fields.

use bindery_codegen::Role;
use proc_macro::{Ident, Literal, Span, TokenStream, TokenTree};

use super::item::{Attribute, Item, ItemField};
use super::path;
use crate::args::{FOLDERS, PATH, PATHS};
use crate::document::{Path, Paths};
use crate::grammar::{ArgError, Tokens, comma, equals, error, string, strings, unknown};

/// What the struct says of itself.
#[derive(Debug)]
pub(crate) struct StructArgs {
    pub(crate) paths: Paths,
    pub(crate) operation: (Span, String),
    pub(crate) part: Option<(Span, String)>,
    pub(crate) bindings: Option<TokenStream>,
    /// The path of the runtime crate.
    pub(crate) runtime: TokenStream,
    pub(crate) reply: Option<TokenStream>,
    pub(crate) verdict: Option<TokenStream>,
}

/// What a field says of itself.
#[derive(Debug, Default)]
pub(crate) struct FieldArgs {
    pub(crate) rename: Option<(Literal, String)>,
    pub(crate) role: Role,
    pub(crate) default: bool,
    pub(crate) with: Option<TokenStream>,
}

const STRUCT: [&str; 9] = [
    "spec",
    "overlay",
    "root",
    "operation",
    "part",
    "bindings",
    "crate",
    "reply",
    "verdict",
];
const FIELD: [&str; 4] = ["rename", "skip", "default", "with"];

/// The arguments as they stand, each at most once.
#[derive(Default)]
struct Raw {
    spec: Option<Path>,
    overlays: Option<Vec<Path>>,
    roots: Option<Vec<Path>>,
    operation: Option<(Span, String)>,
    part: Option<(Span, String)>,
    bindings: Option<TokenStream>,
    runtime: Option<TokenStream>,
    reply: Option<TokenStream>,
    verdict: Option<TokenStream>,
}

pub(crate) fn of_struct(item: &Item) -> Result<StructArgs, ArgError> {
    let mut raw = Raw::default();
    for attribute in &item.attributes {
        each(attribute, |tokens, name| raw.take(tokens, name))?;
    }
    let missing = |what: &str| {
        let message =
            format!("{what} is missing: add `#[bindery(spec = \"api.json\", operation = name)]`");
        error(item.name.span(), message)
    };
    Ok(StructArgs {
        paths: Paths {
            spec: raw.spec.ok_or_else(|| missing("the path of the spec"))?,
            overlays: raw.overlays.unwrap_or_default(),
            roots: raw.roots.unwrap_or_default(),
        },
        operation: raw.operation.ok_or_else(|| missing("the operation"))?,
        part: raw.part,
        bindings: raw.bindings,
        runtime: raw
            .runtime
            .unwrap_or_else(|| "::bindery".parse().unwrap_or_default()),
        reply: raw.reply,
        verdict: raw.verdict,
    })
}

impl Raw {
    fn take(&mut self, tokens: &mut Tokens, name: &Ident) -> Result<(), ArgError> {
        let key = name.to_string();
        if !STRUCT.contains(&&*key) {
            return Err(error(name.span(), unknown("argument", &key, &STRUCT)));
        }
        equals(tokens, name)?;
        let repeated = match &*key {
            "spec" => self.spec.replace(string(tokens, name, PATH)?).is_some(),
            "overlay" => self
                .overlays
                .replace(strings(tokens, name, PATHS)?)
                .is_some(),
            "root" => self
                .roots
                .replace(strings(tokens, name, FOLDERS)?)
                .is_some(),
            "operation" => self.operation.replace(word(tokens, name)?).is_some(),
            "part" => self.part.replace(word(tokens, name)?).is_some(),
            "crate" => {
                let (literal, text) =
                    string(tokens, name, "a path in quotes, such as \"renamed\"")?;
                let path = path::quoted(&literal, &text)?;
                self.runtime.replace(path).is_some()
            }
            "bindings" => self.bindings.replace(path::plain(tokens, name)?).is_some(),
            "reply" => self.reply.replace(path::plain(tokens, name)?).is_some(),
            _ => self.verdict.replace(path::plain(tokens, name)?).is_some(),
        };
        once(name, repeated)
    }
}

pub(crate) fn of_field(field: &ItemField) -> Result<FieldArgs, ArgError> {
    let mut args = FieldArgs::default();
    for attribute in &field.attributes {
        each(attribute, |tokens, name| {
            let repeated = match &*name.to_string() {
                "skip" => std::mem::replace(&mut args.role, Role::Skipped) != Role::Member,
                "default" => std::mem::replace(&mut args.default, true),
                "rename" => {
                    equals(tokens, name)?;
                    let wire = string(tokens, name, "the wire name in quotes")?;
                    args.rename.replace(wire).is_some()
                }
                "with" => {
                    equals(tokens, name)?;
                    args.with.replace(path::plain(tokens, name)?).is_some()
                }
                other => return Err(error(name.span(), unknown("argument", other, &FIELD))),
            };
            once(name, repeated)
        })?;
    }
    Ok(args)
}

/// Calls `take` with each argument's name and what follows it.
fn each(
    attribute: &Attribute,
    mut take: impl FnMut(&mut Tokens, &Ident) -> Result<(), ArgError>,
) -> Result<(), ArgError> {
    let group = attribute
        .as_ref()
        .map_err(|span| error(*span, "this attribute takes arguments: `#[bindery(…)]`"))?;
    let mut tokens = group.stream().into_iter().peekable();
    while let Some(token) = tokens.next() {
        let TokenTree::Ident(name) = token else {
            return Err(error(token.span(), "expected the name of an argument"));
        };
        take(&mut tokens, &name)?;
        comma(&mut tokens)?;
    }
    Ok(())
}

fn once(name: &Ident, repeated: bool) -> Result<(), ArgError> {
    if repeated {
        Err(error(name.span(), format!("`{name}` is given twice")))
    } else {
        Ok(())
    }
}

/// A name, in quotes only where it could not stand without.
fn word(tokens: &mut Tokens, name: &Ident) -> Result<(Span, String), ArgError> {
    match tokens.peek() {
        Some(TokenTree::Ident(word)) => {
            let (span, text) = (word.span(), word.to_string());
            tokens.next();
            Ok((span, text.strip_prefix("r#").unwrap_or(&text).to_owned()))
        }
        _ => string(tokens, name, "a name").map(|(literal, text)| (literal.span(), text)),
    }
}
