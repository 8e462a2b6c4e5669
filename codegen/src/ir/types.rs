//! Types that travel in requests and replies, and the rules their values keep.

use bindery_spec::Span;
use bindery_spec::parameter::Style;

use super::{Literal, Replies};
use crate::pattern::Compiled;

/// Index into `Api::types`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct TypeId(pub(crate) usize);

#[derive(Debug)]
pub(crate) struct TypeDef {
    pub(crate) name: String,
    /// Where the document says what it is.
    pub(crate) span: Span,
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
    /// In a request, and outside its body.
    pub(crate) parameter: bool,
}

#[derive(Debug)]
pub(crate) enum Shape {
    /// Reserved while its schema is being read, so that recursion finds it.
    Pending,
    Struct(Struct),
    Text(Text),
    Enum(Enum),
    Union(Union),
    /// The reply of one operation: not JSON as a whole, and in no other type.
    Replies(Replies),
}

#[derive(Debug, Default)]
pub(crate) struct Struct {
    /// The name of its builder, should it need one.
    pub(crate) builder: String,
    pub(crate) fields: Vec<Field>,
    /// Members written for the caller.
    pub(crate) constants: Vec<(String, Literal)>,
    /// Members that only replies have.
    pub(crate) read_only: Vec<String>,
    /// Members that only requests have.
    pub(crate) write_only: Vec<String>,
    /// Members that others read and write, where what is left over is kept.
    pub(crate) passed_over: Vec<String>,
}

impl Struct {
    /// The names that what is left over cannot have.
    pub(crate) fn declared(&self) -> Vec<&str> {
        let fields = self.fields.iter();
        let fields = fields.filter(|field| field.place == Place::Body);
        let constants = self.constants.iter().map(|(name, _)| name);
        let mut names: Vec<&str> = Vec::new();
        let known = constants.chain(fields.map(|field| &field.wire));
        let others = [&self.read_only, &self.write_only, &self.passed_over];
        for name in known.chain(others.into_iter().flatten()) {
            if !names.contains(&name.as_str()) {
                names.push(name);
            }
        }
        names
    }
}

#[derive(Debug)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says one thing of the field, and none excludes another"
)]
pub(crate) struct Field {
    pub(crate) wire: String,
    pub(crate) name: String,
    pub(crate) docs: String,
    pub(crate) ty: Type,
    pub(crate) required: bool,
    pub(crate) deprecated: bool,
    /// Shows in `Debug` as its length, where its type does not see to that.
    pub(crate) private: bool,
    pub(crate) rules: Vec<Rule>,
    /// Where an operation's field goes; struct fields are all in the body.
    pub(crate) place: Place,
    /// How it is written where it is a parameter.
    pub(crate) style: Style,
    /// The kinds of resource that the operation takes, where this field names one.
    pub(crate) applies: bool,
    /// What its absence means, as documented.
    pub(crate) absent: Option<Absent>,
}

/// The documented default of a member.
#[derive(Debug)]
pub(crate) struct Absent {
    /// As JSON, for the documentation; empty where it is too long for that.
    pub(crate) shown: String,
    /// The method that gives it, for types that are read.
    pub(crate) reader: String,
    /// As a value of the field's type, where it is one.
    pub(crate) value: Option<Standing>,
}

/// A value as an expression.
#[derive(Debug)]
pub(crate) enum Standing {
    /// A number or a Boolean.
    Plain(String),
    /// A string literal.
    Text(String),
    /// A variant of the field's enum.
    Variant(String),
}

impl Field {
    /// What messages call the field: the whole body has no name of its own on the wire.
    pub(crate) fn label(&self) -> &str {
        match self.place {
            Place::WholeBody => "body",
            Place::Rest => &self.name,
            _ => &self.wire,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Body,
    /// Members of the body that no other field names.
    Rest,
    /// The field is the whole body.
    WholeBody,
    Path,
    Query,
    Header,
    Cookie,
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
        /// The Rust names from an item to the value it is ordered by.
        by: Vec<String>,
        /// The same as the document writes it.
        wire: String,
        /// Whether that value is copied, and not cloned, to be compared.
        copied: bool,
        strict: bool,
    },
    BeforeNow,
    /// The only values there are, as Rust literals of the field's type.
    OneOf(Vec<String>),
    /// Rules of every item of a list, or of every value of a map.
    Each {
        rules: Vec<Rule>,
        /// Whether items may be `null`, which keeps every rule.
        nullable: bool,
        map: bool,
    },
}

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Type {
    Bool,
    Int(&'static str),
    Float(&'static str),
    String,
    /// A type of another crate, below the runtime's re-exports, that is written as a text.
    Foreign(&'static str),
    Json,
    /// A reply that is no JSON.
    Raw,
    /// A body of a request that is no JSON.
    Upload,
    /// A file, as a part of a body.
    File,
    Seconds,
    Millis,
    Named(TypeId),
    /// A list, with its bounds where it has any.
    List {
        item: Box<Type>,
        bounds: Option<(u64, Option<u64>)>,
    },
    Map(Box<Type>),
    /// So many values, each of its own type.
    Tuple(Vec<Type>),
    Nullable(Box<Type>),
    Boxed(Box<Type>),
    /// The type, or any other JSON.
    OrJson(Box<Type>),
}

impl Type {
    /// The type, or `null`; what may be `null` already stays as it is.
    pub(crate) fn or_null(self) -> Self {
        match self {
            Type::Nullable(_) | Type::Json => self,
            ty => Type::Nullable(Box::new(ty)),
        }
    }
}

#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) wire: String,
    pub(crate) min_chars: u64,
    pub(crate) max_chars: Option<u64>,
    pub(crate) max_bytes: Option<u64>,
    pub(crate) pattern: Option<Compiled>,
    pub(crate) secret: bool,
    /// Shows in `Debug` as its length.
    pub(crate) private: bool,
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

/// One of several types.
#[derive(Debug)]
pub(crate) struct Union {
    pub(crate) tagging: Tagging,
    pub(crate) variants: Vec<UnionVariant>,
    /// Whether values of other tags belong to it all the same.
    pub(crate) beyond: bool,
    /// Members of its values that unions around it write.
    pub(crate) outside: Vec<String>,
}

/// How the variants of a union are told apart.
#[derive(Debug)]
pub(crate) enum Tagging {
    /// By a member that stands beside the content's own.
    Internal { tag: String },
    /// By a member, another one holding the content.
    Adjacent { tag: String, content: String },
    /// By what the content looks like.
    None,
}

#[derive(Debug)]
pub(crate) struct UnionVariant {
    pub(crate) name: String,
    pub(crate) docs: String,
    /// The tag's value, where there is a tag.
    pub(crate) tag: Option<Literal>,
    pub(crate) ty: Type,
    /// Rules of a content without a type of its own.
    pub(crate) rules: Vec<Rule>,
}
