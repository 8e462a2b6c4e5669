use tencent_im::{GroupId, GroupMsgGetSimple};

fn too_few(group: GroupId) {
    let _ = GroupMsgGetSimple::new(group);
}

fn wrong_type(group: GroupId) {
    let _ = GroupMsgGetSimple::new(group, "20");
}

fn main() {}
