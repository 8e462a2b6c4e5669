#![deny(unused_must_use)]

use bindery::Error;
use tencent_im::{Client, ImportGroupMsg, ImportGroupMsgError};

async fn import(client: Client, batch: ImportGroupMsg) -> Result<(), Error<ImportGroupMsgError>> {
    client.send(batch).await?;
    Ok(())
}

fn main() {}
