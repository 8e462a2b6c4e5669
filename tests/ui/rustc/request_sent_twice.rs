use tencent_im::{Client, ImportGroup};

async fn twice(client: &Client, request: ImportGroup) {
    let _ = client.send(request).await;
    let _ = client.send(request).await;
}

fn main() {}
