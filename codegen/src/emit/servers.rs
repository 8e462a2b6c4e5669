//! Where the service is: the enum of documented URLs, and types for those of which the caller gives a part.

use super::{Emit, fallback};
use crate::docs;
use crate::ir::{Server, ServerTemplate, ServerValues, ServerVariable};
use crate::source::{fill, quoted};

const DOCUMENTED: &str =
    "The documented servers; the first is where calls go unless a client is told otherwise.";

const OF_OPERATIONS: &str = "The servers that operations have of their own. A client on a documented server sends those operations there. A client \
    that was given any other base URL sends them to that, unless its builder's `base_url_of` says where instead. A URL without a host is one \
    on the host of the client's server.";

impl Emit<'_> {
    pub(super) fn servers(&mut self) {
        let own = &self.api.operation_servers;
        self.server_enum("Server", DOCUMENTED, &self.api.servers);
        self.server_enum(&own.name, OF_OPERATIONS, &own.servers);
        for template in &self.api.server_templates {
            self.out.push(&server_type(template));
            let values = template.variables.iter();
            let values = values.filter_map(|variable| Some((variable, variable.values.as_ref()?)));
            let enums: String = values
                .map(|(variable, values)| values_enum(variable, values))
                .collect();
            self.out.push(&enums);
        }
    }

    fn server_enum(&mut self, name: &str, docs: &str, servers: &[Server]) {
        if servers.is_empty() {
            return;
        }
        let (mut variants, mut arms) = (String::new(), String::new());
        for server in servers {
            let url = Some(&*server.url).filter(|url| !url.is_empty());
            let docs = docs::attributes(&format!(
                "{}\n\n{}",
                docs::code(url.unwrap_or("/")),
                server.docs
            ));
            variants.push_str(&fill!("$docs $name,", docs, name = server.name));
            arms.push_str(&fill!(
                "$name::$variant => $url,",
                name,
                variant = server.name,
                url = quoted(&server.url)
            ));
        }
        let template = r#"
            $docs
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum $name { $variants }

            impl $name {
                #[doc = " The base URL."]
                pub const fn url(self) -> &'static str {
                    match self { $arms }
                }
            }

            impl ::core::convert::AsRef<str> for $name {
                fn as_ref(&self) -> &str {
                    self.url()
                }
            }
        "#;
        let docs = docs::attributes(docs);
        self.out.push(&fill!(template, docs, name, variants, arms));
    }
}

/// The type of a URL with variables, or without a host.
fn server_type(template: &ServerTemplate) -> String {
    let each = |text: &dyn Fn(&ServerVariable) -> String| -> String {
        template.variables.iter().map(text).collect()
    };
    let text = r#"
        $docs
        #[derive(Debug, Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $name { $fields }

        impl $name {
            #[doc = " Every variable at its default."]
            pub fn new() -> Self {
                $name { $defaults }
            }

            $setters

            $url
        }

        impl ::core::default::Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }
    "#;
    fill!(
        text,
        docs = docs::attributes(&format!(
            "{}\n\n{}",
            docs::code(&template.url),
            template.docs
        )),
        name = template.name,
        fields = each(&|variable| fill!(
            "$docs pub $field: $ty,",
            docs = docs::attributes(&fallback::text(&variable.docs, &variable.wire)),
            field = variable.name,
            ty = ty(variable)
        )),
        defaults = each(&|variable| format!("{}: {},", variable.name, default(variable))),
        setters = each(&setter),
        url = url(template)
    )
}

fn ty(variable: &ServerVariable) -> &str {
    variable
        .values
        .as_ref()
        .map_or("__rt::String", |values| &values.name)
}

fn default(variable: &ServerVariable) -> String {
    let variant = |values: &ServerValues| {
        let mut variants = values.variants.iter();
        let (name, _) = variants.find(|(_, value)| *value == variable.default)?;
        Some(format!("{}::{name}", values.name))
    };
    let text = || format!("__rt::String::from({})", quoted(&variable.default));
    variable
        .values
        .as_ref()
        .and_then(variant)
        .unwrap_or_else(text)
}

fn setter(variable: &ServerVariable) -> String {
    let (ty, value) = match &variable.values {
        Some(values) => (&*values.name, "value"),
        None => (
            "impl ::core::convert::Into<__rt::String>",
            "::core::convert::Into::into(value)",
        ),
    };
    let text = r"
        $docs
        #[must_use]
        pub fn $name(mut self, value: $ty) -> Self {
            self.$name = $value;
            self
        }
    ";
    let docs = docs::attributes(&format!("Sets {}.", docs::code(&variable.wire)));
    fill!(text, docs, name = variable.name, ty, value)
}

fn url(template: &ServerTemplate) -> String {
    let values = template.variables.iter().map(|variable| {
        let value = if variable.values.is_some() {
            ".as_str()"
        } else {
            ""
        };
        format!(
            "({}, &self.{}{value}),",
            quoted(&variable.wire),
            variable.name
        )
    });
    let text = if template.relative {
        r#"
        #[doc = " The base URL on a host, which is given with its scheme: `https://host`."]
        pub fn url(&self, host: &str) -> __rt::String {
            __rt::server_url(host, $template, &[$values])
        }
        "#
    } else {
        r#"
        #[doc = " The base URL."]
        pub fn url(&self) -> __rt::String {
            __rt::server_url("", $template, &[$values])
        }
        "#
    };
    fill!(
        text,
        template = quoted(&template.url),
        values = values.collect::<String>()
    )
}

/// The enum of what a variable may be.
fn values_enum(variable: &ServerVariable, values: &ServerValues) -> String {
    let each = |text: &dyn Fn(&str, &str) -> String| -> String {
        values
            .variants
            .iter()
            .map(|(name, value)| text(name, value))
            .collect()
    };
    let text = r#"
        $docs
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum $name { $variants }

        impl $name {
            #[doc = " The value in the URL."]
            pub const fn as_str(self) -> &'static str {
                match self { $arms }
            }
        }
    "#;
    fill!(
        text,
        docs = docs::attributes(&fallback::text(&variable.docs, &variable.wire)),
        name = values.name,
        variants = each(&|name, value| format!("{} {name},", docs::attributes(&docs::code(value)))),
        arms = each(&|name, value| format!("Self::{name} => {},", quoted(value)))
    )
}
