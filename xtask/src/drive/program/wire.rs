//! Frames between this program and a driver: a number of fields, each its length and its bytes. One file for both ends.

use std::io::{self, Read, Write};

/// The fields of one message.
pub(crate) type Frame = Vec<Vec<u8>>;

/// Writes a message, and sees it off.
pub(crate) fn write(out: &mut impl Write, fields: &[&[u8]]) -> io::Result<()> {
    out.write_all(&length(fields.len())?)?;
    for field in fields {
        out.write_all(&length(field.len())?)?;
        out.write_all(field)?;
    }
    out.flush()
}

/// Reads a message; `None` where the other end has gone.
pub(crate) fn read(input: &mut impl Read) -> io::Result<Option<Frame>> {
    let mut bytes = [0; 4];
    match input.read_exact(&mut bytes) {
        Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => return Ok(None),
        read => read?,
    }
    let fields = (0..u32::from_le_bytes(bytes)).map(|_| field(input));
    fields.collect::<io::Result<_>>().map(Some)
}

fn field(input: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = [0; 4];
    input.read_exact(&mut bytes)?;
    let mut field = Vec::new();
    let length = u32::from_le_bytes(bytes);
    input.take(length.into()).read_to_end(&mut field)?;
    if u32::try_from(field.len()) == Ok(length) {
        Ok(field)
    } else {
        Err(io::ErrorKind::UnexpectedEof.into())
    }
}

fn length(length: usize) -> io::Result<[u8; 4]> {
    let length = u32::try_from(length).map_err(|_| io::ErrorKind::InvalidInput)?;
    Ok(length.to_le_bytes())
}
