//! Document to representation. Resolves references, chooses types and names, and complains about what it cannot
//! turn into Rust; whether the document is sound in itself is `bindery_spec::check`'s affair.

mod body;
mod calls;
mod choice;
mod components;
mod constants;
mod defaults;
mod errors;
mod levels;
mod links;
mod loops;
mod multipart;
mod nesting;
mod object;
mod operation;
mod parameter;
mod path;
mod private;
mod recursion;
mod replies;
mod reply;
mod required;
mod resend;
mod rules;
mod schema;
mod secret;
mod security;
mod servers;
mod tagged;
mod template;
mod untyped;
mod uses;
mod ways;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use bindery_spec::names::{Scope, camel, chosen_camel, chosen_snake};
use bindery_spec::security::Security;
use bindery_spec::server::Server;
use bindery_spec::{
    Document, Envelope, ErrorFamilies, Extension, Finding, RustName, Value, media_type,
};

pub(crate) use uses::for_each_type;

use crate::ir::{self, Api, Literal, Type, TypeId};
use crate::{Formats, Options, Untyped};

/// What is being built, and what is known on the way.
pub(crate) struct Lower<'d> {
    doc: &'d Document,
    formats: Vec<Formats>,
    findings: Vec<Finding>,
    untyped: Vec<Untyped>,
    /// How many operations send no files though they could.
    without_upload: usize,
    api: Api,
    /// Types by schema and by the members left out of it.
    known: HashMap<(*const Value, String), TypeId>,
    /// Unions named after their variants, by name and variants.
    choices: HashMap<(String, Vec<Type>), TypeId>,
    /// Types of one text each, by it.
    texts: HashMap<String, Type>,
    /// Rust names of the schemas with a name of their own.
    components: HashMap<*const Value, String>,
    /// Schemas on the way down from the nearest named type.
    open: Vec<*const Value>,
    /// How many named types are being made, one within the other.
    depth: usize,
    /// Those whose name a type has taken.
    named: HashSet<*const Value>,
    /// Names of types and modules.
    names: Scope,
    /// Names of functions.
    functions: Scope,
    families: Option<ErrorFamilies>,
    /// The enums of families, by the names of these.
    family_enums: HashMap<String, String>,
    envelope: Option<Envelope>,
    security: Security<'d>,
    /// The servers that calls of single operations go to.
    own_servers: Vec<Server<'d>>,
}

/// What bindings lose, beside what findings tell.
pub(crate) struct Lost {
    pub(crate) untyped: Vec<Untyped>,
    pub(crate) without_upload: usize,
}

/// An operation of the document and where it stands.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'d> {
    pub(crate) path: &'d str,
    /// As the document has it: in lower case, but for additional ones.
    pub(crate) method: &'d str,
    pub(crate) item: &'d Value,
    pub(crate) operation: &'d Value,
}

/// Every operation, in the order of the document.
pub(crate) fn operations(doc: &Document) -> Vec<(Cow<'_, str>, Place<'_>)> {
    let listed = bindery_spec::operation::operations(doc).into_iter();
    let placed = listed.map(|operation| {
        let place = Place {
            path: &operation.path.key,
            method: &operation.method.key,
            item: operation.item,
            operation: operation.value(),
        };
        (operation.id, place)
    });
    placed.collect()
}

/// Builds the representation of the chosen operations.
pub(crate) fn lower<'d>(
    doc: &'d Document,
    chosen: &[(Cow<'d, str>, Place<'d>)],
    options: &Options,
) -> (Api, Vec<Finding>, Lost) {
    let mut lower = Lower {
        doc,
        formats: options.formats.clone(),
        findings: Vec::new(),
        untyped: Vec::new(),
        without_upload: 0,
        api: Api::default(),
        known: HashMap::new(),
        choices: HashMap::new(),
        texts: HashMap::new(),
        components: HashMap::new(),
        open: Vec::new(),
        depth: 0,
        named: HashSet::new(),
        names: Scope::with(&["Client", "Server", "Service", "field", "kind"]),
        functions: Scope::with(&["admit", "reject", "invalid"]),
        families: None,
        family_enums: HashMap::new(),
        envelope: None,
        security: Security::of(doc),
        own_servers: Vec::new(),
    };
    lower.document();
    for (id, place) in chosen {
        lower.operation(id, *place);
    }
    lower.code_families();
    if options.webhooks {
        lower.webhooks();
        for (_, place) in chosen {
            lower.callbacks(*place);
        }
    }
    lower.operation_servers();
    lower.name_builders();
    lower.credentials();
    lower.cut_loops();
    uses::mark(&mut lower.api);
    ways::settle(&mut lower.api);
    lower.required_in_reason();
    recursion::cut(&mut lower.api);
    defaults::name_readers(&mut lower.api);
    lower.links(chosen, options.client);
    lower.levels_in_reason();
    lower.untyped.sort();
    lower.untyped.dedup();
    let lost = Lost {
        untyped: lower.untyped,
        without_upload: lower.without_upload,
    };
    (lower.api, lower.findings, lost)
}

impl<'d> Lower<'d> {
    /// What all operations share.
    fn document(&mut self) {
        let root = &self.doc.root;
        let components = root.get("components");
        self.families = components.and_then(|c| ErrorFamilies::of(c, &mut self.findings));
        self.envelope = Envelope::of(root, &mut self.findings);
        self.api.envelope = self.envelope.as_ref().map(envelope);
        let info = root.get("info");
        let title = info.and_then(|info| text(info, "title")).unwrap_or("API");
        let marker = info
            .and_then(|info| self.type_named(info))
            .unwrap_or_else(|| camel(title));
        self.api.title = title.to_owned();
        self.api.docs = info.map(docs).unwrap_or_default();
        self.name_components();
        self.api.marker = self.names.claim_or(&marker, "Api");
        self.servers();
    }

    /// Names the builders last, so that no type of the document gives way to one.
    fn name_builders(&mut self) {
        for def in &mut self.api.types {
            if let ir::Shape::Struct(made) = &mut def.shape {
                made.builder = self.names.claim(&format!("{}Builder", def.name));
            }
        }
    }

    /// `x-bindery-name`, where there is one.
    fn rust_name(&mut self, owner: &Value) -> Option<String> {
        RustName::of(owner, &mut self.findings).map(|name| name.0.text)
    }

    /// `x-bindery-name` as the name of a type or variant.
    fn type_named(&mut self, owner: &Value) -> Option<String> {
        self.rust_name(owner).map(chosen_camel)
    }

    /// `x-bindery-name` as the name of a field.
    fn field_named(&mut self, owner: &Value) -> Option<String> {
        self.rust_name(owner).map(chosen_snake)
    }

    /// What a reference names; a dangling one is reported and `None`.
    fn resolve(&mut self, value: &'d Value) -> Option<&'d Value> {
        match self.doc.resolve(value) {
            Ok(value) => Some(value),
            Err(finding) => {
                self.findings.push(finding);
                None
            }
        }
    }
}

/// The text of a member.
fn text<'v>(owner: &'v Value, key: &str) -> Option<&'v str> {
    owner.get(key)?.as_str()
}

/// What the document says about an object in words.
fn docs(owner: &Value) -> String {
    text(owner, "description")
        .or_else(|| text(owner, "title"))
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// What the JSON of a body is called.
fn json_type(body: &Value) -> String {
    let named = bindery_spec::body::json(body).map_or(media_type::JSON, media_type::of_json);
    named.to_owned()
}

fn flag(owner: &Value, key: &str) -> bool {
    owner.get(key).and_then(Value::as_bool).unwrap_or_default()
}

fn envelope(envelope: &Envelope) -> ir::Envelope {
    let tokens = |pointer: &bindery_spec::Pointer| pointer.tokens.clone();
    ir::Envelope {
        success_at: tokens(&envelope.success_at),
        success_equals: match &envelope.success_equals {
            bindery_spec::Scalar::Int(value) => Literal::Int(*value),
            bindery_spec::Scalar::Str(value) => Literal::Str(value.clone()),
            bindery_spec::Scalar::Bool(value) => Literal::Bool(*value),
        },
        code: tokens(&envelope.code),
        message: envelope.message.as_ref().map(tokens),
        status: envelope
            .status
            .as_ref()
            .map(|s| (tokens(&s.at), s.success.clone(), s.failure.clone())),
        also: envelope.also.iter().map(tokens).collect(),
    }
}
