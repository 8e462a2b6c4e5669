use tencent_im as im;

#[derive(bindery::Response)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = group_msg_get_simple, bindings = im)]
struct Page {
    group_id: String,
}

fn main() {}
