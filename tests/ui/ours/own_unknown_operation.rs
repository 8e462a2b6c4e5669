use tencent_im as im;

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_mgs, bindings = im)]
struct Import {
    group_id: im::GroupId,
    msg_list: Vec<im::ImportedMessage>,
}

fn main() {}
