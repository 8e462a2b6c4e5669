use tencent_im::{Client, GroupMsgGetSimple, ImportGroup, ImportGroupMsg};

fn spawn(_: impl Future + Send) {}

fn calls(client: &Client, a: ImportGroup, b: ImportGroupMsg, c: GroupMsgGetSimple) {
    spawn(client.send(a));
    spawn(client.send(b));
    spawn(async move { client.send(c).await.is_ok() });
}

fn main() {
    let _ = calls;
}
