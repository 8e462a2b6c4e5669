use tencent_im::{GeneralError, GroupMsgGetSimpleError, ImportGroupMsgError};

fn common(error: &GeneralError) -> bool {
    *error == GeneralError::NotAdmin
}

fn import(error: &ImportGroupMsgError) -> bool {
    matches!(error, ImportGroupMsgError::General(error) if common(error))
}

fn read(error: &GroupMsgGetSimpleError) -> bool {
    matches!(error, GroupMsgGetSimpleError::General(error) if common(error))
}

fn main() {
    assert!(import(&ImportGroupMsgError::General(GeneralError::NotAdmin)));
    assert!(read(&GroupMsgGetSimpleError::General(GeneralError::NotAdmin)));
}
