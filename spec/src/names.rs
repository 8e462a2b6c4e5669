//! From wire names to Rust names: case, keywords, collisions. Generator and `diff` name by it alike. Knows no schema.

use std::collections::HashSet;

use crate::identifier::is_keyword;
use crate::words;

/// The name of a field, method or function.
///
/// ```
/// use bindery_spec::names::{Scope, snake};
///
/// let mut scope = Scope::of_fields();
/// assert_eq!(scope.claim(&snake("Type")), "type_");
/// assert_eq!(scope.claim(&snake("x")), "x");
/// assert_eq!(scope.claim(&snake("X")), "x_2");
/// ```
pub fn snake(wire: &str) -> String {
    identifier(words::snake(wire), "empty")
}

/// The name of a type or variant.
pub fn camel(wire: &str) -> String {
    identifier(words::camel(wire), "Empty")
}

/// The name of a constant.
pub fn shout(wire: &str) -> String {
    snake(wire).to_ascii_uppercase()
}

/// A name chosen for a type or variant, written as Rust writes those.
pub fn chosen_camel(name: String) -> String {
    identifier(words::chosen_camel(name), "Empty")
}

/// A name given for tools of any language, written as Rust writes types and variants.
pub fn given_camel(name: &str) -> String {
    match crate::identifier::fault(name) {
        None => chosen_camel(name.to_owned()),
        Some(_) => camel(name),
    }
}

/// A name chosen for a field, written as Rust writes those.
pub fn chosen_snake(name: String) -> String {
    identifier(words::chosen_snake(name), "empty")
}

/// Words in the case of types, where Rust takes them.
pub(crate) fn identifier_of(name: String) -> String {
    identifier(name, "Empty")
}

fn identifier(name: String, empty: &str) -> String {
    if name.is_empty() {
        return empty.to_owned();
    }
    if name.starts_with(|c: char| c.is_ascii_digit()) {
        let lead = if empty.starts_with('E') { "N" } else { "n" };
        return format!("{lead}{name}");
    }
    if is_keyword(&name) {
        format!("{name}_")
    } else {
        name
    }
}

/// The name of the method that gives a field's default where the member is absent.
pub fn reader(field: &str) -> String {
    format!("{}_or_default", field.trim_end_matches('_'))
}

/// The name of the method that follows a link.
pub fn link(name: &str) -> String {
    snake(&format!("link_{name}"))
}

/// Names taken in one scope.
#[derive(Debug, Default)]
pub struct Scope(HashSet<String>);

impl Scope {
    /// A scope in which some names are taken from the start.
    pub fn with(taken: &[&str]) -> Self {
        Scope(taken.iter().map(|name| (*name).to_owned()).collect())
    }

    /// The scope of a struct's fields: no setter may take the name of another method.
    pub fn of_fields() -> Self {
        Scope::with(&["new", "builder", "build"])
    }

    /// Takes a name; one that is taken gets a suffix first, and a number where that is taken too.
    pub fn claim_or(&mut self, name: &str, suffix: &str) -> String {
        if self.0.insert(name.to_owned()) {
            return name.to_owned();
        }
        self.claim(&format!("{name}{suffix}"))
    }

    /// Takes a name; one that is taken gets a number.
    pub fn claim(&mut self, name: &str) -> String {
        let name = &without_gaps(name);
        let mut candidate = name.to_owned();
        let mut number = 2;
        while !self.0.insert(candidate.clone()) {
            candidate = match name.strip_suffix('_') {
                Some(stem) if is_of_types(name) => format!("{stem}{number}"),
                Some(_) => format!("{name}{number}"),
                None if is_of_types(name) => format!("{name}{number}"),
                None => format!("{name}_{number}"),
            };
            number += 1;
        }
        candidate
    }
}

/// A keyword's underscore goes where the name goes on: then it is no keyword any more.
fn without_gaps(name: &str) -> String {
    let mut pieces = name.split("Self_");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let goes_on = piece.starts_with(|c: char| c.is_ascii_uppercase());
        whole.push_str(if goes_on { "Self" } else { "Self_" });
        whole.push_str(piece);
    }
    whole
}

/// Whether a name is written as types and variants are.
fn is_of_types(name: &str) -> bool {
    let stem = name.strip_suffix('_').unwrap_or(name);
    stem.starts_with(|c: char| c.is_ascii_uppercase()) && !stem.contains('_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_many_styles() {
        for (wire, snake_case, camel_case) in [
            ("From_Account", "from_account", "FromAccount"),
            ("MsgList", "msg_list", "MsgList"),
            ("AVChatRoom", "av_chat_room", "AvChatRoom"),
            ("groupID", "group_id", "GroupId"),
            ("import_group_msg", "import_group_msg", "ImportGroupMsg"),
            ("2nd-line", "n2nd_line", "N2ndLine"),
            ("type", "type_", "Type"),
            ("self", "self_", "SelfValue"),
            ("", "empty", "Empty"),
            ("v2Beta", "v2_beta", "V2Beta"),
            ("名", "u540d", "U540d"),
        ] {
            assert_eq!(snake(wire), snake_case);
            if wire != "self" {
                assert_eq!(camel(wire), camel_case);
            }
        }
        assert_eq!(camel("self"), "Self_");
    }

    #[test]
    fn chosen_names_keep_their_look_where_rust_allows() {
        for (chosen, field, ty) in [
            ("first_depot", "first_depot", "FirstDepot"),
            ("IOError", "io_error", "IOError"),
            ("AB", "ab", "AB"),
            ("sendPath", "send_path", "SendPath"),
            ("a__b", "a_b", "AB"),
            ("v2", "v2", "V2"),
        ] {
            assert_eq!(chosen_snake(chosen.to_owned()), field);
            assert_eq!(chosen_camel(chosen.to_owned()), ty);
        }
    }

    #[test]
    fn collisions_are_numbered() {
        let mut scope = Scope::with(&["build", "Self_"]);
        assert_eq!(scope.claim("Self_"), "Self2");
        assert_eq!(scope.claim("type_"), "type_");
        assert_eq!(scope.claim("type_"), "type_2");
        assert_eq!(scope.claim("build"), "build_2");
        assert_eq!(scope.claim("foo_bar"), "foo_bar");
        assert_eq!(scope.claim("foo_bar"), "foo_bar_2");
        assert_eq!(scope.claim("Foo"), "Foo");
        assert_eq!(scope.claim("Foo"), "Foo2");
        assert_eq!(scope.claim("Self_Error"), "SelfError");
        assert_eq!(scope.claim("ASelf_Builder"), "ASelfBuilder");
    }
}
