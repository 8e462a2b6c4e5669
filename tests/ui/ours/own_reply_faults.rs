use tencent_im as im;

struct Plain;

/// Each field has one fault, and is complained about once.
#[derive(bindery::Response)]
#[bindery(spec = "../../../spec/tencent-im.json", operation = group_msg_get_simple, bindings = im)]
struct Page {
    #[bindery(renamed = "RspMsgList")]
    lines: Plain,
    group: Plain,
    #[bindery(rename = "IsFinish")]
    all: Plain,
}

fn main() {}
