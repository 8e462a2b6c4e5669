//! What `editor.py` puts its cursor on. Every check finds its place by the text of a line.

mod im {
    bindery::bindings! {
        spec = "../../../spec/tencent-im.json",
        operations = [import_group_msg, import_group]
    }
}

mod beside {
    // Relative to this file; the other is relative to the crate.
    bindery::bindings! { spec = "../../../../spec/tencent-im.json", operations = [import_group] }
}

use bindery::UnixSeconds;

fn request() -> im::ImportGroupMsg {
    let message = im::ImportedMessage::builder()
        .from_account(bindery::literal!(im::UserId, "leckie"))
        .send_time(UnixSeconds::from_secs(1_620_808_101))
        .msg_body([im::ImportElement::from(im::TextContent::new("red packet"))])
        .build();
    im::ImportGroupMsg::builder()
        .group_id(bindery::literal!(im::GroupId, "group-1"))
        .msg_list([message])
        .build()
}

fn gone(error: &im::ImportGroupMsgError) -> bool {
    *error == im::ImportGroupMsgError::GroupNotFound
}

fn group() -> Option<im::ImportGroup> {
    None
}

fn group_beside() -> Option<beside::ImportGroup> {
    None
}

fn checked_in() -> Option<tencent_im::ImportGroupMsg> {
    None
}

fn main() {
    let request = request();
    println!("{} {}", request.group_id, request.msg_list.len());
    println!("{}", gone(&im::ImportGroupMsgError::GroupNotFound));
    println!(
        "{} {} {}",
        group().is_some(),
        group_beside().is_some(),
        checked_in().is_some()
    );
}
