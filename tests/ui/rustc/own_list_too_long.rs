use tencent_im as im;

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im)]
struct Eight {
    group_id: im::GroupId,
    msg_list: [im::ImportedMessage; 8],
}

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im)]
struct UpToTwenty {
    group_id: im::GroupId,
    msg_list: im::List<im::ImportedMessage, 1, 20>,
}

fn main() {}
