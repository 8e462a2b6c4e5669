//! How many members a request may require: a builder's text grows with their square.

use bindery_spec::Finding;

use super::Lower;
use crate::ir::Shape;

const MAX_REQUIRED: usize = 100;

impl Lower<'_> {
    /// Complains about requests no builder is made for.
    pub(super) fn required_in_reason(&mut self) {
        for def in self.api.types.iter().filter(|def| def.uses.request) {
            let Shape::Struct(made) = &def.shape else {
                continue;
            };
            let required = made.fields.iter().filter(|field| field.required).count();
            if required > MAX_REQUIRED {
                let message = format!(
                    "`{}` requires {required} members, more than the {MAX_REQUIRED} a builder can keep apart",
                    def.name
                );
                let finding = Finding::error("too-many-required", def.span, message);
                self.findings
                    .push(finding.help("require fewer, or group them in objects"));
            }
        }
    }
}
