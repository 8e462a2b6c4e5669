//! Generated items as a file of Rust text.

use crate::error::Error;

/// Brings the runtime into scope under the name that generated items use.
const RUNTIME: &str = "#[allow(unused_imports)] use ::bindery::__private as __rt;";

/// The items, formatted, after the line that brings the runtime into scope.
pub fn rust_text(items: &str) -> Result<String, Error> {
    let file = syn::parse_file(&format!("{RUNTIME}\n{items}")).map_err(Error::NotRust)?;
    Ok(prettyplease::unparse(&file))
}
