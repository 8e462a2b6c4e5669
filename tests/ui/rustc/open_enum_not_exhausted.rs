use tencent_im::GroupType;

fn stored(kind: &GroupType) -> bool {
    match kind {
        GroupType::AvChatRoom => false,
        GroupType::Private | GroupType::Public | GroupType::ChatRoom | GroupType::Community => true,
    }
}

fn main() {}
