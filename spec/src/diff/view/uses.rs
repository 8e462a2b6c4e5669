//! Which types travel in requests and which in replies.

use std::collections::HashMap;

use super::View;
use super::form::{Form, Key, Named, What};

/// On which ways a type travels.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::diff) struct Ways {
    pub(in crate::diff) sent: bool,
    pub(in crate::diff) received: bool,
}

impl Ways {
    pub(in crate::diff) const SENT: Ways = Ways {
        sent: true,
        received: false,
    };
    pub(in crate::diff) const RECEIVED: Ways = Ways {
        sent: false,
        received: true,
    };

    fn covers(self, other: Ways) -> bool {
        (self.sent || !other.sent) && (self.received || !other.received)
    }
}

/// The ways of every named type.
#[derive(Default)]
pub(in crate::diff) struct Uses(HashMap<Key, Ways>);

impl Uses {
    pub(in crate::diff) fn of(&self, named: &Named<'_>) -> Ways {
        self.0.get(&named.key()).copied().unwrap_or_default()
    }

    /// Adds a way; whether it was new.
    fn add(&mut self, named: &Named<'_>, way: Ways) -> bool {
        let ways = self.0.entry(named.key()).or_default();
        let news = !ways.covers(way);
        ways.sent |= way.sent;
        ways.received |= way.received;
        news
    }
}

/// Follows every type that an operation reaches.
pub(super) fn of(view: &View<'_>) -> Uses {
    let mut uses = Uses::default();
    for operation in view.operations() {
        let sent = view.request(&operation).into_iter();
        let sent = sent.filter(|field| field.constant.is_none());
        let mut open: Vec<_> = sent.map(|field| (field.form, Ways::SENT)).collect();
        let verdict = view.verdict(&operation).map(Form::Named);
        let statuses = view
            .failures(&operation)
            .statuses
            .into_iter()
            .map(|it| it.form);
        let received = view.received(&operation).into_iter().chain(verdict);
        open.extend(received.chain(statuses).map(|form| (form, Ways::RECEIVED)));
        while let Some((form, way)) = open.pop() {
            let news = match &form {
                Form::Named(named) => uses.add(named, way),
                _ => true,
            };
            if news {
                open.extend(inside(view, form).into_iter().map(|form| (form, way)));
            }
        }
    }
    uses
}

/// The forms that a form is made of.
fn inside<'d>(view: &View<'d>, form: Form<'d>) -> Vec<Form<'d>> {
    match form {
        Form::Plain(_) | Form::Files(_) => Vec::new(),
        Form::List { item, .. } => item.iter().map(|item| view.form(item)).collect(),
        Form::Map(item) => item.iter().map(|item| view.form(item)).collect(),
        Form::Tuple(items) => items.iter().map(|item| view.form(item)).collect(),
        Form::Nullable(inner) | Form::OrJson(inner) => vec![*inner],
        Form::Named(named) => match named.what {
            What::Struct => {
                let fields = view.fields(&named).into_iter();
                let kept = fields.filter(|field| field.constant.is_none());
                kept.map(|field| field.form).collect()
            }
            What::Union => {
                let branches = view.union(&named).map(|union| union.branches);
                let branches = branches.unwrap_or_default().into_iter();
                branches.map(|branch| branch.form).collect()
            }
            _ => Vec::new(),
        },
    }
}
