use tencent_im as im;

#[derive(bindery::Request)]
#[bindery(specs = "../../../spec/tencent-im.json", operation = import_group_msg)]
struct Import {
    group_id: im::GroupId,
    msg_list: Vec<im::ImportedMessage>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im)]
struct Again {
    #[bindery(renamed = "GroupId")]
    group: im::GroupId,
    #[bindery(skip, skip)]
    page: u8,
    group_id: im::GroupId,
    msg_list: Vec<im::ImportedMessage>,
}

fn main() {}
