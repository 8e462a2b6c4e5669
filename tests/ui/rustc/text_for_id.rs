use tencent_im::GroupMsgGetSimple;

fn request() -> GroupMsgGetSimple {
    GroupMsgGetSimple::new("group-1", 20)
}

fn main() {}
