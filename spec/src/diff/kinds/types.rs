//! Kinds of change of types.

use super::table;
use crate::diff::kind::{ChangeKind, Side, Step};

table! {
    TYPE_CHANGED: "type-changed" Both Major "the value has another Rust type";
    TYPE_RENAMED: "type-renamed" Both Major "the type has another name";
    TYPE_DEPRECATED: "type-deprecated" Both Minor "callers get a warning";
    TYPE_UNDEPRECATED: "type-undeprecated" Both Patch "callers get no warning any more";
    NOW_SENT: "type-now-sent" Both Minor "a type that was only received can be made by callers";
    NO_LONGER_SENT: "type-no-longer-sent" Both Major "callers cannot make the type any more";
    NOW_RECEIVED: "type-now-received" Both Minor "a type that was only sent is received as well; unlisted values are kept";
    COPY_LOST: "enum-now-received" Both Major "the enum can hold texts nobody listed, so it is not `Copy` any more";
    UNKNOWN_LOST: "type-no-longer-received" Both Major "the variant `Unknown` is gone";
    LIST_BOUNDED: "list-bounds-added" Request Major "`Vec` becomes `List`";
    LIST_UNBOUNDED: "list-bounds-removed" Request Major "`List` becomes `Vec`";
    LIST_WIDENED: "list-bounds-widened" Request Major "`List` has other bounds: callers that name it must follow; all arrays that fitted still fit";
    LIST_NARROWED: "list-bounds-narrowed" Request Major "`List` has other bounds: arrays that fitted may not fit any more";
    LIST_REPLY: "reply-list-bounds-changed" Response Patch "replies are taken whatever their length";
    TEXT_TIGHTENED: "text-limit-tightened" Both Major "literals that fitted the type may not compile any more";
    TEXT_LOOSENED: "text-limit-loosened" Both Minor "the type takes more texts";
    TEXT_PATTERN_ADDED: "text-pattern-added" Both Major "literals that do not match do not compile any more";
    TEXT_PATTERN_REMOVED: "text-pattern-removed" Both Minor "the type takes more texts";
    TEXT_PATTERN_CHANGED: "text-pattern-changed" Both Major "literals that matched may not compile any more";
    SECRET_ADDED: "secret-added" Both Major "the text is hidden: no `Display`, no `as_str`";
    SECRET_REMOVED: "secret-removed" Both Major "the text is not hidden any more: no `expose`";
    VALUE_ADDED: "enum-value-added" Request Minor "there is one more variant to send";
    REPLY_VALUE_ADDED: "reply-enum-value-added" Response Minor "a value that came as `Unknown` comes as a variant of its own";
    VALUE_REMOVED: "enum-value-removed" Both Major "the variant is gone";
    VALUE_RENAMED: "enum-value-renamed" Both Major "the variant has another name: `title`, or `x-bindery-name`";
    VALUE_REWIRED: "enum-value-rewired" Both Minor "the variant stands for another value on the wire";
    VALUE_DEPRECATED: "enum-value-deprecated" Both Minor "callers get a warning";
    VALUE_UNDEPRECATED: "enum-value-undeprecated" Both Patch "callers get no warning any more";
    BRANCH_ADDED: "union-branch-added" Both Minor "there is one more variant";
    BRANCH_SHARED: "union-branch-ambiguous" Both Major "another variant holds the same type, so `From` that type is gone";
    BRANCH_REMOVED: "union-branch-removed" Both Major "the variant is gone";
    BRANCH_RENAMED: "union-branch-renamed" Both Major "the variant has another name";
    BRANCH_RETAGGED: "union-branch-retagged" Both Minor "the variant has another tag on the wire";
    UNION_TAG: "union-tag-changed" Both Minor "the tag travels under another name";
    UNION_CONTENT: "union-content-moved" Both Minor "the content travels under another name";
}
