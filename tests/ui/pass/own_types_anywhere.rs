//! Structs of the caller's own beside the bindings, with another name for the dependency, out of a macro, with generics.
#![deny(warnings)]

extern crate bindery as renamed;

mod im {
    renamed::bindings! { spec = "../../../spec/tencent-im.json", operations = [import_group_msg] }

    /// In scope: no `bindings` needed.
    #[derive(renamed::Request)]
    #[bindery(crate = "renamed", spec = "../../../spec/tencent-im.json", operation = import_group_msg)]
    pub struct Import<'a, T: Clone + Into<u8> = u8, const N: usize = 2>
    where
        T: Send + Sync,
    {
        pub group_id: &'a GroupId,
        pub msg_list: [ImportedMessage; N],
        #[bindery(skip)]
        pub mark: T,
    }
}

macro_rules! receipts {
    ($name:ident { $($field:ident: $ty:ty),* }) => {
        #[derive(renamed::Response)]
        #[bindery(
            crate = "renamed",
            spec = "../../../spec/tencent-im.json",
            operation = import_group_msg,
            part = ImportReceipt,
            bindings = crate::im,
        )]
        struct $name {
            $($field: $ty),*
        }
    };
}
receipts!(Receipt { msg_seq: Option<u64> });

async fn send(client: &im::Client, import: im::Import<'_>) {
    let _ = client.send(import).await.map(|outcome| outcome.is_complete());
}

fn main() {
    let _ = (send, |import: im::Import<'_>| import.mark, |receipt: Receipt| receipt.msg_seq);
}
