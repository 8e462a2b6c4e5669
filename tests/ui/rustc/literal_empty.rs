use tencent_im::GroupId;

fn group() -> GroupId {
    bindery::literal!(GroupId, "")
}

fn main() {}
