//! Pointers of the vocabulary lead somewhere: into the request, the reply, the items.

use crate::check::codes;
use crate::check::fits::{self, Compared};
use crate::check::lookup::{self, Found};
use crate::check::media;
use crate::document::Document;
use crate::extension::{Applies, Extension, Results, Retry};
use crate::finding::Finding;
use crate::parameter;
use crate::pointer::{Pointer, escape};
use crate::suggest;
use crate::value::Value;

/// What a pointer is relative to.
#[derive(Clone, Copy)]
pub(super) enum Side {
    Request,
    Reply,
    Item,
    Verdict,
}

/// Checks the pointers on one operation, the envelope's excepted.
pub(super) fn check(
    document: &Document,
    index: &codes::Index<'_>,
    (item, operation): (&Value, &Value),
    findings: &mut Vec<Finding>,
) {
    // What is wrong with the extensions themselves has been said where their places were checked.
    let mut said = Vec::new();
    let request = Request {
        body: media::request(document, operation).into_iter().collect(),
        parameters: parameters(document, item, operation),
    };
    if let Some(key) = Retry::of(operation, &mut said).and_then(|retry| retry.key) {
        request.leads_somewhere(document, &key, findings);
    }
    if let Some(applies) = Applies::of(operation, &mut said) {
        resource(document, &request, &applies.of, findings);
        kinds(document, &applies, findings);
    }
    if let Some(results) = Results::of(operation, &mut said) {
        let replies = media::replies(document, operation);
        let items = request.leads_somewhere(document, &results.items, findings);
        array(document, items, &results.items, Side::Request, findings);
        let verdicts =
            leads_somewhere(document, &replies, &results.verdicts, Side::Reply, findings);
        let verdicts = array(document, verdicts, &results.verdicts, Side::Reply, findings);
        if let Some(verdict) = verdicts.and_then(|array| lookup::items(document, array)) {
            self::verdict(document, index, verdict, &results, findings);
        }
    }
}

/// What a verdict must have, and the codes that may stand in it.
fn verdict(
    document: &Document,
    index: &codes::Index<'_>,
    verdict: &Value,
    results: &Results,
    findings: &mut Vec<Finding>,
) {
    let Results { code, proof, .. } = results;
    leads_somewhere(document, &[verdict], code, Side::Verdict, findings);
    if let Some(proof) = proof {
        leads_somewhere(document, &[verdict], proof, Side::Verdict, findings);
    }
    fits::holds_codes(document, &[verdict], code, findings);
    let success = results.success.iter().map(|code| ("success", code));
    let errors = index.codes(&results.errors);
    let errors = errors.iter().map(|code| ("code", code));
    for (what, listed) in success.chain(errors) {
        let compared = Compared::code(what, &listed.value, listed.span);
        fits::check(document, &[verdict], code, &compared, findings);
    }
}

/// What pointers into a request lead through: its body, and its parameters where the body has no such member.
struct Request<'a> {
    body: Vec<&'a Value>,
    /// Names and schemas.
    parameters: Vec<(&'a str, &'a Value)>,
}

impl<'a> Request<'a> {
    fn leads_somewhere(
        &self,
        document: &'a Document,
        pointer: &Pointer,
        findings: &mut Vec<Finding>,
    ) -> Option<&'a Value> {
        let (first, rest) = pointer.tokens.split_first()?;
        let described = self.body.iter().find_map(|schema| {
            match lookup::find(document, schema, std::slice::from_ref(first)) {
                Found::Schema(found) => Some(found),
                Found::Anything | Found::Nothing { .. } => None,
            }
        });
        let mut named = self.parameters.iter().filter(|(name, _)| name == first);
        let parameter = named.next().filter(|_| described.is_none());
        let Some((_, schema)) = parameter else {
            return leads_somewhere(document, &self.body, pointer, Side::Request, findings);
        };
        match lookup::find(document, schema, rest) {
            Found::Schema(found) => Some(found),
            Found::Anything => None,
            Found::Nothing { token, parts } => {
                findings.push(nowhere(pointer, token + 1, &parts, Side::Request, findings));
                None
            }
        }
    }
}

/// The parameters of an operation, its own before those of its path item.
fn parameters<'a>(
    document: &'a Document,
    item: &'a Value,
    operation: &'a Value,
) -> Vec<(&'a str, &'a Value)> {
    let listed = [operation, item].into_iter().flat_map(|owner| {
        let listed = owner.get("parameters").and_then(Value::as_array);
        listed.unwrap_or_default()
    });
    let named = listed.filter_map(|parameter| {
        let parameter = document.target(parameter).ok()?;
        let name = parameter.get("name")?.as_str()?;
        Some((name, parameter::schema(parameter)?))
    });
    named.collect()
}

/// What the pointer leads to in the first schema that has it; complains where none has.
pub(super) fn leads_somewhere<'a>(
    document: &'a Document,
    schemas: &[&'a Value],
    pointer: &Pointer,
    side: Side,
    findings: &mut Vec<Finding>,
) -> Option<&'a Value> {
    let mut deepest: Option<(usize, Vec<&Value>)> = None;
    for schema in schemas {
        match lookup::find(document, schema, &pointer.tokens) {
            Found::Schema(found) => return Some(found),
            Found::Anything => return None,
            Found::Nothing { token, parts } => {
                if deepest.as_ref().is_none_or(|(depth, _)| token > *depth) {
                    deepest = Some((token, parts));
                }
            }
        }
    }
    findings.push(match deepest {
        Some((token, parts)) => nowhere(pointer, token, &parts, side, findings),
        None => no_body(pointer, side),
    });
    None
}

/// What names a resource is one string, among the fields of the request.
fn resource(document: &Document, request: &Request<'_>, of: &Pointer, findings: &mut Vec<Finding>) {
    let Some(found) = request.leads_somewhere(document, of, findings) else {
        return;
    };
    let types = lookup::types(document, found);
    let message = if of.tokens.len() > 1 {
        format!("`{of}` is inside a field of the request, and only a field can name the resource")
    } else if types.is_empty() || types.contains(&"string") {
        return;
    } else {
        format!("`{of}` of the request names no resource: it is not a string")
    };
    findings.push(Finding::error("pointer-type", of.span, message).note(found.span, "this schema"));
}

fn array<'a>(
    document: &'a Document,
    found: Option<&'a Value>,
    pointer: &Pointer,
    side: Side,
    findings: &mut Vec<Finding>,
) -> Option<&'a Value> {
    let found = found?;
    let types = lookup::types(document, found);
    if types.contains(&"array") || types.is_empty() && lookup::items(document, found).is_some() {
        return Some(found);
    }
    let message = format!("`{pointer}` of {} is not an array", side.described());
    findings.push(
        Finding::error("pointer-type", pointer.span, message).note(found.span, "this schema"),
    );
    None
}

fn kinds(document: &Document, applies: &Applies, findings: &mut Vec<Finding>) {
    let Some(schema) = document.component("schemas", &applies.kinds.text) else {
        let schemas = document
            .root
            .at("/components/schemas")
            .and_then(Value::as_object);
        let names = schemas
            .unwrap_or_default()
            .iter()
            .map(|member| &*member.key);
        let message = format!("there is no schema `{}`", applies.kinds.text);
        let near = suggest::did_you_mean(&applies.kinds.text, names, findings).unwrap_or_default();
        let finding = Finding::error("unknown-kinds", applies.kinds.span, message);
        findings.push(finding.label(near));
        return;
    };
    let known = words(document, schema);
    for kind in applies
        .takes
        .iter()
        .filter(|kind| !known.contains(&&*kind.text))
    {
        let message = format!("`{}` lists no kind `{}`", applies.kinds.text, kind.text);
        let finding = Finding::error("unknown-kind", kind.span, message);
        findings.push(finding.suggest(&kind.text, &known, findings));
    }
}

/// The strings an enum schema lists.
fn words<'a>(document: &'a Document, schema: &'a Value) -> Vec<&'a str> {
    let mut words = Vec::new();
    for part in lookup::composition(document, &[schema]) {
        let listed = part
            .get("enum")
            .and_then(Value::as_array)
            .unwrap_or_default();
        words.extend(
            listed
                .iter()
                .chain(part.get("const"))
                .filter_map(Value::as_str),
        );
    }
    words
}

fn nowhere(
    pointer: &Pointer,
    token: usize,
    parts: &[&Value],
    side: Side,
    before: &[Finding],
) -> Finding {
    let mut known: Vec<_> = parts
        .iter()
        .flat_map(|part| lookup::own_names(part))
        .collect();
    known.dedup();
    let missing = &pointer.tokens[token];
    let message = if missing == "*" {
        format!(
            "`{pointer}` leads nowhere: there is no array for `*` in {}",
            side.described()
        )
    } else {
        format!(
            "`{pointer}` leads nowhere: there is no `{missing}` in {}",
            side.described()
        )
    };
    let finding = Finding::error("pointer-nowhere", pointer.span, message);
    match suggest::near(missing, known.iter().copied(), before) {
        Some(near) => {
            let mut tokens = pointer.tokens.clone();
            near.clone_into(&mut tokens[token]);
            let meant: String = tokens
                .iter()
                .flat_map(|token| ["/".to_owned(), escape(token)])
                .collect();
            finding.label(format!("did you mean `{meant}`?"))
        }
        None => finding.suggest(missing, &known, before),
    }
}

fn no_body(pointer: &Pointer, side: Side) -> Finding {
    let message = format!(
        "`{pointer}` leads nowhere: {} has no JSON body",
        side.described()
    );
    Finding::error("pointer-nowhere", pointer.span, message)
}

impl Side {
    fn described(self) -> &'static str {
        match self {
            Side::Request => "the request",
            Side::Reply => "the reply",
            Side::Item => "the items",
            Side::Verdict => "the verdict",
        }
    }
}
