//! The search for bases and their heirs through a whole document.

use std::collections::{HashMap, HashSet};
use std::ptr;

use super::whole::{Whole, components, reference};
use super::{Base, Bases, address, mapped};
use crate::document::Document;
use crate::schema::choice::branches;
use crate::schema::parts::parts;
use crate::schema::tagged::listed as listed_of;
use crate::schema::{filled, items};
use crate::value::{Kind, Member, Value};

/// The search for bases.
pub(super) struct Search<'d> {
    document: &'d Document,
    components: Vec<Whole<'d>>,
    /// The schemas with a discriminator, each with what says so.
    found: Vec<(&'d Value, &'d Value)>,
}

impl<'d> Search<'d> {
    pub(super) fn of(document: &'d Document) -> Self {
        let mut search = Search {
            document,
            components: components(document),
            found: Vec::new(),
        };
        let mut inline = HashSet::new();
        let mut open: Vec<&Value> = document.roots().collect();
        open.reverse();
        while let Some(value) = open.pop() {
            if !inline.contains(&address(value))
                && let Some(part) = discriminated(value)
            {
                inline.insert(address(part));
                search.found.push((value, part));
            }
            match &value.kind {
                Kind::Object(members) => open.extend(members.iter().rev().map(|it| &it.value)),
                Kind::Array(items) => open.extend(items.iter().rev()),
                _ => {}
            }
        }
        search
    }

    pub(super) fn bases(&self) -> Bases {
        let mut bases: HashMap<usize, Base> = HashMap::new();
        for (schema, part) in &self.found {
            if let Some(base) = self.base(schema, part) {
                bases.insert(address(schema), base);
            }
        }
        self.level(&mut bases);
        bases.retain(|at, base| base.heirs.iter().any(|heir| heir.target != *at));
        self.middles(&mut bases);
        for (schema, part) in &self.found {
            if let Some(base) = bases.get(&address(schema)).cloned() {
                bases.insert(address(part), base);
            }
        }
        let named = self.components.iter().map(|it| address(it.schema));
        Bases {
            by_schema: bases,
            named: named.collect(),
        }
    }

    /// A base with the heirs that name it, or that it names.
    fn base(&self, schema: &'d Value, part: &'d Value) -> Option<Base> {
        let discriminator = part.get("discriminator")?;
        let tag = discriminator.get("propertyName")?.as_str()?;
        let mut base = Base {
            tag: tag.to_owned(),
            heirs: Vec::new(),
            owner: address(schema),
            chooses: chooses(schema),
        };
        let mapping = filled(discriminator, "mapping").and_then(Value::as_object);
        for member in mapping.unwrap_or_default() {
            self.mapped(&mut base, schema, member);
        }
        let own = parts(self.document, schema);
        for whole in &self.components {
            let heir = whole.parts.iter().skip(1).any(|it| ptr::eq(*it, schema));
            if !heir || base.names(address(whole.schema)) || self.goes_between(whole, schema, tag) {
                continue;
            }
            let listed = listed(self.document, &whole.parts, &own, tag);
            let values = match (listed, mapping) {
                (Some(listed), _) => listed,
                (None, None) => vec![whole.name.to_owned()],
                // It only adds to one of those that `mapping` names.
                (None, Some(_)) => continue,
            };
            for value in values {
                base.add(value, whole.reference(), whole.schema);
            }
        }
        if !base.chooses {
            self.itself(&mut base, schema, &own);
        }
        Some(base)
    }

    /// Whether a schema is the heir of an heir that another member tells apart.
    fn goes_between(&self, whole: &Whole<'d>, schema: &Value, tag: &str) -> bool {
        let other = |part: &Value| {
            let name = part
                .get("discriminator")
                .and_then(|it| it.get("propertyName"));
            name.is_some_and(|it| it.as_str() != Some(tag))
        };
        whole.parts.iter().skip(1).any(|between| {
            let mut found = self.found.iter();
            let base = found.find(|(it, _)| ptr::eq(*it, *between));
            let of_it = || parts(self.document, between).into_iter().skip(1);
            base.is_some_and(|(_, part)| other(part)) && of_it().any(|it| ptr::eq(it, schema))
        })
    }

    /// The heir that a member of `mapping` names; what it lists of the tag itself goes before.
    fn mapped(&self, base: &mut Base, schema: &'d Value, member: &'d Member) {
        let Some(target) = mapped(self.document, &member.value) else {
            return;
        };
        let own = parts(self.document, schema);
        let whole = parts(self.document, target);
        let listed = listed(self.document, &whole, &own, &base.tag).unwrap_or_default();
        let key = member.key.to_string();
        let values = if listed.is_empty() || listed.contains(&key) {
            vec![key]
        } else {
            listed
        };
        let named = self.components.iter().find(|it| ptr::eq(it.schema, target));
        let reference = named.map_or_else(|| reference(&member.value), Whole::reference);
        for value in values {
            base.add(value, reference.clone(), target);
        }
    }

    /// The values of the tag that a base lists, and no heir has, are its own.
    fn itself(&self, base: &mut Base, schema: &Value, own: &[&Value]) {
        let Some(whole) = self.components.iter().find(|it| ptr::eq(it.schema, schema)) else {
            return;
        };
        for value in listed(self.document, own, &[], &base.tag).unwrap_or_default() {
            base.add(value, whole.reference(), schema);
        }
    }

    /// Heirs of heirs that the same member tells apart are heirs.
    fn level(&self, bases: &mut HashMap<usize, Base>) {
        for (schema, _) in &self.found {
            let Some(mut base) = bases.remove(&address(schema)) else {
                continue;
            };
            let mut at = 0;
            while let Some(heir) = base.heirs.get(at) {
                let lower = bases.get(&heir.target).filter(|it| it.tag == base.tag);
                let mut more = lower.map(|it| it.heirs.clone()).unwrap_or_default();
                more.retain(|heir| !base.takes(&heir.value));
                base.heirs.extend(more);
                at += 1;
            }
            bases.insert(address(schema), base);
        }
    }

    /// Heirs with heirs of their own under the discriminator of a base.
    fn middles(&self, bases: &mut HashMap<usize, Base>) {
        let mut middles: Vec<(usize, Base)> = Vec::new();
        for (schema, _) in &self.found {
            let Some(base) = bases.get(&address(schema)).filter(|it| !it.chooses) else {
                continue;
            };
            for heir in &base.heirs {
                let Ok(target) = self.document.target(&heir.reference) else {
                    continue;
                };
                for part in parts(self.document, target).into_iter().skip(1) {
                    let at = address(part);
                    if at == base.owner || !base.names(at) || bases.contains_key(&at) {
                        continue;
                    }
                    let known = middles.iter_mut().find(|(it, _)| *it == at);
                    match known {
                        Some((_, middle)) if !middle.takes(&heir.value) => {
                            middle.heirs.push(heir.clone());
                        }
                        Some(_) => {}
                        None => {
                            let own = base.heirs.iter().filter(|it| it.target == at);
                            let heirs = own.chain([heir]).cloned().collect();
                            let (tag, owner, chooses) = (base.tag.clone(), at, false);
                            middles.push((
                                at,
                                Base {
                                    tag,
                                    heirs,
                                    owner,
                                    chooses,
                                },
                            ));
                        }
                    }
                }
            }
        }
        bases.extend(middles);
    }
}

/// A schema and what stands in its `allOf` without a name.
fn own(schema: &Value) -> impl Iterator<Item = &Value> {
    let inline = items(schema, "allOf").iter();
    std::iter::once(schema).chain(inline.filter(|it| it.get("$ref").is_none()))
}

fn chooses(schema: &Value) -> bool {
    own(schema).any(|part| branches(part).is_some())
}

/// What of a schema, or of what stands in its `allOf`, has a discriminator.
fn discriminated(schema: &Value) -> Option<&Value> {
    let named = |part: &&Value| {
        let name = part
            .get("discriminator")
            .and_then(|it| it.get("propertyName"));
        name.is_some_and(|it| it.as_str().is_some())
    };
    own(schema).find(named)
}

/// The values of the tag that the parts of a schema list, those of its base left aside.
fn listed(
    document: &Document,
    whole: &[&Value],
    base: &[&Value],
    tag: &str,
) -> Option<Vec<String>> {
    let parts = whole
        .iter()
        .filter(|part| !base.iter().any(|it| ptr::eq(*it, **part)));
    let mut listed = parts.filter_map(|part| {
        let property = part.get("properties")?.get(tag)?;
        listed_of(document.target(property).ok()?)
    });
    listed.next()
}
