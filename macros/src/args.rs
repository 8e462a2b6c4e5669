//! The arguments of `bindings!`: `spec = "…", overlay = "…", root = "…", operations = [a, b], sides = [client, server],
//! formats = [uuid]`.

use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

use bindery_codegen::Formats;

use crate::document::Paths;
use crate::grammar::{ArgError, Tokens, comma, equals, error, span, string, strings, unknown};

/// What the caller asked for.
#[derive(Debug)]
pub(crate) struct Args {
    /// The path of the runtime crate, as tokens.
    pub(crate) runtime: TokenStream,
    pub(crate) paths: Paths,
    /// The operations chosen, each with the identifier that names it.
    pub(crate) operations: Option<Vec<(Ident, String)>>,
    pub(crate) client: bool,
    pub(crate) server: bool,
    pub(crate) webhooks: bool,
    pub(crate) formats: Vec<Formats>,
}

/// What `spec` takes.
pub(crate) const PATH: &str = "a path in quotes, such as \"api.json\"";

/// What `overlay` takes.
pub(crate) const PATHS: &str = "a path in quotes, such as \"api.overlay.json\", or a list of them";

/// What `root` takes.
pub(crate) const FOLDERS: &str = "a folder in quotes, such as \"../shared\", or a list of them";

const KNOWN: [&str; 6] = ["spec", "overlay", "root", "operations", "sides", "formats"];

pub(crate) fn parse(input: TokenStream) -> Result<Args, ArgError> {
    let mut tokens = input.into_iter().peekable();
    let runtime = match tokens.next() {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => {
            return Err(error(
                Span::call_site(),
                "use this macro as `bindery::bindings!`",
            ));
        }
    };
    let mut spec = None;
    let mut overlays = None;
    let mut roots = None;
    let mut operations = None;
    let mut sides = None;
    let mut formats = None;
    while let Some(token) = tokens.next() {
        let TokenTree::Ident(name) = token else {
            return Err(error(
                token.span(),
                "expected an argument such as `spec = \"api.json\"`",
            ));
        };
        equals(&mut tokens, &name)?;
        let repeated = match name.to_string().as_str() {
            "spec" => spec.replace(string(&mut tokens, &name, PATH)?).is_some(),
            "overlay" => overlays
                .replace(strings(&mut tokens, &name, PATHS)?)
                .is_some(),
            "root" => roots
                .replace(strings(&mut tokens, &name, FOLDERS)?)
                .is_some(),
            "operations" => operations
                .replace(list(
                    &mut tokens,
                    &name,
                    "name some, or leave it out for all",
                )?)
                .is_some(),
            "sides" => sides
                .replace(list(
                    &mut tokens,
                    &name,
                    "name `client`, `server`, `webhooks` or several",
                )?)
                .is_some(),
            "formats" => formats
                .replace(list(&mut tokens, &name, "name crates, such as `uuid`")?)
                .is_some(),
            other => return Err(error(name.span(), unknown("argument", other, &KNOWN))),
        };
        if repeated {
            return Err(error(name.span(), format!("`{name}` is given twice")));
        }
        comma(&mut tokens)?;
    }
    let spec = spec.ok_or_else(|| {
        error(
            Span::call_site(),
            "the path of the spec is missing: add `spec = \"api.json\"`",
        )
    })?;
    let sides = sides.map_or(Ok([true, false, false]), |sides| chosen_sides(&sides))?;
    let [client, server, webhooks] = sides;
    let formats = formats.map_or(Ok(Vec::new()), |formats| chosen_formats(&formats))?;
    Ok(Args {
        runtime,
        paths: Paths {
            spec,
            overlays: overlays.unwrap_or_default(),
            roots: roots.unwrap_or_default(),
        },
        operations,
        client,
        server,
        webhooks,
        formats,
    })
}

fn chosen_formats(formats: &[(Ident, String)]) -> Result<Vec<Formats>, ArgError> {
    let names = Formats::ALL.map(Formats::name);
    let each = formats.iter().map(|(ident, name)| {
        let mut known = Formats::ALL.into_iter();
        let found = known.find(|known| known.name() == name);
        found.ok_or_else(|| error(ident.span(), unknown("format crate", name, &names)))
    });
    each.collect()
}

const SIDES: [&str; 3] = ["client", "server", "webhooks"];

/// Which of [`SIDES`] are wanted.
fn chosen_sides(sides: &[(Ident, String)]) -> Result<[bool; 3], ArgError> {
    for (ident, name) in sides {
        if !SIDES.contains(&name.as_str()) {
            return Err(error(ident.span(), unknown("side", name, &SIDES)));
        }
    }
    Ok(SIDES.map(|side| sides.iter().any(|(_, name)| name == side)))
}

/// A list of names; `remedy` says what to do about an empty one.
fn list(tokens: &mut Tokens, name: &Ident, remedy: &str) -> Result<Vec<(Ident, String)>, ArgError> {
    let token = tokens.next();
    let Some(TokenTree::Group(group)) = &token else {
        return Err(error(
            span(token.as_ref(), name),
            format!("`{name}` takes a list: `{name} = [first, second]`"),
        ));
    };
    if group.delimiter() != Delimiter::Bracket {
        return Err(error(
            group.span(),
            format!("`{name}` takes a list in square brackets"),
        ));
    }
    let names = names(group)?;
    if names.is_empty() {
        return Err(error(group.span(), format!("`{name}` is empty: {remedy}")));
    }
    Ok(names)
}

/// The names in a list, each once.
fn names(group: &Group) -> Result<Vec<(Ident, String)>, ArgError> {
    let mut names: Vec<(Ident, String)> = Vec::new();
    let mut inner = group.stream().into_iter().peekable();
    while let Some(token) = inner.next() {
        let TokenTree::Ident(ident) = token else {
            return Err(error(token.span(), "expected a name without quotes"));
        };
        let text = ident.to_string();
        let text = text.strip_prefix("r#").unwrap_or(&text).to_owned();
        if names.iter().any(|(_, known)| *known == text) {
            return Err(error(ident.span(), format!("`{text}` is listed twice")));
        }
        names.push((ident, text));
        comma(&mut inner)?;
    }
    Ok(names)
}
