//! The bindings: three operations, derived from the spec while this crate is compiled.

bindery::bindings! {
    spec = "../../../spec/tencent-im.json",
    operations = [import_group, import_group_msg, group_msg_get_simple]
}
