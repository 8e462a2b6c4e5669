//! Answers every request with the same seven verdicts. Prints its address, then serves until it is killed.

use std::io::{BufRead, BufReader, Read, Result, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let stream = stream?;
        // A connection that breaks is the client's affair.
        thread::spawn(move || serve(&stream));
    }
    Ok(())
}

fn serve(stream: &TcpStream) -> Result<()> {
    stream.set_nodelay(true)?;
    let answer = answer();
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    while let Some(length) = head(&mut reader)? {
        let mut body = vec![0; length];
        reader.read_exact(&mut body)?;
        writer.write_all(answer.as_bytes())?;
    }
    Ok(())
}

/// Reads a request up to its body, whose length it gives; `None` at the end of the connection.
fn head(reader: &mut impl BufRead) -> Result<Option<usize>> {
    let mut length = 0;
    let mut line = String::new();
    loop {
        line.clear();
        if reader.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line == "\r\n" {
            return Ok(Some(length));
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse().unwrap_or(0);
        }
    }
}

fn answer() -> String {
    let verdict = |at| format!(r#"{{"MsgSeq":{at},"MsgTime":1620892821,"Result":0}}"#);
    let verdicts: Vec<_> = (1..=7).map(verdict).collect();
    let body = format!(
        r#"{{"ActionStatus":"OK","ErrorInfo":"","ErrorCode":0,"ImportMsgResult":[{}]}}"#,
        verdicts.join(",")
    );
    format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}
