use tencent_im::ImportableGroupType;

fn other() -> ImportableGroupType {
    ImportableGroupType::Unknown("Meeting".to_owned())
}

fn main() {}
