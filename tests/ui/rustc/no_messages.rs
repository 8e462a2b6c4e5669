use tencent_im::{GroupId, ImportGroupMsg};

fn request(group: GroupId) -> ImportGroupMsg {
    ImportGroupMsg::builder()
        .group_id(group)
        .msg_list([])
        .build()
}

fn main() {}
