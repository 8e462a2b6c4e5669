//! The public face of the proc macro.

/// Generates bindings for the operations of a spec.
///
/// Use it inside a module of your own:
///
/// ```
/// mod im {
///     bindery::bindings! { spec = "../spec/tencent-im.json", operations = [import_group_msg] }
/// }
/// ```
///
/// - `spec` (required): the path of an `OpenAPI` 3.1 document in JSON, relative to the source file it is written in, or else
///   to the crate's root. When the file changes, cargo rebuilds the crate.
/// - `operations`: the `operationId`s wanted; all when left out. Only what they reach is generated.
/// - `sides`: `[client]` when left out; `[client, server]` adds a service trait and the other direction of every type.
///
/// Everything that is wrong with the document is reported at once, each with its line and column in the document.
#[macro_export]
macro_rules! bindings {
    ($($arguments:tt)*) => {
        $crate::__private::bindings! { ($crate) $($arguments)* }
    };
}

pub use bindery_macros::{Request, Response};
