//! Kinds of change of what objects and parameters hold.

use super::table;
use crate::diff::kind::{ChangeKind, Side, Step};

table! {
    REQUIRED_ADDED: "required-member-added" Request Major "callers must set one more member";
    OPTIONAL_ADDED: "optional-member-added" Request Minor "callers may set one more member";
    REPLY_ADDED: "reply-member-added" Response Minor "there is one more field to read";
    REMOVED: "member-removed" Both Major "the field and its setter are gone";
    RENAMED: "member-renamed" Both Major "the field and its setter have another Rust name";
    WIRE_RENAMED: "member-wire-name-changed" Both Minor "the member travels under another name; its Rust name stays";
    NOW_REQUIRED: "member-became-required" Both Major "the field is no `Option` any more, and requests must set it";
    NOW_OPTIONAL: "member-became-optional" Both Major "the field is an `Option`, and constructors do not take it any more";
    PRESENCE: "member-presence-changed" Both Patch "the member may be absent where it could be `null`, or the reverse: an `Option` either way";
    NULL_ADDED: "null-added" Both Major "the field becomes an `Option`";
    NULL_REMOVED: "null-removed" Both Major "the field is no `Option` any more";
    REORDERED: "members-reordered" Request Major "`new` takes its arguments in another order";
    DEPRECATED: "member-deprecated" Both Minor "callers get a warning";
    UNDEPRECATED: "member-undeprecated" Both Patch "callers get no warning any more";
    PRIVATE_ADDED: "private-added" Both Minor "the value shows in `Debug` as its length";
    PRIVATE_REMOVED: "private-removed" Both Minor "the value shows in `Debug` in full";
    DEFAULT_ADDED: "default-added" Response Minor "there is a method that gives the default where the member is absent";
    DEFAULT_REMOVED: "default-removed" Response Major "the method that gave the default is gone";
    DEFAULT_RENAMED: "default-renamed" Response Major "the method that gives the default has another name";
    DEFAULT_CHANGED: "default-changed" Response Minor "the method gives another default where the member is absent";
    DEFAULT_TOLD: "documented-default-changed" Both Patch "the documentation names another default; none is sent";
    CONSTANT_ADDED: "constant-added" Both Minor "one more member is written for the caller";
    CONSTANT_REMOVED: "constant-removed" Both Minor "a member is not written for the caller any more";
    CONSTANT_CHANGED: "constant-changed" Both Minor "another value is written for the caller";
    MADE_CONSTANT: "member-made-constant" Both Major "the field and its setter are gone: the member has one value, written for the caller";
    UNMADE_CONSTANT: "constant-made-member" Request Major "callers must set what was written for them";
    REPLY_UNMADE_CONSTANT: "reply-constant-made-member" Response Minor "there is one more field to read";
    PARAMETER_MOVED: "parameter-moved" Request Minor "the value travels elsewhere: path, query, header or body";
    EMPTY_BODY: "empty-body-changed" Request Minor "a body without members is sent where none was, or the reverse";
    MEDIA_TYPE: "body-media-type-changed" Request Minor "the body is sent under the name of another media type";
    ACCEPT: "accept-changed" Response Minor "replies are asked for in other media types";
    REPLY_APPEARED: "reply-added" Response Major "a success carries a value where it carried none";
    REPLY_STATUS_ADDED: "reply-status-added" Response Minor "successes of that status come as a variant of their own";
    REPLY_STATUS_REMOVED: "reply-status-removed" Response Major "the variant for that status is gone";
    OFFER_ADDED: "media-type-offered" Response Minor "the reply can be asked for in one more media type";
    OFFER_REMOVED: "media-type-withdrawn" Response Major "the constant that asks for the media type is gone";
    OFFER_RENAMED: "media-type-renamed" Response Major "the constant that asks for the media type has another name";
    REPLY_GONE: "reply-removed" Response Major "a success carries no value any more";
    LIMIT_TIGHTENED: "limit-tightened" Request Minor "values that were sent are refused before sending";
    LIMIT_LOOSENED: "limit-loosened" Request Minor "values that were refused before sending are sent";
    PATTERN_ADDED: "pattern-added" Request Minor "texts that do not match are refused before sending";
    PATTERN_REMOVED: "pattern-removed" Request Minor "texts are sent whatever their form";
    PATTERN_CHANGED: "pattern-changed" Request Minor "other texts are refused before sending";
    ORDER_ADDED: "order-added" Request Minor "lists out of order are refused before sending";
    ORDER_REMOVED: "order-removed" Request Minor "lists are sent in whatever order";
    ORDER_CHANGED: "order-changed" Request Minor "lists must be ordered otherwise";
    PAST_ADDED: "past-check-added" Request Minor "times to come are refused before sending";
    PAST_REMOVED: "past-check-removed" Request Minor "times to come are sent";
}
