use tencent_im as im;

#[derive(bindery::Response)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = group_msg_get_simple, bindings = im)]
struct Page {
    group_id: Option<String>,
}

fn other(request: im::ImportGroup) {
    let _ = bindery::ReplyAs::<Page, _>::new(request);
}

fn main() {}
