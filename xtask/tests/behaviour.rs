//! `cargo xtask prism` and `cargo xtask examples` on a small document, with an answerer of this test in Prism's place.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};
use std::thread;

const ROOMS: &str = r##"{
  "openapi": "3.1.0",
  "info": { "title": "Rooms", "version": "1" },
  "security": [{ "key": [] }],
  "paths": {
    "/rooms/{id}": {
      "get": {
        "operationId": "get_room",
        "parameters": [
          { "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "minimum": 7 } },
          { "name": "tags", "in": "query", "schema": { "type": "array", "items": { "type": "string", "example": "a b" } } }
        ],
        "responses": {
          "200": { "description": "the room", "content": { "application/json": {
            "schema": { "$ref": "#/components/schemas/Room" },
            "examples": {
              "small": { "value": { "name": "small", "seats": 2, "colour": "unknown to the schema" } },
              "broken": { "value": { "seats": "two" } }
            }
          } } },
          "404": { "description": "no room", "content": { "application/json": {
            "schema": { "type": "object", "required": ["reason"], "properties": { "reason": { "type": "string" } } },
            "example": { "reason": "torn down" }
          } } }
        }
      },
      "put": {
        "operationId": "put_room",
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
        "requestBody": { "required": true, "content": { "application/json": {
          "schema": { "$ref": "#/components/schemas/Room" },
          "example": { "name": "large", "seats": 200 }
        } } },
        "responses": { "204": { "description": "done" } }
      }
    }
  },
  "components": {
    "schemas": {
      "Room": {
        "type": "object",
        "required": ["name"],
        "properties": {
          "name": { "type": "string", "pattern": "^[a-z]{3,}$" },
          "seats": { "type": "integer", "format": "int32" }
        },
        "examples": [{ "name": "hall", "seats": 12 }]
      }
    },
    "securitySchemes": { "key": { "type": "apiKey", "in": "header", "name": "X-Key" } }
  }
}"##;

/// The folder that holds the document and takes the drivers; the runtime is built once for all tests.
fn folders(name: &str) -> (PathBuf, PathBuf) {
    let root = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let documents = root.join(name);
    fs::create_dir_all(&documents).unwrap();
    fs::write(documents.join(format!("{name}.json")), ROOMS).unwrap();
    (documents, root.join("drivers"))
}

fn table(arguments: &[&str], name: &str) -> String {
    let (documents, out) = folders(name);
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .args(arguments)
        .arg("--markdown")
        .arg("--out")
        .arg(out)
        .arg(documents)
        .output()
        .unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{stderr}");
    String::from_utf8(output.stdout).unwrap()
}

/// The cells of the rows that begin so.
fn rows<'t>(table: &'t str, first: &str) -> Vec<Vec<&'t str>> {
    let rows = table.lines().map(|line| {
        let cells = line.trim_matches('|').split('|');
        cells.map(str::trim).collect::<Vec<_>>()
    });
    rows.filter(|cells| cells.first() == Some(&first)).collect()
}

#[test]
fn examples_go_through_their_types() {
    let table = table(&["examples"], "examples");
    let rows = rows(&table, "examples");
    assert_eq!(
        rows[0],
        ["examples", "5", "0", "1", "4", "4", "4", ""],
        "{table}"
    );
    assert_eq!(rows[1][1..4], ["not of its schema", "1", "get_room, 200"]);
    assert!(
        rows[1][4].starts_with("/seats: expected an integer"),
        "{table}"
    );
    assert_eq!(rows.len(), 2, "{table}");
}

/// A request as it came over the wire: its first line, its headers, its body.
struct Seen {
    line: String,
    headers: BTreeMap<String, String>,
    body: String,
}

/// Answers whatever comes, and remembers it.
fn answerer(answer: fn(&Seen) -> String) -> (String, Arc<Mutex<Vec<Seen>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let request = read(&mut stream);
            stream.write_all(answer(&request).as_bytes()).unwrap();
            log.lock().unwrap().push(request);
        }
    });
    (address, seen)
}

fn read(stream: &mut TcpStream) -> Seen {
    let mut bytes = Vec::new();
    let mut byte = [0];
    while !bytes.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut byte).unwrap();
        bytes.push(byte[0]);
    }
    let head = String::from_utf8(bytes).unwrap();
    let mut lines = head.lines();
    let line = lines.next().unwrap().to_owned();
    let headers: BTreeMap<_, _> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let length = headers
        .get("content-length")
        .map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    stream.read_exact(&mut body).unwrap();
    let body = String::from_utf8(body).unwrap();
    Seen {
        line,
        headers,
        body,
    }
}

fn reply(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!(
        "HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
    )
}

#[test]
fn a_good_service_is_understood() {
    let (address, seen) = answerer(|request| {
        if request
            .headers
            .get("prefer")
            .is_some_and(|code| code == "code=404")
        {
            reply("404 Not Found", "", r#"{"reason":"gone"}"#)
        } else if request.line.starts_with("GET") {
            reply("200 OK", "", r#"{"name":"hall","seats":12,"windows":4}"#)
        } else {
            "HTTP/1.1 204 No Content\r\n\r\n".to_owned()
        }
    });
    let table = table(&["prism", "--at", &address], "good");
    let rows = rows(&table, "good");
    assert_eq!(rows.len(), 1, "{table}");
    // Both operations with what is required and with all there is, and the documented failure.
    assert_eq!(
        rows[0][2..9],
        ["2", "5", "5", "5", "5", "5", "5"],
        "{table}"
    );

    let seen = seen.lock().unwrap();
    let lines: Vec<_> = seen.iter().map(|request| &*request.line).collect();
    assert_eq!(
        lines[..2],
        ["GET /rooms/7 HTTP/1.1", "GET /rooms/7?tags=a%20b HTTP/1.1"]
    );
    assert!(
        seen.iter()
            .all(|request| request.headers.contains_key("x-key"))
    );
    let put = seen
        .iter()
        .filter(|request| request.line.starts_with("PUT"));
    let bodies: Vec<_> = put.map(|request| &*request.body).collect();
    assert_eq!(bodies, [r#"{"name":"large","seats":200}"#; 2]);
}

#[test]
fn each_fault_is_told_from_the_others() {
    let (address, _) = answerer(|request| {
        let violation = r#"sl-violations: [{"location":["request","body"],"severity":"Error","message":"no such room"}]"#;
        if request.line.starts_with("PUT") {
            reply("422 Unprocessable", &format!("{violation}\r\n"), "{}")
        } else if request.line.contains("tags") {
            reply("200 OK", "", r#"{"name":7}"#)
        } else if request.headers.contains_key("prefer") {
            let kind = "https://stoplight.io/prism/errors#NOT_FOUND";
            reply(
                "404 Not Found",
                "",
                &format!(r#"{{"type":"{kind}","detail":"no example"}}"#),
            )
        } else {
            reply("200 OK", "", r#"{"name":"hall"}"#)
        }
    });
    let table = table(&["prism", "--at", &address], "faults");
    let rows = rows(&table, "faults");
    assert_eq!(
        rows[0][2..9],
        ["2", "5", "3", "2", "1", "1", "1"],
        "{table}"
    );
    let faults: Vec<_> = rows[1..].iter().map(|row| row[1..].to_vec()).collect();
    assert_eq!(
        faults,
        [
            [
                "not accepted",
                "2",
                "put_room (dynamic, required)",
                "no such room"
            ],
            [
                "not answered",
                "1",
                "get_room (dynamic, required, 404)",
                "NOT_FOUND: no example"
            ],
            [
                "answer not as documented",
                "1",
                "get_room (dynamic, full)",
                "/name: expected a string, found a number (byte 8)"
            ],
        ],
        "{table}"
    );
}
