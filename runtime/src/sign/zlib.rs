//! Zlib streams in memory, with a bounded size on both sides.

use std::io::Read;
use std::sync::{Mutex, PoisonError};

use flate2::{Compress, Compression, FlushCompress, Status, bufread::ZlibDecoder};

/// Neither compressed nor inflated text may be longer: room for the largest user buffer, none for a bomb.
pub(super) const MAX_TEXT: usize = 256 * 1024;

/// Deflate states at rest. One is some 300 KiB: making it costs more than the signature, fifty times more where the
/// allocator maps such blocks anew. A pool rather than a thread-local: it holds as many states as threads ever
/// signed at once, not one for every thread of a blocking pool, and its lock is held for a push or pop.
static IDLE: Mutex<Vec<Compress>> = Mutex::new(Vec::new());

/// The text as a zlib stream, or nothing when the compressor gives up.
pub(super) fn deflate(text: &[u8]) -> Option<Vec<u8>> {
    let mut state = take().unwrap_or_else(|| Compress::new(Compression::fast(), true));
    // What deflate adds to text that does not shrink: 5 bytes a block, header and checksum.
    let mut stream = Vec::with_capacity(text.len() + text.len() / 1000 + 64);
    let status = state.compress_vec(text, &mut stream, FlushCompress::Finish);
    state.reset();
    give_back(state);
    matches!(status, Ok(Status::StreamEnd)).then_some(stream)
}

fn take() -> Option<Compress> {
    IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop()
}

fn give_back(state: Compress) {
    IDLE.lock()
        .unwrap_or_else(PoisonError::into_inner)
        .push(state);
}

/// The text of a zlib stream that fills `stream` exactly and is at most [`MAX_TEXT`] long.
pub(super) fn inflate(stream: &[u8]) -> Option<Vec<u8>> {
    let mut decoder = ZlibDecoder::new(stream);
    let mut text = Vec::new();
    decoder
        .by_ref()
        .take(MAX_TEXT as u64 + 1)
        .read_to_end(&mut text)
        .ok()?;
    let whole = text.len() <= MAX_TEXT && decoder.into_inner().is_empty();
    whole.then_some(text)
}
