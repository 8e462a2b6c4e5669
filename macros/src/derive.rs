//! `#[derive(Request)]` and `#[derive(Response)]`: reads the caller's struct, has it checked, puts the impls together.

mod attributes;
mod item;
mod path;
mod splice;
mod types;

use bindery_codegen::{
    Derived, GenerateError, OwnField, OwnPlace, OwnStruct, Piece, Role, Wrapper,
};
use bindery_spec::Document;
use proc_macro::{Ident, Span, TokenStream, TokenTree};

use self::attributes::{FieldArgs, StructArgs};
use self::item::Item;
use self::splice::{Spans, splice};
use crate::grammar::ArgError;
use crate::{findings, report};

/// One of the two derives.
pub(crate) type Derive = fn(&Document, &OwnStruct) -> Result<Derived, GenerateError>;

pub(crate) fn expand(input: TokenStream, derive: Derive) -> TokenStream {
    let complain = |error: &ArgError| report::compile_error(error.span, &error.message);
    let item = match item::parse(input) {
        Ok(item) => item,
        Err(error) => return complain(&error),
    };
    let args = match attributes::of_struct(&item) {
        Ok(args) => args,
        Err(error) => return complain(&error),
    };
    let mut errors = TokenStream::new();
    let mut fields = Vec::new();
    for field in &item.fields {
        fields.push(attributes::of_field(field).unwrap_or_else(|error| {
            errors.extend(complain(&error));
            FieldArgs {
                role: Role::Unread,
                ..FieldArgs::default()
            }
        }));
    }
    let own = Own { item, args, fields };
    errors.extend(own.derived(derive));
    errors
}

/// The caller's struct with its attributes read.
struct Own {
    item: Item,
    args: StructArgs,
    fields: Vec<FieldArgs>,
}

impl Own {
    fn derived(&self, derive: Derive) -> TokenStream {
        let (document, mut output) = self.args.paths.read();
        let document = match document {
            Ok(document) => document,
            Err(errors) => {
                output.extend(errors);
                return output;
            }
        };
        output.extend(match derive(&document, &self.described()) {
            Ok(derived) => self.impls(&derived),
            Err(GenerateError::Document(errors)) => {
                findings::at(&self.args.paths, &document, &errors)
            }
            Err(GenerateError::UnknownOperations(unknown)) => unknown
                .iter()
                .map(|operation| {
                    report::compile_error(self.args.operation.0, &operation.to_string())
                })
                .collect(),
        });
        output
    }

    /// The struct as plain data.
    fn described(&self) -> OwnStruct {
        let fields = self.item.fields.iter().zip(&self.fields);
        OwnStruct {
            operation: self.args.operation.1.clone(),
            part: self.args.part.as_ref().map(|(_, name)| name.clone()),
            generic: !self.item.generics.declared.is_empty(),
            reply: self.args.reply.is_some(),
            verdict: self.args.verdict.is_some(),
            fields: fields
                .map(|(field, args)| {
                    let name = field.name.to_string();
                    OwnField {
                        name: name.strip_prefix("r#").unwrap_or(&name).to_owned(),
                        rename: args.rename.as_ref().map(|(_, wire)| wire.clone()),
                        role: args.role,
                        with: args.with.is_some(),
                        default: args.default,
                        wrapper: wrapper(&field.ty),
                        boxed: is_boxed(&field.ty),
                    }
                })
                .collect(),
        }
    }

    /// The complaints, and the impls around the caller's tokens.
    fn impls(&self, derived: &Derived) -> TokenStream {
        let mut output: TokenStream = derived
            .errors
            .iter()
            .map(|error| report::compile_error(self.place(error.at), &error.message))
            .collect();
        if self.args.bindings.is_none() && self.item.name.to_string() == derived.stands_for {
            let message = format!(
                "this struct hides the generated `{}`: say where the bindings are with `bindings = path`",
                derived.stands_for
            );
            output.extend(report::compile_error(self.item.name.span(), &message));
            return output;
        }
        let scope = "#[allow(unused_imports)] use __runtime::__private as __rt; __bindings";
        // Who names what is deprecated has been told so at the struct.
        let block = format!(
            "#[allow(deprecated)] const _: () = {{ {scope} {} }};",
            derived.source
        );
        output.extend(splice(&block, Spans::call_site(), &|name| {
            self.tokens(name, derived)
        }));
        output
    }

    /// The caller's tokens for a name in generated text.
    fn tokens(&self, name: &str, derived: &Derived) -> Option<TokenStream> {
        let generics = &self.item.generics;
        if let Some(tokens) = self.anywhere(name) {
            return Some(tokens);
        }
        match name {
            "__own" => {
                let mut own = TokenStream::from(TokenTree::Ident(self.item.name.clone()));
                own.extend(generics.used.clone());
                Some(own)
            }
            "__generics" => Some(generics.declared.clone()),
            "__where" => Some(generics.bounds.clone()),
            "__runtime" => Some(self.args.runtime.clone()),
            "__bindings" => Some(self.bindings()),
            "__reply" => self.args.reply.clone(),
            "__verdict" => self.args.verdict.clone(),
            "__members" | "__asserts" | "__slots" | "__arms" | "__values" => {
                let pieces = derived.pieces.iter().filter(|piece| piece.slot == name);
                Some(pieces.map(|piece| self.piece(piece)).collect())
            }
            name if name == derived.stands_for => {
                let (span, _) = self.args.part.as_ref().unwrap_or(&self.args.operation);
                let ident = Ident::new(name, span.resolved_at(Span::call_site()));
                Some(TokenTree::Ident(ident).into())
            }
            _ => None,
        }
    }

    /// The text for one field, which is about that field's type.
    fn piece(&self, piece: &Piece) -> TokenStream {
        let ty = &self.item.fields[piece.field].ty;
        let span = |token: Option<&TokenTree>| token.map_or_else(Span::call_site, TokenTree::span);
        let spans = Spans {
            first: span(ty.first()),
            last: span(ty.last()),
        };
        splice(&piece.text, spans, &|name| {
            let tokens = self.anywhere(name)?;
            // The field is named as part of an expression that stands for its type.
            Some(if name.starts_with("__field") {
                at(tokens, spans.last)
            } else {
                tokens
            })
        })
    }

    /// The tokens for a name that may stand anywhere in generated text.
    fn anywhere(&self, name: &str) -> Option<TokenStream> {
        match name {
            // The bindings are in scope.
            "__api" if self.args.bindings.is_none() => Some(TokenStream::new()),
            name => self.of_field(name),
        }
    }

    /// The tokens for a name such as `__type_3`.
    fn of_field(&self, name: &str) -> Option<TokenStream> {
        let (what, index) = name.strip_prefix("__")?.rsplit_once('_')?;
        let index: usize = index.parse().ok()?;
        let field = self.item.fields.get(index)?;
        let held = || types::inside(&field.ty, "Option");
        let stream = |ty: Vec<TokenTree>| ty.into_iter().collect();
        match what {
            "whole" => Some(stream(field.ty.clone())),
            "held" => held().map(stream),
            "type" => Some(stream(types::content(&field.ty))),
            "inner" => held().map(|held| stream(types::content(&held))),
            "field" => Some(TokenTree::Ident(field.name.clone()).into()),
            "with" => self.fields[index].with.clone(),
            _ => None,
        }
    }

    fn bindings(&self) -> TokenStream {
        let Some(path) = &self.args.bindings else {
            return TokenStream::new();
        };
        let tokens = |text: &str| text.parse::<TokenStream>().unwrap_or_default();
        let end = path.clone().into_iter().last();
        let mut text = tokens("#[allow(unused_imports)] use");
        text.extend(path.clone());
        // An import that fails is shown as a whole.
        text.extend(at(
            tokens("as __api"),
            end.map_or_else(Span::call_site, |end| end.span()),
        ));
        text.extend(tokens(";"));
        text
    }

    fn place(&self, at: OwnPlace) -> Span {
        let first = |tokens: &Option<TokenStream>| {
            let token = tokens.clone().and_then(|tokens| tokens.into_iter().next());
            token.map_or_else(Span::call_site, |token| token.span())
        };
        match at {
            OwnPlace::Struct => self.item.name.span(),
            OwnPlace::Operation => self.args.operation.0,
            OwnPlace::Part => self
                .args
                .part
                .as_ref()
                .map_or(self.args.operation.0, |(span, _)| *span),
            OwnPlace::Reply => first(&self.args.reply),
            OwnPlace::Verdict => first(&self.args.verdict),
            OwnPlace::Field(index) => match &self.fields[index].rename {
                Some((literal, _)) => literal.span(),
                None => self.item.fields[index].name.span(),
            },
            OwnPlace::Type(index) => {
                let token = self.item.fields[index].ty.first();
                token.map_or_else(Span::call_site, TokenTree::span)
            }
        }
    }
}

fn wrapper(ty: &[TokenTree]) -> Wrapper {
    if types::inside(ty, "Option").is_some() {
        Wrapper::Option
    } else if types::inside(&types::content(ty), "Of").is_some() {
        Wrapper::Of
    } else if types::is_shared(ty) {
        Wrapper::Reference
    } else {
        Wrapper::None
    }
}

/// Whether a type, or what is in its `Option`, is a `Box` of a type that can stand alone.
fn is_boxed(ty: &[TokenTree]) -> bool {
    let held = types::inside(ty, "Option");
    match types::inside(held.as_deref().unwrap_or(ty), "Box").as_deref() {
        Some([TokenTree::Ident(word)]) => word.to_string() != "str",
        Some([TokenTree::Group(_)]) | None => false,
        Some(_) => true,
    }
}

/// Tokens that keep their meaning and say that they stand elsewhere.
fn at(tokens: TokenStream, span: Span) -> TokenStream {
    let tokens = tokens.into_iter().map(|mut token| {
        token.set_span(span.resolved_at(token.span()));
        token
    });
    tokens.collect()
}
