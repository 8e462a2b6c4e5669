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
///   to the crate's root. When the file changes, or one that its references name, cargo rebuilds the crate.
/// - `overlay`: the path of an overlay laid over the document, or a list of them: `["first.json", "second.json"]`.
/// - `operations`: the `operationId`s wanted; all when left out. Only what they reach is generated.
/// - `sides`: `[client]` when left out; `[client, server]` adds a service trait and the other direction of every type,
///   and `webhooks` the types of what the service sends by itself.
/// - `formats`: the crates whose types stand for formats of texts, such as `[uuid, time]`: `time` or `chrono` for `date` and
///   `date-time`, `url` for `uri`, `uuid`. This crate has a feature of the name of each.
///
/// Everything that is wrong with the document is reported at once, each with its line and column in the document.
#[macro_export]
macro_rules! bindings {
    ($($arguments:tt)*) => {
        $crate::__private::bindings! { ($crate) $($arguments)* }
    };
}

/// Sends a struct of your own as a request, or as a part of one: the same client takes it, the same rules are checked.
///
/// ```
/// use bindery::Outcome;
/// use std::time::SystemTime;
///
/// mod im {
///     bindery::bindings! { spec = "../spec/tencent-im.json", operations = [import_group_msg] }
/// }
///
/// #[derive(bindery::Request)]
/// #[bindery(spec = "../spec/tencent-im.json", operation = import_group_msg, bindings = im)]
/// struct Import {
///     group_id: String,
///     #[bindery(rename = "MsgList")]
///     lines: Vec<Line>,
///     #[bindery(skip)]
///     page: usize,
/// }
///
/// #[derive(bindery::Request)]
/// #[bindery(spec = "../spec/tencent-im.json", operation = import_group_msg, part = ImportedMessage, bindings = im)]
/// struct Line {
///     from_account: String,
///     send_time: SystemTime,
///     #[bindery(with = elements)]
///     msg_body: String,
/// }
///
/// fn elements(text: &String) -> [im::ImportElement; 1] {
///     [im::TextContent::new(text.as_str()).into()]
/// }
///
/// async fn send(client: &im::Client, import: Import) {
///     if let Ok(outcome) = client.send(import).await {
///         for item in outcome.items() {
///             println!("{}: {:?}", item.sent.msg_body, item.verdict);
///         }
///     }
/// }
/// ```
///
/// On the struct:
///
/// - `spec` (required): the path of the document, as in [`bindings!`](crate::bindings).
/// - `overlay`: overlays laid over it, as in [`bindings!`](crate::bindings).
/// - `operation` (required): the `operationId`.
/// - `part`: the generated struct inside the request that this one stands for; without it, the whole request.
/// - `bindings`: the module of the generated bindings; without it, what they hold must be in scope.
/// - `reply`, `verdict`: types derived with [`Response`] for the reply, and for the verdict on each item.
/// - `crate`: the path of this crate, in quotes, where it is not `::bindery`.
///
/// On a field, which stands for the member that the generated field of this name stands for:
///
/// - `rename`: the member's name in the document.
/// - `with`: a function from a reference to the field (inside its `Option`) to a type that can be sent.
/// - `skip`: the field has nothing to do with the API.
///
/// A field's type may be the generated one or any other whose every value fits, as far as types tell ([`SendAs`](crate::SendAs)):
/// texts of any sort, narrower numbers, `SystemTime` for times, `Vec`, arrays and slices for lists, structs derived for
/// the part, and references to these or boxes of them. `Option` is for members that may be absent. Rules of values (patterns, ranges, order, size) are checked
/// before the request leaves. What does not fit is a compile error at the field.
pub use bindery_macros::Request;

/// Reads a struct of your own from a reply, or from a part of one: as many of its members as there are fields.
///
/// ```
/// mod im {
///     bindery::bindings! { spec = "../spec/tencent-im.json", operations = [group_msg_get_simple] }
/// }
///
/// #[derive(bindery::Response)]
/// #[bindery(spec = "../spec/tencent-im.json", operation = group_msg_get_simple, bindings = im)]
/// struct Page {
///     #[bindery(rename = "RspMsgList")]
///     lines: Vec<Line>,
/// }
///
/// #[derive(bindery::Response)]
/// #[bindery(spec = "../spec/tencent-im.json", operation = group_msg_get_simple, part = HistoryMessage, bindings = im)]
/// struct Line {
///     msg_seq: u64,
///     #[bindery(rename = "From_Account", default)]
///     by: String,
/// }
///
/// async fn newest(client: &im::Client, group: im::GroupId) -> Option<u64> {
///     let request = im::GroupMsgGetSimple::new(group, 1);
///     let page = client.send(bindery::ReplyAs::<Page, _>::new(request)).await.ok()?;
///     page.lines.first().map(|line| line.msg_seq)
/// }
/// ```
///
/// Send a generated request as [`ReplyAs`](crate::ReplyAs), or name the type as the `reply` or `verdict` of one derived
/// with [`Request`]. The arguments are those of [`Request`], but for `reply` and `verdict`; a field takes one more:
///
/// - `default`: the value where the member is absent or `null`.
///
/// `with` is a function from a type that can be read to the field's (inside its `Option`). A member that may be absent or
/// `null` needs an `Option` or a default; a field may be wider than its member ([`ReadAs`](crate::ReadAs)).
pub use bindery_macros::Response;
