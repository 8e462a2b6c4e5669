use tencent_im::{GroupId, GroupMsgGetSimple};

fn request(group_id: GroupId) -> GroupMsgGetSimple {
    GroupMsgGetSimple { group_id, req_msg_number: 20 }
}

fn main() {}
