//! Everything a spec says about one operation. How it looks is decided elsewhere.

use std::collections::HashSet;

use bindery_spec::operation::is_idempotent;
use bindery_spec::{Applies, Envelope, Extension, Limit, ResendClass, Results, Retry, Value, body};

use super::answers::{self, Answer};
use super::api::{Api, Operation, members, text};
use super::fields::{self, Field};

/// What is known about an operation.
#[derive(Debug)]
pub(super) struct OperationPage<'d> {
    pub(super) operation: Operation<'d>,
    pub(super) summary: Option<&'d str>,
    pub(super) description: Option<&'d str>,
    /// Title and address of the documentation.
    pub(super) linked: Option<(&'d str, &'d str)>,
    pub(super) deprecated: bool,
    pub(super) limit: Option<Limit>,
    pub(super) resend: ResendClass,
    pub(super) retry: Option<Retry>,
    pub(super) applies: Option<Applies>,
    pub(super) results: Option<Results>,
    /// Parameters the client's signer fills in.
    pub(super) signed: Vec<String>,
    pub(super) request: Vec<Field>,
    pub(super) reply: Vec<Field>,
    pub(super) answers: Vec<Answer>,
    /// Failures that have an HTTP status of their own.
    pub(super) statuses: Vec<Failure<'d>>,
}

/// A failure that has an HTTP status of its own.
#[derive(Debug)]
pub(super) struct Failure<'d> {
    /// Such as `404`, `4XX` or `default`.
    pub(super) status: &'d str,
    pub(super) description: Option<&'d str>,
    pub(super) fields: Vec<Field>,
}

impl<'d> OperationPage<'d> {
    pub(super) fn of(api: &Api<'d>, operation: Operation<'d>) -> Self {
        let value = operation.value;
        let said = &mut Vec::new();
        let retry = Retry::of(value, said);
        let linked = value.get("externalDocs").and_then(|docs| {
            let title = text(docs, "description").unwrap_or("Documentation");
            Some((title, text(docs, "url")?))
        });
        let signed = api.signed(&operation);
        OperationPage {
            summary: text(value, "summary"),
            description: text(value, "description"),
            linked,
            deprecated: value.get("deprecated").and_then(Value::as_bool) == Some(true),
            limit: Limit::of(value, said),
            resend: retry
                .as_ref()
                .map_or_else(|| usual(operation.method), |retry| retry.class),
            retry,
            applies: Applies::of(value, said),
            results: Results::of(value, said),
            request: request(api, &operation, &signed),
            signed,
            reply: reply(api, &operation),
            answers: answers::of_operation(&operation, &api.families),
            statuses: statuses(api, &operation),
            operation,
        }
    }
}

/// The class of an operation that names none.
fn usual(method: &str) -> ResendClass {
    if is_idempotent(method) {
        ResendClass::Safe
    } else {
        ResendClass::ResolveFirst
    }
}

fn request(api: &Api<'_>, operation: &Operation<'_>, signed: &[String]) -> Vec<Field> {
    let own = operation.value.get("parameters");
    let shared = operation.item.get("parameters");
    let lists = [own, shared].into_iter().flatten();
    let parameters = lists.flat_map(|list| list.as_array().unwrap_or_default());
    let mut seen = HashSet::new();
    let mut found: Vec<_> = parameters
        .filter_map(|parameter| fields::of_parameter(api, api.resolve(parameter)))
        .filter(|field| seen.insert((field.place.clone(), field.part.clone())))
        .filter(|field| field.part != "query" || !signed.contains(&field.place))
        .collect();
    let body = operation
        .value
        .get("requestBody")
        .map(|body| api.resolve(body));
    if let Some(schema) = body.and_then(|body| body::sent_schema(api.document, body)) {
        found.extend(fields::of_body(api, schema, &[]));
    }
    found
}

fn reply(api: &Api<'_>, operation: &Operation<'_>) -> Vec<Field> {
    let hidden: Vec<_> = api
        .envelope(operation)
        .iter()
        .flat_map(envelope_places)
        .collect();
    let schema = body::success(api.document, operation.value).and_then(body::schema);
    schema
        .map(|schema| fields::of_body(api, schema, &hidden))
        .unwrap_or_default()
}

fn statuses<'d>(api: &Api<'d>, operation: &Operation<'d>) -> Vec<Failure<'d>> {
    let responses = members(operation.value.get("responses")).iter();
    let failures = responses
        .filter(|response| response.key.starts_with(['4', '5']) || &*response.key == "default");
    let failures = failures.map(|response| {
        let value = api.resolve(&response.value);
        let schema = body::schema(value);
        Failure {
            status: &response.key,
            description: text(value, "description"),
            fields: schema
                .map(|schema| fields::of_body(api, schema, &[]))
                .unwrap_or_default(),
        }
    });
    failures.collect()
}

fn envelope_places(envelope: &Envelope) -> Vec<String> {
    envelope.pointers().map(ToString::to_string).collect()
}
