use tencent_im as im;

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im, reply = Stored)]
struct Import {
    group_id: im::GroupId,
    msg_list: Vec<im::ImportedMessage>,
}

#[derive(bindery::Response)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im)]
struct Stored {
    msg_seq: Option<u64>,
}

fn main() {}
