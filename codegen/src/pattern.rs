//! From a JSON Schema `pattern` to the constant program that the runtime matches.
//!
//! Patterns are ECMA-262 regular expressions with the `u` flag's characters: one Unicode scalar value each. Beyond the
//! strict grammar of that flag come the older forms that can mean one thing only: any escaped ASCII punctuation, `]` and
//! `}` outside a class, and `-` beside `\w` and its like within one.

mod class;
mod error;
mod escape;
#[cfg(feature = "tools")]
mod matching;
mod parse;
mod program;
mod render;

pub use error::PatternError;

/// The limits of the runtime's tables.
const MAX_STEPS: usize = 1024;
const MAX_PROGRAMS: usize = 16;

/// A pattern, compiled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compiled {
    source: String,
    starts: Vec<usize>,
    steps: Vec<program::Step>,
}

/// Compiles an ECMA-262 regular expression, given without the slashes.
///
/// ```
/// let id = bindery_codegen::pattern::compile("^[a-z]{1,8}$")?;
/// assert!(id.to_rust("::bindery::__private").contains(r#"Pattern::new("^[a-z]{1,8}$""#));
/// # Ok::<(), bindery_codegen::pattern::PatternError>(())
/// ```
pub fn compile(source: &str) -> Result<Compiled, PatternError> {
    let tree = parse::parse(source)?;
    let (starts, steps) = program::lower(&tree)?;
    Ok(Compiled {
        source: source.to_owned(),
        starts,
        steps,
    })
}

/// One pattern that matches where all of these do.
pub(crate) fn compile_all(all: &[Compiled]) -> Result<Compiled, PatternError> {
    let each = all.iter().map(|one| format!("(?=[^]*(?:{}))", one.source));
    compile(&format!("^{}", each.collect::<String>()))
}

impl Compiled {
    /// The pattern as Rust: a constant expression of type `{private}::Pattern`, where `private` is the path of the runtime's
    /// private module. Needs a constant's place, such as `const P: Pattern = …`, to be checked when the crate compiles.
    pub fn to_rust(&self, private: &str) -> String {
        render::render(self, private)
    }
}
