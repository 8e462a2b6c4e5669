use tencent_im::*;

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg)]
struct ImportGroupMsg {
    group_id: GroupId,
    msg_list: Vec<ImportedMessage>,
}

fn main() {}
