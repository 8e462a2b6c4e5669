use bindery::Of;
use tencent_im::{GroupId, ImportGroupMsg, ImportedMessage, kind::AvChatRoom};

fn request(group: Of<GroupId, AvChatRoom>, message: ImportedMessage) -> ImportGroupMsg {
    ImportGroupMsg::builder()
        .group_id(group)
        .msg_list([message])
        .build()
}

fn main() {}
