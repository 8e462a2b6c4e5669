//! Calls that the service makes to the caller: the types of what webhooks and callbacks carry.

use bindery_spec::names::camel;
use bindery_spec::operation::of_item;
use bindery_spec::{Value, body};

use super::{Lower, Place as At, docs};
use crate::ir::Incoming;

impl<'d> Lower<'d> {
    /// The webhooks of the document.
    pub(super) fn webhooks(&mut self) {
        let webhooks = self.doc.root.get("webhooks").and_then(Value::as_object);
        for webhook in webhooks.unwrap_or_default() {
            self.calls(&webhook.value, &webhook.key, "Webhook");
        }
    }

    /// The callbacks of an operation.
    pub(super) fn callbacks(&mut self, at: At<'d>) {
        let callbacks = at.operation.get("callbacks").and_then(Value::as_object);
        for callback in callbacks.unwrap_or_default() {
            let Some(expressions) = self.resolve(&callback.value) else {
                continue;
            };
            for expression in expressions.as_object().unwrap_or_default() {
                self.calls(&expression.value, &callback.key, "Callback");
            }
        }
    }

    /// The bodies of a path item's operations.
    fn calls(&mut self, item: &'d Value, name: &str, sort: &str) {
        let Some(item) = self.resolve(item) else {
            return;
        };
        for method in of_item(item) {
            let Some(schema) = self.call_schema(&method.value) else {
                continue;
            };
            let hint = format!("{}{sort}", camel(name));
            let ty = self.ty(schema, &hint);
            let named =
                matches!(&ty, crate::ir::Type::Named(id) if self.api.types[id.0].name == hint);
            let name = if named { hint } else { self.names.claim(&hint) };
            self.api.incoming.push(Incoming {
                name,
                docs: docs(&method.value),
                ty,
                own: named,
            });
        }
    }

    fn call_schema(&mut self, operation: &'d Value) -> Option<&'d Value> {
        body::schema(self.resolve(operation.get("requestBody")?)?)
    }
}
