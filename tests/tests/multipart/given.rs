//! What other programs write.

use bindery::FilePart;
use bindery::server::Request;
use http::{HeaderMap, HeaderValue, Method};

use crate::Shelf;
use crate::bodies::{Kind, Place, Upload, serve};

async fn put(content_type: &str, body: impl Into<Vec<u8>>) -> Result<Upload, String> {
    let shelf = Shelf::default();
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_str(content_type).unwrap());
    let request = Request {
        method: Method::POST,
        path: "/shelves/top/files".to_owned(),
        query: String::new(),
        headers,
        body: body.into(),
    };
    let reply = serve(&shelf, request).await;
    let read = shelf.uploads.into_inner().unwrap().pop();
    read.ok_or_else(|| String::from_utf8(reply.body).unwrap())
}

/// `curl -F version=2 -F title=é -F 'file=@a"b.bin;type=text/x-odd' -F kind=map -F 'place={"row":1};type=application/json'
/// -F tags=one -F tags=two`, as curl 8 sends it.
const CURL: &[u8] = b"--------------------------d74496d66958873e\r\n\
    Content-Disposition: form-data; name=\"version\"\r\n\r\n2\r\n\
    --------------------------d74496d66958873e\r\n\
    Content-Disposition: form-data; name=\"title\"\r\n\r\n\xc3\xa9\r\n\
    --------------------------d74496d66958873e\r\n\
    Content-Disposition: form-data; name=\"file\"; filename=\"a%22b.bin\"\r\n\
    Content-Type: text/x-odd\r\n\r\n\0\r\n\r\n--\xff\r\n\
    --------------------------d74496d66958873e\r\n\
    Content-Disposition: form-data; name=\"kind\"\r\n\r\nmap\r\n\
    --------------------------d74496d66958873e\r\n\
    Content-Disposition: form-data; name=\"place\"\r\n\
    Content-Type: application/json\r\n\r\n{\"row\":1}\r\n\
    --------------------------d74496d66958873e\r\n\
    Content-Disposition: form-data; name=\"tags\"\r\n\r\none\r\n\
    --------------------------d74496d66958873e\r\n\
    Content-Disposition: form-data; name=\"tags\"\r\n\r\ntwo\r\n\
    --------------------------d74496d66958873e--\r\n";

#[tokio::test]
async fn what_curl_sends() {
    let kind = "multipart/form-data; boundary=------------------------d74496d66958873e";
    let file = FilePart::from(b"\0\r\n\r\n--\xff")
        .named("a\"b.bin")
        .of_type("text/x-odd");
    let wanted = Upload::builder().shelf("top").title("é").file(file);
    let wanted = wanted.kind(Kind::Map).place(Place::new(1));
    let wanted = wanted.tags(["one".to_owned(), "two".to_owned()]).build();
    assert_eq!(put(kind, CURL).await.unwrap(), wanted);
}

/// A body of these parts, each a head and a content, around what has to be there.
fn parts(more: &str) -> String {
    let part = |head: &str, text: &str| {
        format!("--b\r\ncontent-disposition:form-data;{head}\r\n\r\n{text}\r\n")
    };
    format!(
        "{}{}{more}--b--",
        part("name=title", "t"),
        part("name=file", "f")
    )
}

#[tokio::test]
async fn heads_are_read_however_they_are_written() {
    let kind = "Multipart/Form-Data; charset=x; Boundary=\"b\"";
    let more = "--b \t\r\nX-Odd: y\r\nCONTENT-DISPOSITION: form-data; x; filename=\"C:\\dir\\\\a\\\"\"; name=\"photo\"\r\n\r\np\r\n\
                --bb\r\n--b\r\nContent-Disposition: form-data; name=\"unheard of\"\r\n\r\n\r\n";
    let body = format!("passed over\r\n{}\r\nas well", parts(more));
    let read = put(kind, body).await.unwrap();
    let photo = read.photo.unwrap();
    assert_eq!(photo.name(), Some("C:\\dir\\a\""));
    assert_eq!(photo.as_text(), Some("p\r\n--bb"));
    assert_eq!(
        (read.file.name(), read.file.media_type()),
        (None, Some("text/plain"))
    );
}

#[tokio::test]
async fn what_cannot_be_read_is_refused_with_the_reason() {
    let form = "multipart/form-data; boundary=b";
    let part = |head: &str, text: &str| {
        parts(&format!(
            "--b\r\nContent-Disposition: form-data; {head}\r\n\r\n{text}\r\n"
        ))
    };
    let whole = "expected a form of parts: ";
    let cases = [
        (
            "multipart/form-data",
            parts(""),
            "expected `multipart/form-data` with a boundary",
        ),
        (
            "multipart/form-data; boundary=",
            parts(""),
            "expected `multipart/form-data` with a boundary",
        ),
        (
            "text/plain; boundary=b",
            parts(""),
            "expected `multipart/form-data` with a boundary",
        ),
        (form, String::new(), "missing"),
        (form, "no parts".to_owned(), "no part begins"),
        (form, "--b--".to_owned(), "missing"),
        (
            form,
            parts("").replace("--b--", ""),
            "the last part does not end",
        ),
        (
            form,
            parts("--b\r\nno head\r\n"),
            "a part has no head, or one that does not end",
        ),
        (form, part("filename=\"x\"", ""), "a part has no name"),
        (form, part("name=\"x", ""), "a part has no name"),
        (
            form,
            part(
                "name=\"photo\"\r\nContent-Transfer-Encoding: base64",
                "eA==",
            ),
            "a part is encoded once more",
        ),
        (form, part("name=count", "many"), "/count"),
        (form, part("name=place", "{"), "/place"),
        (
            form,
            part(&format!("name=\"{}\"", "x".repeat(20_000)), ""),
            "a part has no head",
        ),
    ];
    for (kind, body, reason) in cases {
        let told = put(kind, body.clone()).await.expect_err(&body);
        assert!(told.contains(reason), "{told} for {body}");
        assert!(
            told.len() < 200 && !told.contains(whole.trim_end_matches(' ')) || told.contains(whole),
            "{told}"
        );
    }
    let broken = [
        &b"--b\r\nContent-Disposition: form-data; name=title\r\n\r\n\xff"[..],
        b"\r\n--b--",
    ];
    let told = put(form, broken.concat()).await.unwrap_err();
    assert!(told.contains("/title: expected UTF-8"), "{told}");
}

/// Each would take hours if every byte were looked at from every other.
#[tokio::test]
async fn what_is_made_to_take_long_does_not() {
    let form = format!("multipart/form-data; boundary={}", "b".repeat(70));
    let line = format!("\r\n--{}", "b".repeat(69));
    for filling in [&*line, "\r\n", "\r", "--", "\r\n--", "; =\"\\"] {
        let body = filling.repeat(4_000_000 / filling.len());
        assert!(put(&form, body.clone()).await.is_err());
        let body = format!("--{}\r\n{body}", "b".repeat(70));
        assert!(put(&form, body).await.is_err());
    }
}
