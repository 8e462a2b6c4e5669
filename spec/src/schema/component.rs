//! Schemas with a name of their own: the components of the document, and every schema of another file that a reference names.

use crate::document::Document;
use crate::files::stem;
use crate::reference::{split, telling};
use crate::value::Value;

/// A schema with a name of its own.
#[derive(Clone, Copy, Debug)]
pub struct Component<'d> {
    /// The name by which it was referred to.
    pub name: &'d str,
    /// The schema that the name stands for. What only refers to a schema of another file is one with that schema.
    pub schema: &'d Value,
}

impl<'d> Component<'d> {
    /// The component schema of the document with a name.
    pub fn named(document: &'d Document, name: &str) -> Option<Self> {
        let member = document.component_member("schemas", name)?;
        let schema = match document.target(&member.value) {
            Ok(target) if document.is_foreign(target) => target,
            _ => &member.value,
        };
        let name = &*member.key;
        Some(Component { name, schema })
    }
}

/// The named schema that a schema refers to as a whole.
pub fn component<'d>(document: &'d Document, schema: &'d Value) -> Option<Component<'d>> {
    let reference = schema.get("$ref")?;
    let (file, fragment) = split(reference.as_str()?);
    let Some(path) = document.meant(reference, file).ok()?.path() else {
        let name = fragment.strip_prefix("/components/schemas/")?;
        let plain = !name.is_empty() && !name.contains(['/', '~', '%']);
        return Component::named(document, name).filter(|_| plain);
    };
    let segment = fragment.rsplit_once('/').map(|(_, name)| name);
    let name = telling(segment.unwrap_or_else(|| stem(path)))?;
    let schema = document.target(schema).ok()?;
    Some(Component { name, schema })
}
