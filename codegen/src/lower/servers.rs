//! Servers: variants of one enum, and types for URLs of which the caller gives a part.

use bindery_spec::names::{Scope, camel, snake};
use bindery_spec::server::{Server, Variable, documented_urls, own_servers, servers};

use super::{Lower, Place, docs, text};
use crate::ir::{self, ServerTemplate, ServerValues, ServerVariable};

impl<'d> Lower<'d> {
    pub(super) fn servers(&mut self) {
        let mut scope = Scope::default();
        for server in servers(self.doc) {
            let name = self
                .server_name(&server)
                .unwrap_or_else(|| camel("default"));
            let name = scope.claim(&name);
            if server.relative || !server.variables.is_empty() {
                let template = self.template(&server, &name);
                self.api.server_templates.push(template);
            }
            if !server.relative {
                self.api.servers.push(ir::Server {
                    url: server.url(),
                    docs: docs(server.value),
                    name,
                });
            }
        }
    }

    /// The name a server is given, or else what a short description says.
    fn server_name(&mut self, server: &Server<'d>) -> Option<String> {
        let described = text(server.value, "description").filter(|text| text.len() <= 24);
        self.type_named(server.value)
            .or_else(|| described.map(camel))
    }

    /// The base URLs an operation has of its own.
    pub(super) fn servers_of(&mut self, at: Place<'d>) -> Vec<String> {
        let own = own_servers(self.doc, at.operation, at.item);
        let urls: Vec<_> = own.iter().map(Server::base).collect();
        if urls.iter().any(|url| !url.contains("://")) {
            let known = documented_urls(self.doc).into_iter();
            let paths = known.filter(|url| !url.contains("://"));
            self.api.operation_servers.paths = paths.collect();
        }
        let differs =
            |a: &Server<'_>, b: &Server<'_>| a.template != b.template || a.base() != b.base();
        if let Some(first) = own.into_iter().next()
            && self.own_servers.iter().all(|it| differs(it, &first))
        {
            self.own_servers.push(first);
        }
        urls
    }

    /// Tells readers of a request where it goes.
    pub(super) fn say_servers(&mut self, request: ir::TypeId, urls: &[String]) {
        let shown = |url: &String| match &**url {
            "" => "the root of its host".to_owned(),
            path if path.starts_with('/') => format!("`{path}` on its host"),
            url => format!("`{url}`"),
        };
        let shown: Vec<_> = urls.iter().map(shown).collect();
        let said = match &*shown {
            [] => return,
            [only] => format!("A client on a documented server sends this to {only}."),
            [first, others @ ..] => format!(
                "A client on a documented server sends this to {first}, unless it is on {}.",
                others.join(" or ")
            ),
        };
        let docs = &mut self.api.types[request.0].docs;
        docs.push_str("\n\n");
        docs.push_str(&said);
    }

    /// Names the servers of operations, behind every type of the document.
    pub(super) fn operation_servers(&mut self) {
        let own = std::mem::take(&mut self.own_servers);
        if own.is_empty() {
            return;
        }
        self.api.operation_servers.name = self.names.claim("OperationServer");
        let mut scope = Scope::default();
        for server in own {
            let name = self.server_name(&server);
            let name = scope.claim(&name.unwrap_or_else(|| camel(&server.words_of_url())));
            let mut templates = self.api.server_templates.iter();
            let known = templates.any(|known| known.url == server.template);
            let mut docs = docs(server.value);
            if !server.variables.is_empty() && !known {
                let template = self.template(&server, &name);
                docs.push_str(&format!("\n\n`{}` fills in its variables.", template.name));
                self.api.server_templates.push(template);
            }
            self.api.operation_servers.servers.push(ir::Server {
                url: server.base(),
                docs,
                name,
            });
        }
    }

    fn template(&mut self, server: &Server<'d>, name: &str) -> ServerTemplate {
        let name = self.names.claim(&format!("{name}Server"));
        let mut scope = Scope::with(&["new", "url"]);
        let variables = server.variables.iter();
        let variables = variables.map(|variable| self.variable(variable, &name, &mut scope));
        ServerTemplate {
            variables: variables.collect(),
            docs: docs(server.value),
            url: server.template.to_owned(),
            relative: server.relative,
            name,
        }
    }

    fn variable(
        &mut self,
        variable: &Variable<'d>,
        owner: &str,
        scope: &mut Scope,
    ) -> ServerVariable {
        let values = (!variable.values.is_empty()).then(|| {
            let mut variants = Scope::default();
            let each = variable.values.iter();
            let each = each.map(|value| (variants.claim(&camel(value)), (*value).to_owned()));
            ServerValues {
                variants: each.collect(),
                name: self
                    .names
                    .claim(&format!("{owner}{}", camel(variable.name))),
            }
        });
        ServerVariable {
            wire: variable.name.to_owned(),
            name: scope.claim(&snake(variable.name)),
            docs: docs(variable.value),
            default: variable.default.to_owned(),
            values,
        }
    }
}
