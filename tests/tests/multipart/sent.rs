//! What the client writes.

use std::collections::BTreeMap;

use bindery::{FilePart, RawBody};

use crate::bodies::{self, Drop, Kind, Note, Place, Replace, Sheet, Upload, UploadPin};
use crate::{BOUNDARY, Line, as_read, client};

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\xff";

fn small() -> Upload {
    let file = FilePart::from(PNG).named("a \"b\"\\c\n.png");
    Upload::builder().shelf("top").title("é").file(file).build()
}

fn large() -> Upload {
    let places = [Place::new(2).of("left"), Place::new(3)];
    Upload::builder()
        .shelf("top")
        .title("a\r\nb")
        .file(b"")
        .pages([
            FilePart::from(b"1"),
            FilePart::from(b"2").named("2.txt").of_type("text/plain"),
        ])
        .photo(PNG)
        .cover(PNG)
        .sound(FilePart::text("song:7"))
        .count(-7)
        .draft(true)
        .kind(Kind::Map)
        .place(Place::new(1).of("\"north\""))
        .places(places)
        .tags(["one".to_owned(), "1".to_owned(), String::new()])
        .table("a,b\n")
        .pin(UploadPin::new("1234").unwrap())
        .build()
}

#[tokio::test]
async fn each_member_is_a_part() {
    let line = Line::default();
    client(&line).send(small()).await.unwrap();
    let (kind, body) = line.seen.lock().unwrap()[0].clone();
    assert_eq!(kind, format!("multipart/form-data; boundary={BOUNDARY}"));
    let name = "a %22b%22\\\\c%0A.png";
    let heads = [
        "\r\n\r\n2".to_owned(),
        "; name=\"title\"\r\n\r\né".to_owned(),
        format!(
            "; name=\"file\"; filename=\"{name}\"\r\nContent-Type: application/octet-stream\r\n\r\n"
        ),
    ];
    let start = format!("--{BOUNDARY}\r\nContent-Disposition: form-data");
    let text = format!(
        "{start}; name=\"version\"{}\r\n{start}{}\r\n{start}{}",
        heads[0], heads[1], heads[2]
    );
    let end = format!("\r\n--{BOUNDARY}--\r\n");
    let wanted = [text.as_bytes(), PNG, end.as_bytes()].concat();
    assert_eq!(
        body.escape_ascii().to_string(),
        wanted.escape_ascii().to_string()
    );
}

#[tokio::test]
async fn media_types_are_the_documented_ones_unless_the_caller_says_otherwise() {
    let line = Line::default();
    client(&line).send(large()).await.unwrap();
    let body = line.seen.lock().unwrap()[0].1.clone();
    let body = String::from_utf8_lossy(&body);
    let told = |part: &str| {
        let found = body
            .split("form-data; name=")
            .filter(|text| text.starts_with(part));
        let heads: Vec<_> = found
            .map(|text| text.split_once("\r\n\r\n").unwrap().0)
            .collect();
        heads.join(" ")
    };
    let octets = "\r\nContent-Type: application/octet-stream";
    assert_eq!(
        told("\"file\""),
        format!("\"file\"; filename=\"file\"{octets}")
    );
    assert_eq!(
        told("\"photo\""),
        "\"photo\"; filename=\"photo\"\r\nContent-Type: image/png"
    );
    assert_eq!(
        told("\"cover\""),
        format!("\"cover\"; filename=\"cover\"{octets}")
    );
    assert_eq!(told("\"sound\""), "\"sound\"\r\nContent-Type: text/plain");
    assert_eq!(told("\"table\""), "\"table\"\r\nContent-Type: text/csv");
    assert_eq!(
        told("\"place\""),
        "\"place\"\r\nContent-Type: application/json"
    );
    assert_eq!(told("\"tags\""), "\"tags\" \"tags\" \"tags\"");
    let second = "\"pages\"; filename=\"2.txt\"\r\nContent-Type: text/plain";
    assert_eq!(
        told("\"pages\""),
        format!("\"pages\"; filename=\"pages\"{octets} {second}")
    );
}

#[tokio::test]
async fn the_service_reads_what_the_client_writes() {
    let line = Line::default();
    let client = client(&line);
    client.send(small()).await.unwrap();
    client.send(large()).await.unwrap();
    let read = std::mem::take(&mut *line.shelf.uploads.lock().unwrap());
    let octets = "application/octet-stream";
    let mut wanted = [small(), large()];
    for upload in &mut wanted {
        upload.file = as_read(upload.file.clone(), "file", octets);
    }
    let pages = [
        as_read(b"1".into(), "pages", octets),
        large().pages.unwrap()[1].clone(),
    ];
    wanted[1].pages = Some(pages.into());
    wanted[1].photo = Some(as_read(PNG.into(), "photo", "image/png"));
    wanted[1].cover = Some(as_read(PNG.into(), "cover", octets));
    assert_eq!(read, wanted);
    assert_eq!(read[1].sound.as_ref().unwrap().as_text(), Some("song:7"));
}

#[tokio::test]
async fn what_stands_between_parts_is_in_none_of_them() {
    let line = Line::default();
    let lines = format!("--{BOUNDARY}\r\n--{BOUNDARY}--\r\n\r\n--{BOUNDARY}-1--x");
    let upload = Upload::builder()
        .shelf("top")
        .title("t")
        .file(lines.clone().into_bytes());
    client(&line).send(upload.build()).await.unwrap();
    let read = line.shelf.uploads.lock().unwrap()[0].file.clone();
    assert_eq!(read.as_text(), Some(&*lines));
    let kind = line.seen.lock().unwrap()[0].0.clone();
    assert!(kind.ends_with("-0000001a-2"), "{kind}");
}

#[tokio::test]
async fn a_body_may_be_absent_and_members_may_have_any_name() {
    let line = Line::default();
    let client = client(&line);
    client.send(Replace::new(7)).await.unwrap();
    let mut whole = Replace::new(7);
    let scan = as_read(PNG.into(), "scan", "application/octet-stream");
    whole.body = Some(Sheet::builder().scan(scan).label("old").build());
    client.send(whole.clone()).await.unwrap();
    assert_eq!(*line.shelf.sheets.lock().unwrap(), [Replace::new(7), whole]);
    assert_eq!(line.seen.lock().unwrap()[0], (String::new(), "".into()));

    let members = [("a=\"b\"", "c"), ("é", "")];
    let members = members.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let drop = Drop::builder().body(BTreeMap::from(members)).build();
    client.send(drop.clone()).await.unwrap();
    assert_eq!(*line.shelf.drops.lock().unwrap(), [drop]);
}

#[derive(bindery::Request)]
#[bindery(spec = "../../fixtures/bodies.json", operation = upload, bindings = bodies)]
struct OwnUpload<'a> {
    shelf: &'a str,
    title: &'a str,
    file: FilePart,
    photo: Option<FilePart>,
    pages: [FilePart; 2],
    place: Option<OwnPlace>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../fixtures/bodies.json", operation = upload, part = Place, bindings = bodies)]
struct OwnPlace {
    row: u8,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../fixtures/bodies.json", operation = replace, bindings = bodies)]
struct OwnReplace {
    id: i64,
    body: Sheet,
}

#[tokio::test]
async fn structs_of_the_callers_own_write_the_same() {
    let line = Line::default();
    let client = client(&line);
    let pages = || [FilePart::from(b"1"), FilePart::from(b"2").named("2")];
    let upload = Upload::builder().shelf("top").title("é");
    let upload = upload.file(small().file).photo(PNG).place(Place::new(1));
    client.send(upload.pages(pages()).build()).await.unwrap();
    let own = OwnUpload {
        shelf: "top",
        title: "é",
        file: small().file,
        photo: Some(PNG.into()),
        pages: pages(),
        place: Some(OwnPlace { row: 1 }),
    };
    client.send(own).await.unwrap();
    let read = std::mem::take(&mut *line.shelf.uploads.lock().unwrap());
    assert_eq!(read[0], read[1]);

    let sheet = Sheet::builder().scan(PNG).build();
    let mut replace = Replace::new(7);
    replace.body = Some(sheet.clone());
    client.send(replace).await.unwrap();
    client
        .send(OwnReplace { id: 7, body: sheet })
        .await
        .unwrap();
    let read = std::mem::take(&mut *line.shelf.sheets.lock().unwrap());
    assert_eq!(read[0], read[1]);
    assert!(read[0].body.is_some());
}

#[tokio::test]
async fn a_text_is_a_body_too() {
    let client = client(&Line::default());
    let note = Note::builder().body(RawBody::from("é")).build();
    assert_eq!(client.send(note).await.unwrap().text(), Ok("<p>é</p>"));
    assert!(RawBody::new("text/plain", &b"\xff"[..]).text().is_err());
}
