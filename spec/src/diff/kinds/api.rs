//! Kinds of change of the API as a whole and of what operations say besides their bodies.

use super::table;
use crate::diff::kind::{ChangeKind, Side, Step};

table! {
    API_RENAMED: "api-renamed" Api Major "the marker type has another name: `info.title`, or its `x-bindery-name`";
    CREDENTIALS_CHANGED: "credentials-changed" Api Major "clients are built with other credentials";
    CREDENTIALS_MOVED: "credentials-moved" Api Minor "the API key is expected elsewhere: callers compile, and must name the new place where they name one";
    CREDENTIALS_ADDED: "credentials-added" Api Minor "there is one more way to make credentials";
    CREDENTIALS_REMOVED: "credentials-removed" Api Major "a way to make credentials is gone";
    SECURITY: "security-changed" Api Minor "the call takes other credentials, or goes out without any";
    SERVER_ADDED: "server-added" Api Minor "`Server`, or `OperationServer`, has one more variant";
    SERVER_REMOVED: "server-removed" Api Major "a variant of `Server`, or of `OperationServer`, is gone";
    SERVER_RENAMED: "server-renamed" Api Major "a variant of `Server`, or of `OperationServer`, has another name";
    SERVER_MOVED: "server-url-changed" Api Minor "a variant of `Server`, or of `OperationServer`, stands for another URL";
    SERVER_DEFAULT: "server-default-changed" Api Minor "clients that name no server call another one";
    SERVER_OF_OPERATION: "operation-server-changed" Api Minor "clients on a documented server call the operation at another one";
    VARIABLE_ADDED: "server-variable-added" Api Minor "a server has one more variable, with a default";
    VARIABLE_REMOVED: "server-variable-removed" Api Major "a variable of a server is gone, or has another name or type";
    SERVER_VALUE_ADDED: "server-value-added" Api Minor "a variable of a server may be one more thing";
    SERVER_VALUE_REMOVED: "server-value-removed" Api Major "a variable of a server may be one thing less, or a variant for one has another name";
    OPERATION_ADDED: "operation-added" Api Minor "there is one more operation";
    OPERATION_REMOVED: "operation-removed" Api Major "the operation's types are gone";
    OPERATION_RENAMED: "operation-renamed" Api Major "the operation's types have other names";
    OPERATION_ID: "operation-id-changed" Api Patch "logs say another id; the Rust names stay";
    PATH: "path-changed" Api Minor "the same call goes to another path";
    METHOD: "method-changed" Api Minor "the same call goes out with another HTTP method";
    OPERATION_DEPRECATED: "operation-deprecated" Api Minor "callers get a warning";
    OPERATION_UNDEPRECATED: "operation-undeprecated" Api Patch "callers get no warning any more";
    RATE_ADDED: "rate-limit-added" Api Minor "the client begins to wait between calls";
    RATE_REMOVED: "rate-limit-removed" Api Minor "the client does not wait between calls any more";
    RATE_RAISED: "rate-limit-raised" Api Minor "the client lets more calls through";
    RATE_LOWERED: "rate-limit-lowered" Api Minor "the client lets fewer calls through";
    RESEND_CLASS: "resend-class-changed" Api Minor "the client decides otherwise whether to send again after an unknown outcome";
    RESEND_KEY: "resend-key-changed" Api Minor "other members must be set for the client to send again, or differ within a request";
    RESEND_WINDOW: "resend-window-changed" Api Minor "the client may send again for a longer or shorter time";
    APPLIES_ADDED: "applies-added" Request Major "the resource's id is taken generically, so its type is not inferred any more, and kinds not taken do not compile";
    APPLIES_REMOVED: "applies-removed" Request Major "ids of a known kind (`Of`) are not taken any more";
    APPLIES_MOVED: "applies-moved" Request Major "another member names the resource";
    KIND_TAKEN: "kind-added" Request Minor "the operation takes one more kind";
    KIND_REFUSED: "kind-removed" Request Major "ids of that kind do not compile any more";
    KIND_CODE: "kind-code-changed" Request Patch "the compiler's note names another code";
    ENVELOPE_ADDED: "envelope-added" Response Minor "replies are read for a verdict first; members it takes are listed apart";
    ENVELOPE_REMOVED: "envelope-removed" Response Major "the operation's errors lose their codes";
    ENVELOPE_CHANGED: "envelope-changed" Response Minor "the verdict is read elsewhere or otherwise; members it takes or frees are listed apart";
    RESULTS_ADDED: "results-added" Response Major "the reply becomes an outcome by item";
    RESULTS_REMOVED: "results-removed" Response Major "the reply is no outcome by item any more";
    RESULTS_ITEMS: "results-items-changed" Response Major "verdicts answer another list of the request";
    RESULTS_READ: "results-read-changed" Response Minor "verdicts or their codes are read elsewhere";
    RESULTS_SUCCESS: "results-success-changed" Response Minor "other codes mean that an item is done";
    LINK_ADDED: "link-added" Response Minor "there is a method that makes the request which a link leads to";
    LINK_REMOVED: "link-removed" Response Major "the method that made the request which a link leads to is gone";
    LINK_CHANGED: "link-changed" Response Major "the method of a link makes another request, or is asked for other values";
    LINK_VALUE: "link-value-changed" Response Minor "the method of a link takes a value from elsewhere";
    DESCRIPTION: "description-changed" Both Patch "the documentation says something else";
}
