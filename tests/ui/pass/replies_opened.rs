//! Replies that are bytes alone are opened, whether the request is generated or the caller's own.
#![deny(warnings)]

use bindery::{Client, Download, Error, Source, Upload};

mod shapes {
    bindery::bindings! { spec = "../../fixtures/shapes.json", operations = [hang] }
}

#[derive(bindery::Request)]
#[bindery(spec = "../../fixtures/shapes.json", operation = hang, bindings = shapes)]
struct Own<'a> {
    name: &'a str,
    body: Upload,
}

fn sendable<T: Send>(it: T) -> T {
    it
}

async fn opened(
    client: &Client<shapes::Shapes>,
    picture: Source,
) -> Result<Vec<Download>, Error<shapes::HangError>> {
    let body = Upload::new("image/png", picture);
    let own = Own { name: "sea", body: body.clone() };
    let request = shapes::Hang::builder().name("sea").body(body).build();
    let mut first = sendable(client.open(request)).await?;
    while let Ok(Some(piece)) = sendable(first.chunk()).await {
        drop(piece);
    }
    Ok(vec![first, sendable(client.open(own)).await?])
}

fn main() {
    let _ = opened;
}
