use tencent_im::{GroupId, ImportGroupMsg, ImportedMessage};

fn request(group: GroupId, messages: [ImportedMessage; 8]) -> ImportGroupMsg {
    ImportGroupMsg::builder()
        .group_id(group)
        .msg_list(messages)
        .build()
}

fn main() {}
