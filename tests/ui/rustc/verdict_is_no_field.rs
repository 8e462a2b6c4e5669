use tencent_im::ImportGroupReply;

fn failed(reply: &ImportGroupReply) -> bool {
    reply.error_code != 0
}

fn main() {}
