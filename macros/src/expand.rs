//! One expansion: arguments, document, items.

use bindery_codegen::{GenerateError, Generated, Options, generate, request_name};
use bindery_spec::Document;
use proc_macro::{Span, TokenStream};

use crate::args::{self, Args};
use crate::respan::{self, Place};
use crate::{findings, report};

pub(crate) fn expand(input: TokenStream) -> TokenStream {
    match args::parse(input) {
        Ok(args) => bindings(&args),
        Err(error) => report::compile_error(error.span, &error.message),
    }
}

fn bindings(args: &Args) -> TokenStream {
    let (document, mut output) = args.paths.read();
    output.extend(match document {
        Ok(document) => items(args, &document),
        Err(errors) => failed(args, errors),
    });
    output
}

fn items(args: &Args, document: &Document) -> TokenStream {
    let mut options = options(args);
    let mut output = TokenStream::new();
    loop {
        match generate(document, &options) {
            Ok(generated) => {
                output.extend(source(args, &generated));
                return output;
            }
            Err(GenerateError::Document(findings)) => {
                output.extend(findings::at(&args.paths, document, &findings));
                return failed(args, output);
            }
            // The other operations are generated all the same, so that one slip is one error.
            Err(GenerateError::UnknownOperations(unknown)) => {
                for operation in &unknown {
                    let span = operation_span(args, &operation.name);
                    output.extend(report::compile_error(span, &operation.to_string()));
                    output.extend(report::stub(&request_name(&operation.name), span));
                }
                if let Some(wanted) = &mut options.operations {
                    wanted.retain(|name| unknown.iter().all(|operation| operation.name != *name));
                }
            }
        }
    }
}

fn options(args: &Args) -> Options {
    let listed = args.operations.as_ref();
    Options {
        operations: listed.map(|listed| listed.iter().map(|(_, name)| name.clone()).collect()),
        client: args.client,
        server: args.server,
        webhooks: args.webhooks,
        formats: args.formats.clone(),
        ..Options::default()
    }
}

/// Errors, and an empty type for each operation asked for: what imports it is not an error of its own.
fn failed(args: &Args, mut errors: TokenStream) -> TokenStream {
    for (ident, name) in args.operations.iter().flatten() {
        errors.extend(report::stub(&request_name(name), ident.span()));
    }
    errors
}

fn source(args: &Args, generated: &Generated) -> TokenStream {
    let span = args.paths.spec.0.span();
    let Ok(items) = generated.source.parse::<TokenStream>() else {
        return report::compile_error(
            span,
            "bindery generated text that is not Rust; please report this with the spec",
        );
    };
    let named = respan::name_items(items, |name| place(args, generated, name), span);
    let mut output: TokenStream = "#[allow(unused_imports)] use".parse().unwrap_or_default();
    output.extend(args.runtime.clone());
    output.extend(
        "::__private as __rt;"
            .parse::<TokenStream>()
            .unwrap_or_default(),
    );
    output.extend(named);
    output
}

/// The token that an item came of: its operation's name if the caller listed it, else the spec's path.
fn place(args: &Args, generated: &Generated, name: &str) -> Place {
    for (id, request) in &generated.operations {
        match name.strip_prefix(request.as_str()) {
            Some("") => return Place::Names(operation_span(args, id)),
            Some("Builder" | "Error" | "ItemError") => {
                return Place::Makes(operation_span(args, id));
            }
            _ => {}
        }
    }
    Place::Makes(args.paths.spec.0.span())
}

/// Where the caller named an operation, else where the spec is named.
fn operation_span(args: &Args, id: &str) -> Span {
    let listed = args
        .operations
        .iter()
        .flatten()
        .find(|(_, name)| name == id);
    listed.map_or_else(|| args.paths.spec.0.span(), |(ident, _)| ident.span())
}
