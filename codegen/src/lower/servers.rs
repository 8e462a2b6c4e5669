//! Servers: variants of one enum, and types for URLs of which the caller gives a part.

use bindery_spec::server::{Server, Variable, servers};

use super::{Lower, docs, text};
use crate::ir::{self, ServerTemplate, ServerValues, ServerVariable};
use crate::names::{Scope, camel, snake};

impl<'d> Lower<'d> {
    pub(super) fn servers(&mut self) {
        let mut scope = Scope::default();
        for server in servers(self.doc) {
            let described = text(server.value, "description").filter(|text| text.len() <= 24);
            let named = self.type_named(server.value);
            let name = scope.claim(&named.unwrap_or_else(|| camel(described.unwrap_or("default"))));
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
