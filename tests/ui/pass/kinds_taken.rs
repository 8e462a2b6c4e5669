mod limits {
    bindery::bindings! { spec = "../specs/limits.json" }
}

use bindery::{Of, literal};
use tencent_im::{GroupId, GroupMsgGetSimple, ImportGroupMsg, kind};

const GROUP: GroupId = literal!(GroupId, "group-1");
const ROOM: limits::RoomId = literal!(limits::RoomId, "room");

fn main() {
    let _ = ImportGroupMsg::builder().group_id(GROUP);
    let _ = ImportGroupMsg::builder().group_id(Of::<_, kind::Private>::new(GROUP));
    let _ = ImportGroupMsg::builder().group_id(Of::<_, kind::Public>::new(GROUP));
    let _ = ImportGroupMsg::builder().group_id(Of::<_, kind::ChatRoom>::new(GROUP));
    let _ = ImportGroupMsg::builder().group_id(Of::<_, kind::Community>::new(GROUP));
    let _ = GroupMsgGetSimple::new(GROUP, 1);
    let _ = GroupMsgGetSimple::new(Of::<_, kind::Private>::new(GROUP), 1);
    let _ = GroupMsgGetSimple::new(Of::<_, kind::Public>::new(GROUP), 1);
    let _ = GroupMsgGetSimple::new(Of::<_, kind::ChatRoom>::new(GROUP), 1);
    let _ = GroupMsgGetSimple::new(Of::<_, kind::Community>::new(GROUP), 1);

    // One operation takes what another does not.
    let _ = limits::TakeOne::builder().room(Of::<_, limits::kind::Open>::new(ROOM));
    let _ = limits::TakeMany::builder().room(Of::<_, limits::kind::Open>::new(ROOM));
    let _ = limits::TakeMany::builder().room(Of::<_, limits::kind::Shut>::new(ROOM));
}
