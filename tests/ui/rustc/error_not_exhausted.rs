use tencent_im::ImportGroupMsgError;

fn advice(error: &ImportGroupMsgError) -> &'static str {
    match error {
        ImportGroupMsgError::GroupNotFound => "make the group first",
        ImportGroupMsgError::NotPermitted => "not a live group",
        ImportGroupMsgError::Other(_) => "look it up",
    }
}

fn main() {}
