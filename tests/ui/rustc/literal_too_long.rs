use tencent_im::UserId;

fn sender() -> UserId {
    bindery::literal!(UserId, "the-thirty-three-bytes-of-this-id")
}

fn main() {}
