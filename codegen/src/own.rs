//! Structs of the caller's own, checked against an operation: what `derive(Request)` and `derive(Response)` come to.
//!
//! The front door reads the struct and splices its tokens into the text that comes back; here is no token and no span. Names
//! that begin with two underscores stand for what only the caller's source has:
//!
//! | Name | Stands for |
//! |---|---|
//! | `__own`, `__generics`, `__where` | the struct, and the generics and bounds of its impls |
//! | `__api` | the module of the generated bindings |
//! | `__whole_0`, `__held_0` | the type of a field, what is in its `Option` |
//! | `__type_0`, `__inner_0` | the same without references and boxes around it |
//! | `__field_0`, `__with_0` | the name of a field, its function |
//! | `__reply`, `__verdict` | the types named for them |
//! | `__members`, `__asserts`, `__slots`, `__arms`, `__values` | the [`Piece`]s of that name |

mod fields;
mod operation;
mod request;
mod response;
mod rules;
mod shape;

use bindery_spec::{Document, nearest};

use crate::ir::{Api, Field, Operation, Shape, Struct, TypeDef};
use crate::{GenerateError, Options, represent};

/// A struct of the caller's own, and what it shall stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnStruct {
    /// The `operationId`.
    pub operation: String,
    /// The generated struct it stands for; `None` for the whole request or reply.
    pub part: Option<String>,
    /// Whether it has type, const or lifetime parameters.
    pub generic: bool,
    /// Whether a type is named for the reply.
    pub reply: bool,
    /// Whether a type is named for the verdicts.
    pub verdict: bool,
    /// Its fields, those that are skipped too.
    pub fields: Vec<OwnField>,
}

/// A field of such a struct.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnField {
    /// Its name.
    pub name: String,
    /// The wire name it is given.
    pub rename: Option<String>,
    /// What it is for.
    pub role: Role,
    /// Whether a function converts it.
    pub with: bool,
    /// Whether it has a default.
    pub default: bool,
    /// What its type is, as far as its name tells.
    pub wrapper: Wrapper,
    /// Whether it, or what is in its `Option`, is a `Box` of a type that can stand alone.
    pub boxed: bool,
}

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// It stands for a member.
    #[default]
    Member,
    /// It has nothing to do with the API.
    Skipped,
    /// Its attribute could not be read: nothing more is said of it.
    Unread,
}

/// A type that means something to a derive.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Wrapper {
    /// None of those below.
    #[default]
    None,
    /// `Option`: the member may be absent.
    Option,
    /// `Of`: an id of a known kind.
    Of,
    /// A reference.
    Reference,
}

impl OwnField {
    fn optional(&self) -> bool {
        self.wrapper == Wrapper::Option
    }
}

/// What the struct becomes.
#[derive(Debug)]
pub struct Derived {
    /// Impls. They name the runtime as `__rt`.
    pub source: String,
    /// What goes into them for single fields.
    pub pieces: Vec<Piece>,
    /// What is wrong with the struct. The impls do without the fields at fault.
    pub errors: Vec<OwnError>,
    /// The generated type it stands for.
    pub stands_for: String,
}

/// Text for one field.
#[derive(Debug)]
pub struct Piece {
    /// The name it stands for in the source.
    pub slot: &'static str,
    /// The index of the field.
    pub field: usize,
    /// The text.
    pub text: String,
}

/// A complaint about the struct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnError {
    /// What it is about.
    pub at: OwnPlace,
    /// What is wrong, and what to do.
    pub message: String,
}

/// The part of a struct that a complaint is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnPlace {
    /// The struct's name.
    Struct,
    /// The operation named.
    Operation,
    /// The part named.
    Part,
    /// The type named for the reply.
    Reply,
    /// The type named for the verdicts.
    Verdict,
    /// A field's name, or the wire name it is given.
    Field(usize),
    /// A field's type.
    Type(usize),
}

/// Impls that send a struct of the caller's own as a request, or as a part of one.
pub fn derive_request(doc: &Document, own: &OwnStruct) -> Result<Derived, GenerateError> {
    with_operation(doc, own, request::derive)
}

/// Impls that read a struct of the caller's own from a reply, or from a part of one.
pub fn derive_response(doc: &Document, own: &OwnStruct) -> Result<Derived, GenerateError> {
    with_operation(doc, own, response::derive)
}

fn with_operation(
    doc: &Document,
    own: &OwnStruct,
    derive: fn(&Api, &Operation, &OwnStruct) -> Derived,
) -> Result<Derived, GenerateError> {
    let chosen = [own.operation.clone()];
    let options = Options {
        operations: Some(chosen.to_vec()),
        ..Options::default()
    };
    let (api, _, _) = represent(doc, &options)?;
    let Some(operation) = api.operations.first() else {
        return Err(GenerateError::Document(Vec::new()));
    };
    Ok(derive(&api, operation, own))
}

impl Derived {
    fn new(stands_for: &str) -> Self {
        Derived {
            source: String::new(),
            pieces: Vec::new(),
            errors: Vec::new(),
            stands_for: stands_for.to_owned(),
        }
    }

    fn error(&mut self, at: OwnPlace, message: impl Into<String>) {
        self.errors.push(OwnError {
            at,
            message: message.into(),
        });
    }

    fn piece(&mut self, slot: &'static str, field: usize, text: String) {
        self.pieces.push(Piece { slot, field, text });
    }
}

/// The struct that is called `name`, among those that travel in one direction.
fn part<'a>(
    api: &'a Api,
    name: &str,
    travels: impl Fn(&TypeDef) -> bool,
) -> Result<(&'a TypeDef, &'a Struct), String> {
    let structs = api.types.iter().filter_map(|def| match &def.shape {
        Shape::Struct(made) if travels(def) => Some((def, made)),
        _ => None,
    });
    let mut candidates = Vec::new();
    for (def, made) in structs {
        if def.name == name {
            return Ok((def, made));
        }
        candidates.push(&*def.name);
    }
    let other = api.types.iter().find(|def| def.name == name);
    let near = nearest(name, candidates.iter().copied());
    if let Some(other) = other {
        return Err(match other.shape {
            Shape::Struct(_) => format!("the struct `{name}` does not travel this way"),
            _ => format!("`{name}` is no struct: use the generated type"),
        });
    }
    Err(match near {
        Some(near) => format!("no struct `{name}` travels this way: did you mean `{near}`?"),
        None if candidates.is_empty() => {
            format!("no struct `{name}` travels this way, nor any other")
        }
        None => format!(
            "no struct `{name}` travels this way: there are {}",
            candidates.join(", ")
        ),
    })
}

/// What messages call a member.
fn label(field: &Field) -> String {
    format!("`{}`", field.label())
}
