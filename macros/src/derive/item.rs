//! The struct that a derive stands on: its name, generics and fields, as tokens. Types are passed on, not understood.

use proc_macro::token_stream::IntoIter;
use proc_macro::{Delimiter, Group, Ident, Spacing, Span, TokenStream, TokenTree};

use super::types::ungrouped;
use crate::grammar::{ArgError, error};

/// A struct with named fields.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) name: Ident,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) generics: Generics,
    pub(crate) fields: Vec<ItemField>,
}

/// The parameters of a struct, as its impls need them.
#[derive(Debug, Default)]
pub(crate) struct Generics {
    /// Behind `impl`: with bounds, without defaults.
    pub(crate) declared: TokenStream,
    /// Behind the struct's name.
    pub(crate) used: TokenStream,
    /// The `where` clause.
    pub(crate) bounds: TokenStream,
}

#[derive(Debug)]
pub(crate) struct ItemField {
    pub(crate) name: Ident,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) ty: Vec<TokenTree>,
}

/// The contents of a `#[bindery(…)]`, or where one stands that has none.
pub(crate) type Attribute = Result<Group, Span>;

const WANTED: &str = "this derive goes on a struct with named fields";

/// Reads the item. The compiler has read it before: what is no struct with named fields is all that can be wrong.
pub(crate) fn parse(input: TokenStream) -> Result<Item, ArgError> {
    let mut cursor = Cursor::new(input);
    let attributes = cursor.attributes();
    cursor.visibility();
    let keyword = cursor.next();
    let (Some(TokenTree::Ident(keyword)), Some(TokenTree::Ident(name))) = (keyword, cursor.next())
    else {
        return Err(error(Span::call_site(), WANTED));
    };
    if keyword.to_string() != "struct" {
        return Err(error(keyword.span(), WANTED));
    }
    let mut generics = cursor.generics();
    let mut bounds = Vec::new();
    let mut angles = Angles::default();
    loop {
        match cursor.next() {
            // In angle brackets, braces hold a const.
            Some(TokenTree::Group(group))
                if group.delimiter() == Delimiter::Brace && angles.depth == 0 =>
            {
                generics.bounds = bounds.into_iter().collect();
                return Ok(Item {
                    name,
                    attributes,
                    generics,
                    fields: fields(group.stream()),
                });
            }
            Some(TokenTree::Punct(punct)) if punct.as_char() == ';' => {
                return Err(error(name.span(), WANTED));
            }
            None => return Err(error(name.span(), WANTED)),
            Some(token) => {
                angles.pass(&token);
                bounds.push(token);
            }
        }
    }
}

fn fields(stream: TokenStream) -> Vec<ItemField> {
    let mut cursor = Cursor::new(stream);
    let mut fields = Vec::new();
    loop {
        let attributes = cursor.attributes();
        cursor.visibility();
        let Some(TokenTree::Ident(name)) = cursor.next() else {
            return fields;
        };
        cursor.next();
        fields.push(ItemField {
            name,
            attributes,
            ty: ungrouped(cursor.until_comma()),
        });
    }
}

struct Cursor(std::iter::Peekable<IntoIter>);

impl Cursor {
    fn new(stream: TokenStream) -> Self {
        Cursor(stream.into_iter().peekable())
    }

    fn next(&mut self) -> Option<TokenTree> {
        self.0.next()
    }

    fn at_punct(&mut self, wanted: char) -> bool {
        matches!(self.0.peek(), Some(TokenTree::Punct(punct)) if punct.as_char() == wanted)
    }

    /// Passes the attributes, and gives those that are ours.
    fn attributes(&mut self) -> Vec<Attribute> {
        let mut ours = Vec::new();
        while self.at_punct('#') {
            self.next();
            if let Some(TokenTree::Group(attribute)) = self.next() {
                ours.extend(our(attribute.stream()));
            }
        }
        ours
    }

    fn visibility(&mut self) {
        if matches!(self.0.peek(), Some(TokenTree::Ident(word)) if word.to_string() == "pub") {
            self.next();
            let restricted = matches!(self.0.peek(), Some(TokenTree::Group(group))
                if group.delimiter() == Delimiter::Parenthesis);
            if restricted {
                self.next();
            }
        }
        // `$vis` of a macro may be a group around nothing.
        else if matches!(self.0.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::None)
        {
            self.next();
        }
    }

    /// The tokens up to a comma that is not inside angle brackets; the comma is passed.
    fn until_comma(&mut self) -> Vec<TokenTree> {
        let mut tokens = Vec::new();
        let mut angles = Angles::default();
        while let Some(token) = self.next() {
            if angles.depth == 0 && is_punct(&token, ',') {
                break;
            }
            angles.pass(&token);
            tokens.push(token);
        }
        tokens
    }

    fn generics(&mut self) -> Generics {
        let mut generics = Generics::default();
        if !self.at_punct('<') {
            return generics;
        }
        let mut angles = Angles::default();
        let mut parameter = Vec::new();
        while let Some(token) = self.next() {
            let opens = angles.depth == 0;
            angles.pass(&token);
            let ends = angles.depth == 0;
            if ends || (angles.depth == 1 && is_punct(&token, ',')) {
                generics.add(&parameter);
                parameter.clear();
                if ends {
                    break;
                }
            } else if !opens {
                parameter.push(token);
            }
        }
        generics.declared = wrapped(&generics.declared);
        generics.used = wrapped(&generics.used);
        generics
    }
}

/// An attribute that is ours.
fn our(attribute: TokenStream) -> Option<Attribute> {
    let mut tokens = attribute.into_iter();
    let name = tokens.next()?;
    matches!(&name, TokenTree::Ident(name) if name.to_string() == "bindery").then(|| {
        match (tokens.next(), tokens.next()) {
            (Some(TokenTree::Group(contents)), None) => Ok(contents),
            _ => Err(name.span()),
        }
    })
}

impl Generics {
    /// Adds one parameter.
    fn add(&mut self, parameter: &[TokenTree]) {
        let mut angles = Angles::default();
        let default = parameter.iter().position(|token| {
            angles.pass(token);
            angles.depth == 0 && is_punct(token, '=')
        });
        let declared = &parameter[..default.unwrap_or(parameter.len())];
        let is_const =
            matches!(declared.first(), Some(TokenTree::Ident(word)) if word.to_string() == "const");
        let named = if is_const { &declared[1..] } else { declared };
        let length = match named.first() {
            None => return,
            Some(token) if is_punct(token, '\'') => 2,
            Some(_) => 1,
        };
        let comma: TokenStream = ",".parse().unwrap_or_default();
        self.declared.extend(declared.iter().cloned());
        self.declared.extend(comma.clone());
        self.used.extend(named.iter().take(length).cloned());
        self.used.extend(comma);
    }
}

fn wrapped(parameters: &TokenStream) -> TokenStream {
    let angle = |text: &str| text.parse::<TokenStream>().unwrap_or_default();
    [angle("<"), parameters.clone(), angle(">")]
        .into_iter()
        .collect()
}

/// How deep a token stands inside angle brackets.
#[derive(Default)]
struct Angles {
    depth: usize,
    /// The token before is the first half of `->`.
    dash: bool,
}

impl Angles {
    fn pass(&mut self, token: &TokenTree) {
        let arrow = std::mem::take(&mut self.dash);
        if let TokenTree::Punct(punct) = token {
            match punct.as_char() {
                '<' => self.depth += 1,
                '>' if !arrow => self.depth = self.depth.saturating_sub(1),
                '-' => self.dash = punct.spacing() == Spacing::Joint,
                _ => {}
            }
        }
    }
}

pub(crate) fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}
