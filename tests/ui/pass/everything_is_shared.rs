use bindery::{BuildError, DecodeError, Error, Outcome, TextError, TransportError, Violations, WrongLength};
use tencent_im::{
    Client, GeneralError, GroupId, GroupMsgGetSimple, GroupMsgGetSimpleError,
    GroupMsgGetSimpleReply, ImportGroup, ImportGroupError, ImportGroupMsg, ImportGroupMsgError,
    ImportGroupMsgItemError, ImportGroupReply, ImportReceipt, ImportedMessage,
};

fn shared<T: Send + Sync + 'static>() {}

fn main() {
    shared::<Client>();
    shared::<(ImportGroup, ImportGroupMsg, GroupMsgGetSimple, GroupId)>();
    shared::<(ImportGroupReply, ImportReceipt, GroupMsgGetSimpleReply)>();
    shared::<Outcome<ImportedMessage, ImportReceipt, ImportGroupMsgItemError>>();
    shared::<(ImportGroupError, ImportGroupMsgError, GroupMsgGetSimpleError, GeneralError)>();
    shared::<Error<ImportGroupMsgError>>();
    shared::<(BuildError, DecodeError, TextError, TransportError, Violations)>();
    shared::<WrongLength<ImportedMessage>>();
}
