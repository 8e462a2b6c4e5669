//! How many operations come out when those at fault are left out. Costs a few runs of the generator, whatever the document's size.

use std::collections::{HashMap, HashSet};

use bindery_codegen::{GenerateError, Options, generate};
use bindery_spec::operation::{Operation, operations};
use bindery_spec::{Document, Finding, Kind, Severity, Span, Value};

/// How often operations are left out before the number is given up: a fault that was found may have hidden another.
const ROUNDS: usize = 4;

/// `None` where nobody knows which operations are at fault.
pub(super) fn possible(document: &Document, strict: bool) -> Option<usize> {
    if errors(document, &[], strict).is_some() {
        return Some(0);
    }
    let mut open = operations(document);
    for _ in 0..ROUNDS {
        let names: Vec<_> = open.iter().map(|one| one.id.to_string()).collect();
        let Some(found) = errors(document, &names, strict) else {
            return Some(open.len());
        };
        let faults = Faults::new(document, &found);
        open.retain(|operation| !faults.touch(document, operation));
        if open.len() == names.len() {
            break;
        }
    }
    None
}

/// What keeps these operations from being generated; `None` where nothing does.
fn errors(document: &Document, names: &[String], strict: bool) -> Option<Vec<Finding>> {
    let options = Options {
        operations: Some(names.to_vec()),
        strict,
        ..Options::default()
    };
    match generate(document, &options) {
        Ok(_) => None,
        Err(GenerateError::Document(mut findings)) => {
            findings.retain(|finding| finding.severity == Severity::Error);
            Some(findings)
        }
        Err(GenerateError::UnknownOperations(_)) => Some(Vec::new()),
    }
}

/// Places at fault, and the components that lead to one.
struct Faults {
    /// In the order of the document.
    starts: Vec<u32>,
    components: HashSet<String>,
}

impl Faults {
    fn new(document: &Document, findings: &[Finding]) -> Self {
        let own = findings.iter().filter(|finding| finding.span.file == 0);
        let mut starts: Vec<_> = own.map(|finding| finding.span.start).collect();
        starts.sort_unstable();
        let mut faults = Faults {
            starts,
            components: HashSet::new(),
        };
        let mut users: HashMap<String, Vec<String>> = HashMap::new();
        let mut open = Vec::new();
        for (name, value) in components(document) {
            for used in references(value) {
                users.entry(used).or_default().push(name.clone());
            }
            if faults.stand_in(value.span) {
                open.push(name);
            }
        }
        while let Some(name) = open.pop() {
            if faults.components.insert(name.clone()) {
                open.extend(users.remove(&name).unwrap_or_default());
            }
        }
        faults
    }

    fn stand_in(&self, span: Span) -> bool {
        let next = self.starts.partition_point(|start| *start < span.start);
        self.starts.get(next).is_some_and(|start| *start < span.end)
    }

    /// Whether a list of requirements names a scheme at fault.
    fn need_schemes(&self, security: &Value) -> bool {
        let all = security.as_array().unwrap_or_default().iter();
        let mut schemes = all.filter_map(Value::as_object).flatten();
        schemes.any(|scheme| {
            let name = format!("#/components/securitySchemes/{}", scheme.key);
            self.components.contains(&name)
        })
    }

    /// Whether an operation holds a fault or leads to one.
    fn touch(&self, document: &Document, operation: &Operation<'_>) -> bool {
        let own = operation.value().get("security");
        let security = own.or_else(|| document.root.get("security"));
        if security.is_some_and(|security| self.need_schemes(security)) {
            return true;
        }
        let parameters = operation.item.get("parameters");
        let mut parts = parameters.into_iter().chain([operation.value()]);
        parts.any(|part| {
            let mut used = references(part).into_iter();
            self.stand_in(part.span) || used.any(|name| self.components.contains(&name))
        })
    }
}

/// All components, by the reference that names them.
fn components(document: &Document) -> impl Iterator<Item = (String, &Value)> {
    let sections = document.root.get("components").and_then(Value::as_object);
    sections.unwrap_or_default().iter().flat_map(|section| {
        let members = section.value.as_object().unwrap_or_default().iter();
        members.map(|member| {
            let name = format!("#/components/{}/{}", section.key, member.key);
            (name, &member.value)
        })
    })
}

/// The components that a value refers to.
fn references(value: &Value) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match &value.kind {
            Kind::Array(items) => open.extend(items),
            Kind::Object(members) => open.extend(members.iter().map(|member| &member.value)),
            _ => {}
        }
        if let Some(reference) = value.get("$ref").and_then(Value::as_str) {
            // What a component holds is told apart by the component.
            let steps: Vec<_> = reference.split('/').take(4).collect();
            found.insert(steps.join("/"));
        }
    }
    found
}
