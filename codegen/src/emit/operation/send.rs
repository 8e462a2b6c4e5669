//! How a request goes out: its parts, and whether every idempotency key is set.

use bindery_spec::media_type::JSON;

use crate::ir::{
    Api, BodyFormat, Field, Key, KeyStep, Operation, Place, Resend, Shape, Struct, Style, Type,
};
use crate::source::{fill, quoted, quoted_list};

/// Writes path, query, headers and body.
pub(super) fn write(api: &Api, operation: &Operation, made: &Struct) -> String {
    let mut text = String::new();
    for field in &made.fields {
        text.push_str(&write_field(field, operation.body.as_ref()));
        text.push_str(&hide(api, field));
    }
    text.push_str(&constants(operation));
    let mut fields = made.fields.iter();
    if let Some(format) = &operation.body
        && fields.all(|field| field.place != Place::WholeBody)
    {
        text.push_str(&write_body(format, "self"));
    }
    if text.is_empty() {
        text.push_str("let _ = parts;");
    }
    text
}

/// Writes what is the same in every request: its own servers, the schemes accepted, the media types asked for and sent, parameters
/// with one value.
pub(crate) fn constants(operation: &Operation) -> String {
    let servers = Some(&operation.servers).filter(|servers| !servers.is_empty());
    let servers = servers
        .into_iter()
        .map(|servers| format!("parts.servers({});", quoted_list(servers)));
    let schemes = operation.accepts.iter().map(|accepts| {
        let alternatives: Vec<_> = accepts.iter().map(|all| quoted_list(all)).collect();
        format!("parts.accepts(&[{}]);", alternatives.join(", "))
    });
    let named = |method: &str, said: &str, usual: bool| {
        (!usual).then(|| format!("parts.{method}({});", quoted(said)))
    };
    let accept = named("accept", &operation.accept, operation.accept == JSON);
    let json = operation.body == Some(BodyFormat::Json) && operation.json_type != JSON;
    let sent = named("content_type", &operation.json_type, !json);
    let constants = operation.constants.iter().map(|(place, name, literal)| {
        fill!(
            "parts.$method($name, $value);",
            method = method(*place),
            name = quoted(name),
            value = quoted(&literal.plain())
        )
    });
    let same = servers.chain(schemes).chain(accept).chain(sent);
    same.chain(constants).collect()
}

/// The statement that writes a body.
pub(crate) fn write_body(format: &BodyFormat, value: &str) -> String {
    match format {
        BodyFormat::Json => format!("parts.json({value});"),
        BodyFormat::Form => format!("parts.form({value});"),
        BodyFormat::Multipart { types } => {
            format!("parts.multipart({value}, {});", part_types(types))
        }
        BodyFormat::Raw => format!("parts.raw({value});"),
    }
}

/// The documented media types of parts, by name.
pub(crate) fn part_types(types: &[(String, String)]) -> String {
    let pairs = types.iter();
    let pairs =
        pairs.map(|(name, media_type)| format!("({}, {})", quoted(name), quoted(media_type)));
    let pairs: Vec<_> = pairs.collect();
    format!("&[{}]", pairs.join(", "))
}

fn write_field(field: &Field, body: Option<&BodyFormat>) -> String {
    let template = match (field.place, field.required) {
        (Place::Body | Place::Rest, _) => "",
        (Place::WholeBody, required) => return write_whole(field, body, required),
        _ if field.style != Style::Plain => return write_styled(field),
        (_, true) => "parts.$method($wire, &self.$name);",
        (_, false) => "parts.$method_optional($wire, &self.$name);",
    };
    let method = method(field.place);
    fill!(
        template,
        name = field.name,
        method,
        method_optional = format!("{method}_optional"),
        wire = quoted(&field.wire)
    )
}

fn write_whole(field: &Field, body: Option<&BodyFormat>, required: bool) -> String {
    let format = body.unwrap_or(&BodyFormat::Json);
    if required {
        return write_body(format, &format!("&self.{}", field.name));
    }
    let template = "if let ::core::option::Option::Some(body) = &self.$name { $write }";
    fill!(
        template,
        name = field.name,
        write = write_body(format, "body")
    )
}

fn write_styled(field: &Field) -> String {
    fill!(
        "parts.$method($place, $wire, $style, &self.$name);",
        method = if field.required {
            "styled"
        } else {
            "styled_optional"
        },
        place = place(field.place),
        wire = quoted(&field.wire),
        style = style(field.style),
        name = field.name
    )
}

/// The runtime's word for how a parameter is written.
pub(crate) fn style(style: Style) -> String {
    format!("__rt::Style::{style:?}")
}

/// The runtime's word for where a parameter stands.
pub(crate) fn place(place: Place) -> String {
    format!("__rt::server::Place::{place:?}")
}

/// Tells the runtime a secret, so that it stays out of logs and errors.
fn hide(api: &Api, field: &Field) -> String {
    let (ty, null) = match &field.ty {
        Type::Nullable(inner) => (&**inner, true),
        ty => (ty, false),
    };
    let secret = matches!(ty, Type::Named(id)
        if matches!(&api.types[id.0].shape, Shape::Text(text) if text.secret));
    // What is written by its JSON tells by itself.
    if !secret || field.style != Style::Plain {
        return String::new();
    }
    let template = if field.required && !null {
        "parts.secret(self.$name.expose());"
    } else {
        "if let ::core::option::Option::Some(secret) = &self.$name { parts.secret(secret.expose()); }"
    };
    fill!(template, name = field.name)
}

fn method(place: Place) -> &'static str {
    match place {
        Place::Path => "path",
        Place::Header => "header",
        Place::Cookie => "cookie",
        _ => "query",
    }
}

/// `is_keyed`: whether every key along the path is set.
pub(super) fn keyed(resend: &Resend) -> String {
    let Resend::Keyed { key, .. } = resend else {
        return String::new();
    };
    let condition = key_condition("self", &key.steps, 0);
    format!("fn is_keyed(&self) -> bool {{ {condition} }}")
}

/// The check that the keys along a path differ.
pub(super) fn distinct(key: &Key) -> String {
    fill!(
        "__rt::Checker::distinct(c, $wire, &|give| { $walk });",
        wire = quoted_list(&key.wire),
        walk = key_walk("self", &key.steps, 0, &mut Vec::new())
    )
}

/// Gives the key at the end of the steps that are left, from a value called `from`, for each item on the way.
fn key_walk(from: &str, steps: &[KeyStep], depth: usize, indices: &mut Vec<String>) -> String {
    let Some((step, rest)) = steps.split_first() else {
        return format!("give(&[{}], {from});", indices.join(", "));
    };
    let item = format!("x{depth}");
    match step {
        KeyStep::Field {
            name,
            optional: false,
        } if rest.is_empty() => key_walk(&format!("&{from}.{name}"), rest, depth, indices),
        KeyStep::Field {
            name,
            optional: false,
        } => key_walk(&format!("{from}.{name}"), rest, depth, indices),
        KeyStep::Field {
            name,
            optional: true,
        } => fill!(
            "if let ::core::option::Option::Some($item) = &$from.$name { $below }",
            below = key_walk(&item, rest, depth + 1, indices),
            item,
            from,
            name
        ),
        KeyStep::Each => {
            let index = format!("i{depth}");
            indices.push(index.clone());
            fill!(
                "for ($index, $item) in ::core::iter::Iterator::enumerate($from.iter()) { $below }",
                below = key_walk(&item, rest, depth + 1, indices),
                index,
                item,
                from
            )
        }
    }
}

/// The condition for the steps that are left, from a value called `from`.
fn key_condition(from: &str, steps: &[KeyStep], depth: usize) -> String {
    let Some((step, rest)) = steps.split_first() else {
        return "true".to_owned();
    };
    let below = |from: &str| key_condition(from, rest, depth + 1);
    let item = format!("x{depth}");
    match step {
        KeyStep::Field {
            name,
            optional: false,
        } => below(&format!("{from}.{name}")),
        KeyStep::Field {
            name,
            optional: true,
        } if rest.is_empty() => format!("{from}.{name}.is_some()"),
        KeyStep::Field {
            name,
            optional: true,
        } => fill!(
            "$from.$name.as_ref().is_some_and(|$item| $below)",
            from,
            name,
            below = below(&item),
            item
        ),
        KeyStep::Each if rest.is_empty() => "true".to_owned(),
        KeyStep::Each => fill!(
            "::core::iter::Iterator::all(&mut $from.iter(), |$item| $below)",
            from,
            below = below(&item),
            item
        ),
    }
}
