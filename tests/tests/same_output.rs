//! Two front doors, one generator: the macro and the command give the same items.

use std::any::type_name;

use bindery::Operation;
use bindery_codegen::{Generated, Options, generate};
use bindery_spec::Document;
use proc_macro2::{Delimiter, TokenStream, TokenTree};

// Paths that are no operation's.
#[expect(unused_imports, reason = "it is enough that they are there")]
use by_macro::{Client, Server, Service, TencentIm, kind::ChatRoom, serve};

const SPEC: &str = include_str!("../../spec/tencent-im.json");
const BY_COMMAND: &str = include_str!("../../generated/src/im.rs");

#[allow(dead_code)]
mod by_macro {
    bindery::bindings! { spec = "../../spec/tencent-im.json", sides = [client, server] }
}

fn generated() -> Generated {
    let document = Document::parse("tencent-im.json", SPEC.to_owned()).unwrap();
    generate(
        &document,
        &Options {
            operations: None,
            client: true,
            server: true,
            ..Options::default()
        },
    )
    .unwrap()
}

#[test]
fn formatting_changes_no_token() {
    let by_generator: TokenStream = generated().source.parse().unwrap();
    let by_command: TokenStream = BY_COMMAND.parse().unwrap();
    let runtime: TokenStream = "#[allow(unused_imports)] use ::bindery::__private as __rt;"
        .parse()
        .unwrap();
    let (mut expected, mut found) = (Vec::new(), Vec::new());
    flatten(runtime, &mut expected);
    flatten(by_generator, &mut expected);
    flatten(by_command, &mut found);
    for (i, (expected, found)) in expected.iter().zip(&found).enumerate() {
        assert_eq!(expected, found, "token {i}");
    }
    assert_eq!(expected.len(), found.len());
}

/// All tokens in a row, but for what formatting may add or drop: commas and semicolons at ends, braces around single
/// expressions.
fn flatten(tokens: TokenStream, out: &mut Vec<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::Brace | Delimiter::None => ("", ""),
                };
                out.push(open.to_owned());
                flatten(group.stream(), out);
                out.push(close.to_owned());
            }
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => {}
            // Doc comments come as raw or as plain strings.
            TokenTree::Literal(literal) => out.push(
                syn::parse_str::<syn::LitStr>(&literal.to_string()).map_or_else(
                    |_| literal.to_string(),
                    |text| format!("{:?}", text.value()),
                ),
            ),
            other => out.push(other.to_string()),
        }
    }
    out.retain(|token| !token.is_empty());
}

#[test]
fn operations_are_the_same() {
    same::<by_macro::ImportGroup, tencent_im::ImportGroup>();
    same::<by_macro::ImportGroupMsg, tencent_im::ImportGroupMsg>();
    same::<by_macro::GroupMsgGetSimple, tencent_im::GroupMsgGetSimple>();
    assert_eq!(
        generated().operations.len(),
        3,
        "an operation is missing in this test"
    );
}

fn same<A: Operation, B: Operation>() {
    assert_eq!(format!("{:?}", A::META), format!("{:?}", B::META));
    for (by_macro, by_command) in [
        (type_name::<A>(), type_name::<B>()),
        (type_name::<A::Reply>(), type_name::<B::Reply>()),
        (type_name::<A::Error>(), type_name::<B::Error>()),
    ] {
        assert_eq!(
            by_macro.replace("same_output::by_macro::", "tencent_im::im::"),
            by_command
        );
    }
}
