//! Bodies of parts: what the client writes the service reads, files among it; what other programs write, and what nobody
//! should, is read too, or refused.

mod given;
mod sent;

use std::sync::{Arc, Mutex};

use bindery::server::{Call, Fault, Refuse, Reply, Request};
use bindery::sign::NoAuth;
use bindery::{
    BoxFuture, FilePart, Limits, Random, RawBody, Transport, TransportError, Violations,
};
use bindery_tests::clock::Clock;
use bytes::Bytes;

mod bodies {
    bindery::bindings! {
        spec = "../../fixtures/bodies.json",
        operations = [upload, replace, describe, drop, note],
        sides = [client, server],
    }
}

use bodies::{
    Client, Describe, DescribeError, Drop, DropError, Note, NoteError, Replace, ReplaceError,
    Service, Upload, UploadError, serve,
};

/// What came in.
#[derive(Default)]
struct Shelf {
    uploads: Mutex<Vec<Upload>>,
    sheets: Mutex<Vec<Replace>>,
    drops: Mutex<Vec<Drop>>,
}

impl Service for Shelf {
    fn reject(&self, _: Option<&Call>, fault: &Fault) -> Reply {
        Reply::raw(400, RawBody::from(fault.to_string()))
    }

    fn invalid(&self, _: &Call, violations: &Violations) -> Option<Reply> {
        panic!("{violations}")
    }

    async fn upload(&self, _: &Call, request: Upload) -> Result<(), Refuse<UploadError>> {
        self.uploads.lock().unwrap().push(request);
        Ok(())
    }

    async fn replace(&self, _: &Call, request: Replace) -> Result<(), Refuse<ReplaceError>> {
        self.sheets.lock().unwrap().push(request);
        Ok(())
    }

    async fn describe(&self, _: &Call, _: Describe) -> Result<(), Refuse<DescribeError>> {
        Ok(())
    }

    async fn drop(&self, _: &Call, request: Drop) -> Result<(), Refuse<DropError>> {
        self.drops.lock().unwrap().push(request);
        Ok(())
    }

    async fn note(&self, _: &Call, request: Note) -> Result<RawBody, Refuse<NoteError>> {
        let text = request.body.text().unwrap();
        Ok(RawBody::new("text/html", format!("<p>{text}</p>")))
    }
}

/// Hands every request to the service, without a socket, and keeps its body.
#[derive(Clone, Default)]
struct Line {
    shelf: Arc<Shelf>,
    seen: Arc<Mutex<Vec<(String, Bytes)>>>,
}

impl Transport for Line {
    fn send(
        &self,
        request: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        let (head, body) = request.into_parts();
        let kind = head.headers.get("content-type");
        let kind = kind.map(|kind| kind.to_str().unwrap().to_owned());
        let seen = (kind.unwrap_or_default(), body.clone());
        self.seen.lock().unwrap().push(seen);
        let request = Request {
            method: head.method,
            path: head.uri.path().to_owned(),
            query: String::new(),
            headers: head.headers,
            body: body.to_vec(),
        };
        Box::pin(async move {
            let reply = serve(&*self.shelf, request).await;
            let answer = http::Response::builder().status(reply.status);
            Ok(answer.body(reply.body.into()).unwrap())
        })
    }
}

/// Draws the same number each time.
struct Same;

impl Random for Same {
    fn u32(&self) -> u32 {
        0x1a
    }
}

/// What the client puts between parts.
const BOUNDARY: &str = "bindery-0000001a-0000001a-0000001a-0000001a";

fn client(line: &Line) -> Client {
    let client = Client::builder(NoAuth).base_url("http://127.0.0.1:9");
    let client = client.transport(line.clone()).timer(Clock::default());
    client.random(Same).build().unwrap()
}

/// The fields of a file that was sent as a part called `part`.
fn as_read(file: FilePart, part: &str, media_type: &'static str) -> FilePart {
    let name = file.name().unwrap_or(part).to_owned();
    file.named(name).of_type(media_type)
}
