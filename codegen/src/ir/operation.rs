//! Operations: what is sent, what comes back, and what may be done about it.

use super::{Envelope, ErrorSet, Link, Literal, Place, Type, TypeId};

#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    /// The Rust name of its function.
    pub(crate) function: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) summary: String,
    /// Its request type: always a struct.
    pub(crate) request: TypeId,
    /// Parameters with one value, written for the caller.
    pub(crate) constants: Vec<(Place, String, Literal)>,
    /// The schemes it accepts: alternatives of such that go together. `None` where all operations are signed alike.
    pub(crate) accepts: Option<Vec<Vec<String>>>,
    /// Base URLs of its own, the default first; nothing where it goes where others go.
    pub(crate) servers: Vec<String>,
    /// `None` for a request without a body.
    pub(crate) body: Option<BodyFormat>,
    /// What the JSON of the body is called.
    pub(crate) json_type: String,
    /// The media types that a reply is asked for in.
    pub(crate) accept: String,
    /// What the JSON of a success is called.
    pub(crate) reply_type: String,
    /// `None` where a success carries nothing.
    pub(crate) reply: Option<Type>,
    /// The media type of a reply that is no JSON.
    pub(crate) raw_reply: Option<String>,
    /// Other media types that a reply can be asked for in: the name of the constant, and the type.
    pub(crate) offers: Vec<(String, String)>,
    pub(crate) envelope: EnvelopeUse,
    pub(crate) errors: ErrorSet,
    pub(crate) results: Option<Results>,
    pub(crate) limit: Option<(u32, u32)>,
    pub(crate) resend: Resend,
    /// The members of items that must differ within a request, lest the service takes them for repeats.
    pub(crate) distinct: Option<Key>,
    /// The kinds taken, as Rust names, with the code for the others.
    pub(crate) applies: Option<Applies>,
    /// What may follow its reply.
    pub(crate) links: Vec<Link>,
}

/// How a body is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BodyFormat {
    Json,
    /// Pairs of names and values, as HTML forms send them.
    Form,
    /// Parts, files among them; the documented media types of some, by wire name.
    Multipart {
        types: Vec<(String, String)>,
    },
    /// As the caller gives it.
    Raw,
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
    /// The member that only verdicts on items that were done have.
    pub(crate) proof: Option<String>,
    pub(crate) success: Vec<Literal>,
    pub(crate) verdict: Type,
    pub(crate) errors: ErrorSet,
}

#[derive(Debug)]
pub(crate) enum Resend {
    Safe,
    /// Seconds the service remembers, and what it remembers.
    Keyed {
        seconds: u32,
        key: Key,
    },
    ResolveFirst,
}

/// What a service knows repeats by.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    /// The path of Rust names.
    pub(crate) steps: Vec<KeyStep>,
    /// The same path as the document writes it, `*` standing for every item of a list.
    pub(crate) wire: Vec<String>,
}

#[derive(Debug, Clone)]
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
