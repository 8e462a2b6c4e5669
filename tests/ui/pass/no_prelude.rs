#![no_implicit_prelude]
#![deny(warnings)]

mod core {}
mod std {}
mod bindery {}

#[allow(unused_imports)]
mod im {
    use super::other_meanings::*;
    ::bindery::bindings! { spec = "../../../spec/tencent-im.json", sides = [client, server] }
}

#[allow(unused_imports)]
mod parcel {
    use super::other_meanings::*;
    ::bindery::bindings! { spec = "../../fixtures/parcel.json", sides = [client, server] }
}

mod limits {
    ::bindery::bindings! { spec = "../specs/limits.json", sides = [client, server] }
}

/// Imported with `*`, these mean something else than the prelude's.
#[allow(dead_code)]
mod other_meanings {
    pub struct Option;
    pub struct Result;
    pub struct String;
    pub struct Vec;
    pub struct Some;
    pub struct None;
    pub struct Ok;
    pub struct Err;
    pub trait From {}
    pub trait Into {}
    pub trait Iterator {}
    pub trait Clone {}
    pub trait Send {}
}

fn main() {
    let group = ::bindery::literal!(im::GroupId, "group-1");
    let _ = im::GroupMsgGetSimple::new(group, 20);
}
