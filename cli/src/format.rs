//! Generated items as a file of Rust text.

use std::mem;

use crate::error::Error;

/// Brings the runtime into scope under the name that generated items use.
const RUNTIME: &str = "#[allow(unused_imports)] use ::bindery::__private as __rt;";

/// The items, formatted, after the line that brings the runtime into scope.
pub fn rust_text(items: &str) -> Result<String, Error> {
    let mut file = syn::parse_file(&format!("{RUNTIME}\n{items}")).map_err(Error::NotRust)?;
    let mut text = String::new();
    // One by one, because the formatter sets no blank lines between items.
    for item in mem::take(&mut file.items) {
        if !text.is_empty() {
            text.push('\n');
        }
        file.items = vec![item];
        text.push_str(&prettyplease::unparse(&file));
    }
    Ok(text)
}
