mod limits {
    bindery::bindings! { spec = "../specs/limits.json" }
}

use bindery::Of;
use limits::{RoomId, TakeMany, TakeOne, kind};
use tencent_im::{GroupId, GroupMsgGetSimple};

fn read(group: Of<GroupId, tencent_im::kind::AvChatRoom>) {
    let _ = GroupMsgGetSimple::new(group, 20);
}

fn one(room: Of<RoomId, kind::Shut>) {
    let _ = TakeOne::builder().room(room);
}

fn many(room: Of<RoomId, kind::Locked>) {
    let _ = TakeMany::builder().room(room);
}

fn main() {}
