//! The proc-macro front door.
