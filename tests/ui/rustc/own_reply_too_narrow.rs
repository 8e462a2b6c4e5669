use tencent_im as im;

#[derive(bindery::Response)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = group_msg_get_simple, bindings = im, part = HistoryMessage)]
struct Old {
    msg_seq: u32,
}

fn main() {}
