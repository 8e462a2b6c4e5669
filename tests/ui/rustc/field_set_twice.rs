use tencent_im::{GroupId, ImportGroupMsg, ImportedMessage};

fn request(old: GroupId, new: GroupId, message: ImportedMessage) -> ImportGroupMsg {
    ImportGroupMsg::builder()
        .group_id(old)
        .group_id(new)
        .msg_list([message])
        .build()
}

fn main() {}
