//! Kinds of change of failures.

use super::table;
use crate::diff::kind::{ChangeKind, Side, Step};

table! {
    ROW_ADDED: "error-added" Error Minor "a code that came as `Other`, or in its family, has a variant of its own";
    ROW_REMOVED: "error-removed" Error Major "the variant is gone";
    ROW_RENAMED: "error-renamed" Error Major "the variant has another name";
    CODE: "error-code-changed" Error Minor "the variant stands for another code";
    RETRY: "error-retry-changed" Error Minor "the client decides otherwise whether to try again";
    OUTCOME: "error-outcome-changed" Error Minor "the failure says otherwise whether the service may have done it";
    REACTION: "error-reaction-changed" Error Patch "the advice says something else";
    FAMILY_ADDED: "error-family-added" Error Minor "codes that came as `Other` come as a variant that holds the family's enum";
    FAMILY_REMOVED: "error-family-removed" Error Major "the family's variant is gone";
    FAMILY_RANGE: "error-range-changed" Error Minor "other codes without a name count as the family's";
    UNLISTED: "unlisted-code-changed" Error Minor "a code that comes as `Other`, or without a name in its family, is told otherwise, and tried again otherwise";
    STATUS_ADDED: "status-error-added" Error Minor "bodies of that status come as a variant";
    STATUS_TEXT: "status-error-read-changed" Error Minor "bodies of that status are read otherwise: as a text, or as those of the range around it";
    STATUS_RENAMED: "status-error-renamed" Error Major "the variant for that status has another name";
    STATUS_REMOVED: "status-error-removed" Error Major "the variant for that status is gone";
}
