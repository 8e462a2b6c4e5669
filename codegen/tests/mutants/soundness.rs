//! What generated text must be: Rust, with no name twice in one namespace.

use std::collections::HashSet;

use syn::{Fields, ImplItem, Item, ItemImpl, TraitItem, Variant};

/// What is wrong with the text, if anything is.
pub(crate) fn fault(source: &str) -> Option<String> {
    match syn::parse_file(source) {
        Ok(file) => twice(&file.items),
        Err(error) => Some(format!("the text is no Rust: {error}")),
    }
}

/// A name that stands twice among some items, or in one of them.
fn twice(items: &[Item]) -> Option<String> {
    let mut names = Names::default();
    items.iter().find_map(|item| match item {
        Item::Struct(item) => names
            .claim("type", &item.ident)
            .or_else(|| fields(&item.fields)),
        Item::Enum(item) => names
            .claim("type", &item.ident)
            .or_else(|| variants(item.variants.iter())),
        Item::Type(item) => names.claim("type", &item.ident),
        Item::Trait(item) => names
            .claim("type", &item.ident)
            .or_else(|| trait_items(&item.items)),
        Item::Mod(item) => names.claim("type", &item.ident).or_else(|| {
            twice(
                item.content
                    .as_ref()
                    .map(|(_, items)| &**items)
                    .unwrap_or_default(),
            )
        }),
        Item::Fn(item) => names.claim("value", &item.sig.ident),
        Item::Static(item) => names.claim("value", &item.ident),
        Item::Const(item) if item.ident != "_" => names.claim("value", &item.ident),
        Item::Impl(item) => impl_items(item),
        _ => None,
    })
}

#[derive(Default)]
struct Names(HashSet<String>);

impl Names {
    fn claim(&mut self, space: &str, name: &impl ToString) -> Option<String> {
        let name = name.to_string();
        let told = format!("the {space} `{name}` stands twice");
        (!self.0.insert(format!("{space} {name}"))).then_some(told)
    }
}

fn fields(fields: &Fields) -> Option<String> {
    let mut names = Names::default();
    let mut idents = fields.iter().filter_map(|field| field.ident.as_ref());
    idents.find_map(|ident| names.claim("field", ident))
}

fn variants<'i>(mut variants: impl Iterator<Item = &'i Variant>) -> Option<String> {
    let mut names = Names::default();
    variants.find_map(|variant| {
        names
            .claim("variant", &variant.ident)
            .or_else(|| fields(&variant.fields))
    })
}

fn trait_items(items: &[TraitItem]) -> Option<String> {
    let mut names = Names::default();
    items.iter().find_map(|item| match item {
        TraitItem::Fn(item) => names.claim("method", &item.sig.ident),
        _ => None,
    })
}

fn impl_items(item: &ItemImpl) -> Option<String> {
    let mut names = Names::default();
    item.items.iter().find_map(|item| match item {
        ImplItem::Fn(item) => names.claim("method", &item.sig.ident),
        ImplItem::Const(item) => names.claim("constant", &item.ident),
        _ => None,
    })
}
