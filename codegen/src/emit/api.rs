//! What all operations share: the marker type, the client's name, servers, the envelope.

use super::{Emit, envelope, fallback};
use crate::docs;
use crate::ir::{Api, EnvelopeUse, Operation};
use crate::source::{fill, quoted, quoted_list};

impl Emit<'_> {
    pub(super) fn api_items(&mut self) {
        self.marker();
        self.credentials();
        if self.options.client {
            let template = r#"
                #[doc = " A client of this API."]
                pub type Client = __rt::Client<$marker>;
            "#;
            self.out.push(&fill!(template, marker = self.api.marker));
            self.servers();
        }
        self.shared_envelope();
    }

    /// Names of what the service sends by itself.
    pub(super) fn incoming(&mut self) {
        for call in self.api.incoming.iter().filter(|call| !call.own) {
            let docs = docs::attributes(&fallback::text(&call.docs, &call.name));
            let ty = self.ty(&call.ty, false);
            self.out.push(&fill!(
                "$docs pub type $name = $ty;",
                docs,
                name = call.name,
                ty
            ));
        }
    }

    fn marker(&mut self) {
        let api = self.api;
        let docs = docs::attributes(&format!("{}\n\n{}", api.title, api.docs));
        let urls: Vec<_> = api.servers.iter().map(|server| &server.url).collect();
        let credentials = self.credentials_type();
        let own = &api.operation_servers;
        let own_urls: Vec<_> = own.servers.iter().map(|server| &server.url).collect();
        let template = r"
            $docs
            #[derive(Debug, Clone, Copy)]
            pub enum $marker {}

            impl __rt::Api for $marker {
                type Credentials = $credentials;
                const NAME: &'static str = $title;
                const SERVERS: &'static [&'static str] = $urls;
                $own
                $paths
                $templates
                $hidden
            }
        ";
        self.out.push(&fill!(
            template,
            docs,
            marker = api.marker,
            title = quoted(&api.title),
            urls = quoted_list(&urls),
            own = texts_const("OPERATION_SERVERS", &own_urls),
            paths = texts_const("SERVER_PATHS", &own.paths),
            templates = texts_const("SERVER_TEMPLATES", &plain_templates(api)),
            hidden = texts_const("HIDDEN", &api.hidden_members()),
            credentials
        ));
    }

    /// The document's envelope, where an operation uses it.
    fn shared_envelope(&mut self) {
        let shared = |operation: &Operation| operation.envelope == EnvelopeUse::Document;
        if let Some(envelope) = &self.api.envelope
            && self.api.operations.iter().any(shared)
        {
            let envelope = envelope::text(envelope);
            self.out.push(&fill!(
                "static ENVELOPE: __rt::Envelope = $envelope;",
                envelope
            ));
        }
    }
}

/// Templates that may give an `http:` URL.
fn plain_templates(api: &Api) -> Vec<&str> {
    let templates = api.server_templates.iter();
    let templates = templates.filter(|it| !it.relative && !it.url.starts_with("https:"));
    templates.map(|it| it.url.as_str()).collect()
}

/// A constant of the marker; the trait's own will do for an empty one.
fn texts_const<T: AsRef<str>>(name: &str, texts: &[T]) -> String {
    if texts.is_empty() {
        return String::new();
    }
    fill!(
        "const $name: &'static [&'static str] = $texts;",
        name,
        texts = quoted_list(texts)
    )
}
