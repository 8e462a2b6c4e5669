use tencent_im as im;

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im)]
struct Import {
    group_id: im::GroupId,
}

fn main() {}
