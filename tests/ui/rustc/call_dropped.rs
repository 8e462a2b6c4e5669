#![deny(unused_must_use)]

use tencent_im::{Client, ImportGroup};

async fn call(client: &Client, first: ImportGroup, second: ImportGroup) {
    client.send(first);
    client.send(second).await;
}

fn main() {}
