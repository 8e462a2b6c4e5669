use tencent_im as im;

#[derive(bindery::Request)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = import_group_msg, bindings = im, part = ImportedMessage)]
struct Line {
    from_account: im::GroupId,
    send_time: im::UnixSeconds,
    msg_body: Vec<im::ImportElement>,
}

fn main() {}
