#![deny(warnings, unused, nonstandard_style, rust_2018_idioms, missing_debug_implementations)]

mod im {
    bindery::bindings! { spec = "../../../spec/tencent-im.json", sides = [client, server] }
}

mod limits {
    bindery::bindings! { spec = "../specs/limits.json", sides = [client, server] }
}

fn main() {
    let group = bindery::literal!(im::GroupId, "group-1");
    let _ = im::GroupMsgGetSimple::new(group, 20);
    let _ = limits::Screw::new();
}
