//! What all operations share: the marker type, the client's name, servers, the envelope.

use super::Emit;
use crate::docs;
use crate::ir::{Credentials, Envelope, EnvelopeUse, Literal};
use crate::source::{fill, quoted, quoted_list};

impl Emit<'_> {
    pub(super) fn api_items(&mut self) {
        let api = self.api;
        let docs = docs::attributes(&format!("{}\n\n{}", api.title, api.docs));
        let urls: Vec<_> = api.servers.iter().map(|server| &server.url).collect();
        let credentials = match api.credentials {
            Credentials::None => "__rt::NoAuth",
            Credentials::UserSig => "__rt::UserSigCredentials",
            Credentials::Bearer => "__rt::Bearer",
            Credentials::ApiKey { .. } => "__rt::ApiKey",
        };
        let template = r"
            $docs
            #[derive(Debug, Clone, Copy)]
            pub enum $marker {}

            impl __rt::Api for $marker {
                type Credentials = $credentials;
                const NAME: &'static str = $title;
                const SERVERS: &'static [&'static str] = $urls;
            }
        ";
        self.out.push(&fill!(
            template,
            docs,
            marker = api.marker,
            title = quoted(&api.title),
            urls = quoted_list(&urls),
            credentials
        ));
        if self.options.client {
            let template = r#"
                #[doc = " A client of this API."]
                pub type Client = __rt::Client<$marker>;
            "#;
            self.out.push(&fill!(
                template,
                docs,
                marker = api.marker,
                title = quoted(&api.title),
                urls = quoted_list(&urls),
                credentials
            ));
            self.server_enum();
        }
        if let Some(envelope) = &api.envelope {
            let envelope = envelope_text(envelope);
            self.out.push(&fill!(
                "static ENVELOPE: __rt::Envelope = $envelope;",
                envelope
            ));
        }
    }

    fn server_enum(&mut self) {
        if self.api.servers.is_empty() {
            return;
        }
        let (mut variants, mut arms) = (String::new(), String::new());
        for server in &self.api.servers {
            let docs = docs::attributes(&format!("`{}`\n\n{}", server.url, server.docs));
            variants.push_str(&fill!("$docs $name,", docs, name = server.name));
            arms.push_str(&fill!(
                "Server::$name => $url,",
                name = server.name,
                url = quoted(&server.url)
            ));
        }
        let template = r#"
            #[doc = " The documented servers; the first is where calls go unless a client is told otherwise."]
            #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
            #[non_exhaustive]
            pub enum Server { $variants }

            impl Server {
                #[doc = " The base URL."]
                pub const fn url(self) -> &'static str {
                    match self { $arms }
                }
            }

            impl ::core::convert::AsRef<str> for Server {
                fn as_ref(&self) -> &str {
                    self.url()
                }
            }
        "#;
        self.out.push(&fill!(template, variants, arms));
    }

    /// An optional reference to the envelope of an operation.
    pub(super) fn envelope_reference(envelope: &EnvelopeUse) -> String {
        match envelope {
            EnvelopeUse::None => "::core::option::Option::None".to_owned(),
            EnvelopeUse::Document => "::core::option::Option::Some(&ENVELOPE)".to_owned(),
            EnvelopeUse::Own(own) => {
                format!("::core::option::Option::Some(&{})", envelope_text(own))
            }
        }
    }
}

fn envelope_text(envelope: &Envelope) -> String {
    let some = |text: String| format!("::core::option::Option::Some({text})");
    let none = || "::core::option::Option::None".to_owned();
    let equals = match &envelope.success_equals {
        Literal::Bool(value) => format!("__rt::Scalar::Bool({value})"),
        other => format!("__rt::Scalar::Code({})", code(other)),
    };
    let status = envelope
        .status
        .as_ref()
        .map_or_else(none, |(at, success, failure)| {
            some(format!(
                "({}, {}, {})",
                quoted_list(at),
                quoted(success),
                quoted(failure)
            ))
        });
    let also: Vec<_> = envelope.also.iter().map(|path| quoted_list(path)).collect();
    fill!(
        "__rt::Envelope { success_at: $at, success_equals: $equals, code: $code, message: $message, status: $status, also: &[$also] }",
        at = quoted_list(&envelope.success_at),
        equals,
        code = quoted_list(&envelope.code),
        message = envelope
            .message
            .as_ref()
            .map_or_else(none, |path| some(quoted_list(path))),
        status,
        also = also.join(", ")
    )
}

/// A constant of the runtime's `Code`.
pub(super) fn code(literal: &Literal) -> String {
    match literal {
        Literal::Int(value) => format!("__rt::Code::Int({value})"),
        Literal::Str(text) => format!("__rt::Code::Str(__rt::Cow::Borrowed({}))", quoted(text)),
        Literal::Bool(value) => format!("__rt::Code::Str(__rt::Cow::Borrowed(\"{value}\"))"),
    }
}
