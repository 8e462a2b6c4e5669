//! The representation between document and Rust text: resolved, named, checked.
//! Plain data without references into the document; every name in it is a valid, unique Rust identifier.

use std::collections::BTreeMap;

use crate::pattern::Compiled;

/// What is generated from one document.
#[derive(Debug, Default)]
pub(crate) struct Api {
    /// The API's title.
    pub(crate) title: String,
    /// The marker type.
    pub(crate) marker: String,
    pub(crate) docs: String,
    pub(crate) servers: Vec<Server>,
    pub(crate) credentials: Credentials,
    pub(crate) envelope: Option<Envelope>,
    pub(crate) types: Vec<TypeDef>,
    pub(crate) families: Vec<ErrorSet>,
    pub(crate) kinds: BTreeMap<String, Kind>,
    pub(crate) operations: Vec<Operation>,
}

#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) docs: String,
}

/// What proves who is calling.
#[derive(Debug, Default, Clone, PartialEq)]
pub(crate) enum Credentials {
    #[default]
    None,
    UserSig,
    Bearer,
    /// An API key: where it goes (`query`, `header`) and under which name.
    ApiKey {
        place: &'static str,
        name: String,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Envelope {
    pub(crate) success_at: Vec<String>,
    pub(crate) success_equals: Literal,
    pub(crate) code: Vec<String>,
    pub(crate) message: Option<Vec<String>>,
    pub(crate) status: Option<(Vec<String>, String, String)>,
    pub(crate) also: Vec<Vec<String>>,
}

/// A value written in the document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Literal {
    Bool(bool),
    Int(i64),
    Str(String),
}

/// One kind of a resource, for `x-bindery-applies`.
#[derive(Debug)]
pub(crate) struct Kind {
    pub(crate) wire: String,
    pub(crate) docs: String,
}

/// Index into [`Api::types`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct TypeId(pub(crate) usize);

#[derive(Debug)]
pub(crate) struct TypeDef {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) deprecated: bool,
    pub(crate) shape: Shape,
    pub(crate) uses: Uses,
}

/// On which way a type travels.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Uses {
    pub(crate) request: bool,
    pub(crate) reply: bool,
}

#[derive(Debug)]
pub(crate) enum Shape {
    /// Reserved while its schema is being read, so that recursion finds it.
    Pending,
    Struct(Struct),
    Text(Text),
    Enum(Enum),
    Union(Union),
}

#[derive(Debug, Default)]
pub(crate) struct Struct {
    pub(crate) fields: Vec<Field>,
    /// Members written for the caller.
    pub(crate) constants: Vec<(String, Literal)>,
}

#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) wire: String,
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    pub(crate) deprecated: bool,
    pub(crate) secret: bool,
    pub(crate) rules: Vec<Rule>,
    /// Where an operation's field goes; struct fields are all in the body.
    pub(crate) place: Place,
    /// The kinds of resource that the operation takes, where this field names one.
    pub(crate) applies: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Body,
    /// The field is the whole body.
    WholeBody,
    Path,
    Query,
    Header,
}

/// A rule that only values can break.
#[derive(Debug)]
pub(crate) enum Rule {
    Chars {
        min: u64,
        max: Option<u64>,
    },
    Bytes(u64),
    JsonBytes(u64),
    Pattern(Compiled),
    /// Bounds as Rust literals of the field's type.
    Range {
        min: Option<String>,
        max: Option<String>,
    },
    Ascending {
        by: Vec<Step>,
        wire: String,
        strict: bool,
    },
    BeforeNow,
}

/// One step from an item to the value it is ordered by.
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) name: String,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Type {
    Bool,
    Int(&'static str),
    Float(&'static str),
    String,
    Json,
    Seconds,
    Millis,
    Named(TypeId),
    /// A list, with its bounds where it has any.
    List {
        item: Box<Type>,
        bounds: Option<(u64, Option<u64>)>,
    },
    Map(Box<Type>),
    Nullable(Box<Type>),
    Boxed(Box<Type>),
    /// The type, or any other JSON.
    OrJson(Box<Type>),
}

#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) wire: String,
    pub(crate) min_chars: u64,
    pub(crate) max_chars: Option<u64>,
    pub(crate) max_bytes: Option<u64>,
    pub(crate) pattern: Option<Compiled>,
    pub(crate) secret: bool,
}

#[derive(Debug)]
pub(crate) struct Enum {
    pub(crate) variants: Vec<Variant>,
    /// Strings, or else integers.
    pub(crate) strings: bool,
}

#[derive(Debug)]
pub(crate) struct Variant {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) deprecated: bool,
    pub(crate) wire: Literal,
}

/// A tagged union.
#[derive(Debug)]
pub(crate) struct Union {
    pub(crate) tag: String,
    /// The member that holds the content of every variant; `None` where content stands beside the tag.
    pub(crate) content: Option<String>,
    pub(crate) variants: Vec<UnionVariant>,
}

#[derive(Debug)]
pub(crate) struct UnionVariant {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) tag: String,
    pub(crate) ty: Type,
}

/// An enum of error codes: of an operation, of its items, or of a family.
#[derive(Debug)]
pub(crate) struct ErrorSet {
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) rows: Vec<ErrorRow>,
    /// Names of families, and the range of codes that belongs to each.
    pub(crate) families: Vec<FamilyRef>,
    /// Statuses with a body of their own.
    pub(crate) statuses: Vec<Status>,
}

#[derive(Debug)]
pub(crate) struct FamilyRef {
    pub(crate) variant: String,
    pub(crate) set: String,
    pub(crate) docs: String,
    pub(crate) range: Option<(i64, i64)>,
}

#[derive(Debug, Clone)]
pub(crate) struct ErrorRow {
    pub(crate) name: String,
    pub(crate) code: Literal,
    pub(crate) meaning: String,
    pub(crate) reaction: String,
    pub(crate) notes: String,
    /// The variant of the runtime's `Retry`.
    pub(crate) retry: &'static str,
    pub(crate) unknown_outcome: bool,
}

#[derive(Debug)]
pub(crate) struct Status {
    pub(crate) variant: String,
    pub(crate) docs: String,
    /// First and last status.
    pub(crate) range: (u16, u16),
    pub(crate) ty: Type,
}

#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    /// The Rust name of its function.
    pub(crate) function: String,
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) summary: String,
    /// Its request type: always a struct.
    pub(crate) request: TypeId,
    /// Parameters with one value, written for the caller.
    pub(crate) constants: Vec<(Place, String, Literal)>,
    pub(crate) has_body: bool,
    /// `None` where a success carries nothing.
    pub(crate) reply: Option<Type>,
    pub(crate) envelope: EnvelopeUse,
    pub(crate) errors: ErrorSet,
    pub(crate) results: Option<Results>,
    pub(crate) limit: Option<(u32, u32)>,
    pub(crate) resend: Resend,
    /// The kinds taken, as Rust names, with the code for the others.
    pub(crate) applies: Option<Applies>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum EnvelopeUse {
    None,
    Document,
    Own(Envelope),
}

#[derive(Debug)]
pub(crate) struct Results {
    /// The request's list: Rust name of the field, type of its items.
    pub(crate) items: String,
    pub(crate) item: Type,
    pub(crate) verdicts: Vec<String>,
    pub(crate) code: String,
    pub(crate) success: Vec<Literal>,
    pub(crate) verdict: Type,
    pub(crate) errors: ErrorSet,
}

#[derive(Debug)]
pub(crate) enum Resend {
    Safe,
    /// Seconds the service remembers, and the path of Rust names to the key, with whether each step goes through a list.
    Keyed {
        seconds: u32,
        key: Vec<KeyStep>,
    },
    ResolveFirst,
}

#[derive(Debug)]
pub(crate) enum KeyStep {
    Field { name: String, optional: bool },
    Each,
}

#[derive(Debug)]
pub(crate) struct Applies {
    pub(crate) takes: Vec<String>,
    pub(crate) code: Literal,
    /// The wire name of the field that names the resource.
    pub(crate) of: String,
}
