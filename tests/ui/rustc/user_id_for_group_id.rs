use tencent_im::{GroupMsgGetSimple, UserId};

fn request(user: UserId) -> GroupMsgGetSimple {
    GroupMsgGetSimple::new(user, 20)
}

fn main() {}
