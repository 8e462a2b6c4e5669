use tencent_im::{ImportGroup, ImportableGroupType};

fn request() -> ImportGroup {
    ImportGroup::new(ImportableGroupType::AvChatRoom, "a live group")
}

fn main() {}
