//! Servers as every stage must read them: which are offered, what their variables may be, and which operations have their own.

mod own;

pub use own::{documented_urls, is_unsafe, own_lists, own_servers};

use crate::check::servers::fault;
use crate::document::Document;
use crate::value::{Kind, Value};

/// A server that bindings offer.
#[derive(Clone, Debug)]
pub struct Server<'d> {
    /// Its URL, the variables in braces.
    pub template: &'d str,
    /// Whether the URL has no host of its own.
    pub relative: bool,
    /// The variables of the URL, in its order.
    pub variables: Vec<Variable<'d>>,
    /// The server itself.
    pub value: &'d Value,
}

/// A variable in the URL of a server.
#[derive(Clone, Debug)]
pub struct Variable<'d> {
    /// Its name.
    pub name: &'d str,
    /// Its value unless another is given.
    pub default: &'d str,
    /// What it may be, the default among them; nothing where it may be anything.
    pub values: Vec<&'d str>,
    /// The variable itself.
    pub value: &'d Value,
}

/// The servers of the document that bindings offer: those whose variables have defaults, and whose URL, with these put in, is whole or
/// begins with `/`.
pub fn servers(document: &Document) -> Vec<Server<'_>> {
    let servers = document.root.get("servers").and_then(Value::as_array);
    servers
        .unwrap_or_default()
        .iter()
        .filter_map(Server::of)
        .collect()
}

impl<'d> Server<'d> {
    /// Reads a server of the document; `None` for one that is left to the caller.
    pub fn of(value: &'d Value) -> Option<Self> {
        Self::read(value).filter(Self::is_offered)
    }

    /// Reads a server whatever its URL is; `None` where a variable has no default.
    fn read(value: &'d Value) -> Option<Self> {
        let template = value.get("url")?.as_str()?;
        let described = |name| Variable::of(name, value.get("variables")?.get(name)?);
        let mut names: Vec<&str> = Vec::new();
        for name in crate::template::placeholders(template) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let variables = names
            .into_iter()
            .map(described)
            .collect::<Option<Vec<_>>>()?;
        let relative =
            !template.contains("://") && (template.is_empty() || template.starts_with('/'));
        Some(Server {
            template,
            relative,
            variables,
            value,
        })
    }

    /// The URL with every variable at its default.
    pub fn url(&self) -> String {
        let variables = self.variables.iter();
        variables.fold(self.template.to_owned(), |url, variable| {
            url.replace(&format!("{{{}}}", variable.name), variable.default)
        })
    }

    fn is_offered(&self) -> bool {
        let url = self.url();
        if self.relative {
            // A `/` alone adds nothing to a host.
            return !is_root(&url) && fault(&format!("https://host{url}")).is_none();
        }
        url.contains("://") && fault(&url).is_none()
    }
}

/// Whether a URL without a host is all of one.
fn is_root(url: &str) -> bool {
    url.is_empty() || url == "/"
}

impl<'d> Variable<'d> {
    fn of(name: &'d str, value: &'d Value) -> Option<Self> {
        let default = word(value.get("default")?)?;
        let listed = value
            .get("enum")
            .and_then(Value::as_array)
            .unwrap_or_default();
        let mut values: Vec<&str> = Vec::new();
        for word in listed.iter().filter_map(word) {
            if !values.contains(&word) {
                values.push(word);
            }
        }
        if !values.is_empty() && !values.contains(&default) {
            values.insert(0, default);
        }
        Some(Variable {
            name,
            default,
            values,
            value,
        })
    }
}

/// A text; a port is often written as a number.
fn word(value: &Value) -> Option<&str> {
    match &value.kind {
        Kind::String(text) | Kind::Number(text) => Some(text),
        _ => None,
    }
}
