//! What holds for any type with a name: on which ways it travels, what is said of it.

use super::{At, Compare};
use crate::diff::kind::Side;
use crate::diff::kinds::api::DESCRIPTION;
use crate::diff::kinds::types as kinds;
use crate::diff::view::form::{Named, What};
use crate::diff::view::{docs, flag};
use crate::schema::says_private;

impl<'d> Compare<'_, 'd> {
    /// The place of a type itself, which several members may share: its side is where it travels.
    pub(super) fn of_type(&self, old: &Named<'d>, new: &Named<'d>, at: &At) -> At {
        let (before, after) = (self.old.uses.of(old), self.new.uses.of(new));
        let sent = before.sent || after.sent;
        let received = before.received || after.received;
        let side = match (sent, received) {
            (true, true) => Side::Both,
            (true, false) => Side::Request,
            (false, true) if at.side == Side::Error => Side::Error,
            _ => Side::Response,
        };
        At {
            side,
            sent: (before.sent, after.sent),
            subject: new.name.clone(),
            old: Some(old.schema.span),
            new: Some(new.schema.span),
        }
    }

    pub(super) fn ways(&mut self, old: &Named<'d>, new: &Named<'d>, at: &At) {
        let (before, after) = (self.old.uses.of(old), self.new.uses.of(new));
        let made = new.what == What::Struct;
        self.push_if(!before.sent && after.sent, kinds::NOW_SENT, at, "");
        let gone = before.sent && !after.sent;
        self.push_if(made && gone, kinds::NO_LONGER_SENT, at, "");
        if !before.received && after.received {
            let kind = match new.what {
                What::Strings => kinds::COPY_LOST,
                _ => kinds::NOW_RECEIVED,
            };
            self.push(kind, at, "");
        }
        let gone = before.received && !after.received;
        self.push_if(!made && gone, kinds::UNKNOWN_LOST, at, "");
    }

    pub(super) fn about(&mut self, old: &Named<'d>, new: &Named<'d>, at: &At) {
        let (from, to) = (old.schema, new.schema);
        self.push_if(docs(from) != docs(to), DESCRIPTION, at, "");
        let flags = (flag(from, "deprecated"), flag(to, "deprecated"));
        let kinds = [kinds::TYPE_DEPRECATED, kinds::TYPE_UNDEPRECATED];
        self.deprecation(flags, kinds, at);
        let private = (
            says_private(self.old.doc, from),
            says_private(self.new.doc, to),
        );
        self.privacy(private, at);
    }
}
