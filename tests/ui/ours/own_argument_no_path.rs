use tencent_im as im;

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = "im")]
struct Quoted {
    group_id: im::GroupId,
    msg_list: Vec<im::ImportedMessage>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im::)]
struct Unfinished {
    group_id: im::GroupId,
    msg_list: Vec<im::ImportedMessage>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im, crate = "a (")]
struct Open {
    group_id: im::GroupId,
    msg_list: Vec<im::ImportedMessage>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im)]
struct Closure {
    #[bindery(with = |id: &String| im::GroupId::new(id.as_str()))]
    group_id: String,
    #[bindery = "MsgList"]
    lines: Vec<im::ImportedMessage>,
}

fn main() {}
