//! One request's way through the generated server trait. Nothing is decided here.

use bindery::Answer;
use bindery::Violations;
use bindery::server::{Call, Fault, Refuse, Reply};
use tencent_im::{
    GeneralError, GroupMsgGetSimple, GroupMsgGetSimpleError, GroupMsgGetSimpleReply, ImportGroup,
    ImportGroupError, ImportGroupMsg, ImportGroupMsgError, ImportGroupReply, ImportReceipt,
    Service,
};

use crate::admit;
use crate::state::{App, Shared};
use crate::{history, import_group, import_msg, refusal};

/// A request at the sandbox: the trait hands out what was read of a body, and some rules need the body itself.
pub(crate) struct Visit<'a> {
    pub(crate) shared: &'a Shared,
    pub(crate) body: &'a [u8],
    /// Whether the body was longer than anyone may send, and is not all here.
    pub(crate) cut: bool,
}

impl Visit<'_> {
    fn app(&self, call: &Call) -> Result<&App, GeneralError> {
        let app = admit::app(self.shared, call);
        app.map(|(_, app)| app).ok_or(GeneralError::UnknownSdkAppId)
    }
}

impl Service for Visit<'_> {
    fn admit(&self, call: &Call) -> Result<(), Reply> {
        admit::admit(self.shared, call)?;
        import_msg::check_call_bytes(self.shared, call, self.body)?;
        if self.cut {
            let message = "the body is longer than any call of this operation";
            return Err(refusal::general(&GeneralError::MalformedRequest, message));
        }
        Ok(())
    }

    fn reject(&self, call: Option<&Call>, fault: &Fault) -> Reply {
        refusal::unreadable(call, self.body, fault)
    }

    fn invalid(&self, call: &Call, violations: &Violations) -> Option<Reply> {
        refusal::broken(call, violations)
    }

    async fn import_group(
        &self,
        call: &Call,
        request: ImportGroup,
    ) -> Result<ImportGroupReply, Refuse<ImportGroupError>> {
        let app = self.app(call).map_err(ImportGroupError::General)?;
        import_group::import(self.shared, app, request)
    }

    async fn import_group_msg(
        &self,
        call: &Call,
        request: ImportGroupMsg,
    ) -> Result<Vec<Answer<ImportReceipt>>, Refuse<ImportGroupMsgError>> {
        let app = self.app(call).map_err(ImportGroupMsgError::General)?;
        import_msg::import(self.shared, app, &request)
    }

    async fn group_msg_get_simple(
        &self,
        call: &Call,
        request: GroupMsgGetSimple,
    ) -> Result<GroupMsgGetSimpleReply, Refuse<GroupMsgGetSimpleError>> {
        let app = self.app(call).map_err(GroupMsgGetSimpleError::General)?;
        history::pull(self.shared, app, request)
    }
}
