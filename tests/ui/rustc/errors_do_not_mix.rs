use tencent_im::{GroupMsgGetSimpleError, ImportGroupMsgError};

fn same(error: GroupMsgGetSimpleError) -> ImportGroupMsgError {
    error
}

fn main() {}
