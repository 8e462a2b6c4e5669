use tencent_im::GroupId;

fn group() -> GroupId {
    bindery::literal!(GroupId, "group\n1")
}

fn main() {}
