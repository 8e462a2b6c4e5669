//! From the tree of an overlay document to its actions, with a complaint about everything that is wrong. Applies none.

use super::action::{Action, Change, Query, part};
use super::path::{self, Fault};
use crate::finding::Finding;
use crate::source::Source;
use crate::span::Span;
use crate::value::Value;

const ROOT: [&str; 4] = ["overlay", "info", "extends", "actions"];
const INFO: [&str; 3] = ["title", "version", "description"];
const ACTION: [&str; 5] = ["target", "description", "update", "remove", "copy"];

/// The actions that can be applied, in order.
pub(super) fn actions<'a>(
    root: &'a Value,
    source: &Source,
    findings: &mut Vec<Finding>,
) -> Vec<Action<'a>> {
    let copies = match version(root) {
        Ok(version) => !version.starts_with("1.0"),
        Err(finding) => {
            findings.push(*finding);
            return Vec::new();
        }
    };
    let mut reader = Reader {
        source,
        copies,
        findings,
    };
    reader.known("an overlay", root, &ROOT);
    if let Some(info) = reader.required("the overlay", root, "info") {
        reader.info(info);
    }
    reader.text("`extends`", root.get("extends"));
    let actions = reader.required("the overlay", root, "actions");
    actions.map_or_else(Vec::new, |actions| reader.actions(actions))
}

/// The version of the specification that the overlay follows, where it is known here.
fn version(root: &Value) -> Result<&str, Box<Finding>> {
    if root.as_object().is_none() {
        return Err(Box::new(Finding::wrong_type(
            "an overlay",
            "an object",
            root,
        )));
    }
    let Some(version) = root.get("overlay") else {
        let message = "this is no overlay: `overlay` is missing";
        let start = Span {
            end: root.span.start,
            ..root.span
        };
        let finding = Finding::error("not-overlay", start, message);
        return Err(Box::new(match root.get("openapi") {
            Some(_) => finding.help("this is an OpenAPI document: it is what an overlay is for"),
            None => finding.help("begin the root object with `\"overlay\": \"1.0.0\"`"),
        }));
    };
    let Some(text) = version.as_str() else {
        let expected = "a version such as \"1.0.0\"";
        return Err(Box::new(Finding::wrong_type(
            "`overlay`",
            expected,
            version,
        )));
    };
    let minor = text.rsplit_once('.').map(|(minor, _)| minor);
    if matches!(minor, Some("1.0" | "1.1")) {
        return Ok(text);
    }
    let message = format!("Overlay {text} is not supported");
    let finding = Finding::error("not-overlay", version.span, message);
    Err(Box::new(finding.label("1.0.0 and 1.1.0 are")))
}

struct Reader<'s, 'f> {
    source: &'s Source,
    /// Whether the version knows `copy`.
    copies: bool,
    findings: &'f mut Vec<Finding>,
}

impl Reader<'_, '_> {
    fn info(&mut self, info: &Value) {
        if info.as_object().is_none() {
            self.findings
                .push(Finding::wrong_type("`info`", "an object", info));
            return;
        }
        self.known("`info`", info, &INFO);
        for (key, what) in [("title", "`title`"), ("version", "`version`")] {
            let value = self.required("`info`", info, key);
            self.text(what, value);
        }
    }

    fn actions<'a>(&mut self, actions: &'a Value) -> Vec<Action<'a>> {
        match actions.as_array() {
            None => self
                .findings
                .push(Finding::wrong_type("`actions`", "an array", actions)),
            Some([]) => {
                let message = "the overlay has no actions";
                let finding = Finding::error("bad-overlay", actions.span, message);
                self.findings
                    .push(finding.help("add one, or leave the overlay out"));
            }
            Some(actions) => return actions.iter().filter_map(|one| self.action(one)).collect(),
        }
        Vec::new()
    }

    fn action<'a>(&mut self, action: &'a Value) -> Option<Action<'a>> {
        if action.as_object().is_none() {
            self.findings
                .push(Finding::wrong_type("an action", "an object", action));
            return None;
        }
        self.known("an action", action, &ACTION);
        self.text("`description`", action.get("description"));
        let target = self
            .required("the action", action, "target")
            .and_then(|value| self.query("target", value));
        let (change, span) = self.change(action)?;
        Some(Action {
            target: target?,
            change,
            span,
        })
    }

    /// The one change of an action.
    fn change<'a>(&mut self, action: &'a Value) -> Option<(Change<'a>, Span)> {
        let remove = action.get("remove");
        let removes = remove.and_then(Value::as_bool);
        if let (Some(value), None) = (remove, removes) {
            self.findings
                .push(Finding::wrong_type("`remove`", "true or false", value));
            return None;
        }
        let (update, copy) = (action.member("update"), action.member("copy"));
        if removes == Some(true) {
            for member in [update, copy].into_iter().flatten() {
                let message = format!("`{}` has no effect beside `remove`", member.key);
                let finding = Finding::warning("idle-member", member.key_span, message);
                self.findings
                    .push(finding.help("to replace a value, remove it and update what held it"));
            }
            return Some((Change::Remove, action.span));
        }
        match (update, copy) {
            (Some(update), None) => Some((Change::Update(&update.value), update.value.span)),
            (None, Some(copy)) if self.copies => {
                let query = self.query("copy", &copy.value)?;
                Some((Change::Copy(query), copy.value.span))
            }
            (_, Some(copy)) => {
                let finding = if self.copies {
                    Finding::error(
                        "bad-overlay",
                        copy.key_span,
                        "`copy` stands beside `update`",
                    )
                    .help("make two actions of it")
                } else {
                    let message = "`copy` came with version 1.1.0 of overlays";
                    Finding::error("unknown-member", copy.key_span, message)
                        .help("write `\"overlay\": \"1.1.0\"`")
                };
                self.findings.push(finding);
                None
            }
            (None, None) => {
                let message = "the action changes nothing";
                let finding = Finding::error("missing-member", action.span, message);
                self.findings.push(finding.help("add `update` or `remove`"));
                None
            }
        }
    }

    fn query<'a>(&mut self, key: &'static str, value: &'a Value) -> Option<Query<'a>> {
        let Some(text) = value.as_str() else {
            let what = format!("`{key}`");
            let expected = "a JSONPath such as \"$.paths\"";
            self.findings
                .push(Finding::wrong_type(&what, expected, value));
            return None;
        };
        let written = self.source.snippet(value.span).find(text);
        let start = written.and_then(|at| value.span.start.checked_add(u32::try_from(at).ok()?));
        match path::parse(text) {
            Ok(segments) => Some(Query {
                key,
                text,
                segments,
                span: value.span,
                start,
            }),
            Err(fault) => {
                let place = part(value.span, start, fault.start, fault.end);
                self.findings.push(refused(key, place, fault));
                None
            }
        }
    }

    fn required<'a>(&mut self, what: &str, owner: &'a Value, key: &str) -> Option<&'a Value> {
        let value = owner.get(key);
        if value.is_none() {
            let message = format!("{what} lacks `{key}`");
            self.findings
                .push(Finding::error("missing-member", owner.span, message));
        }
        value
    }

    fn text(&mut self, what: &str, value: Option<&Value>) {
        if let Some(value) = value.filter(|value| value.as_str().is_none()) {
            self.findings
                .push(Finding::wrong_type(what, "a string", value));
        }
    }

    /// Complains about members that are neither known nor extensions.
    fn known(&mut self, what: &str, owner: &Value, known: &[&str]) {
        for member in owner.as_object().unwrap_or_default() {
            if !known.contains(&&*member.key) && !member.key.starts_with("x-") {
                let message = format!("{what} has no member `{}`", member.key);
                let finding = Finding::error("unknown-member", member.key_span, message);
                self.findings
                    .push(finding.suggest(&member.key, known, self.findings));
            }
        }
    }
}

fn refused(key: &str, place: Span, fault: Fault) -> Finding {
    if fault.unsupported {
        let message = format!("{} in `{key}`: not supported", fault.what);
        return Finding::error("unsupported-path", place, message)
            .help("names, indexes, `*`, `..` and filters with comparisons are");
    }
    let message = format!("`{key}` is no JSONPath");
    Finding::error("bad-path", place, message).label(fault.what)
}
