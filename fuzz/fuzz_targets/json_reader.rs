//! Any bytes: the reader must not panic, must agree with `serde_json` on what JSON is, and what it keeps must be JSON.
#![no_main]

use bindery::json::{self, DecodeErrorKind, Json, Reader};
use libfuzzer_sys::fuzz_target;
use serde::de::IgnoredAny;

fuzz_target!(|bytes: &[u8]| {
    let kept = json::decode::<Json>(bytes);
    if std::str::from_utf8(bytes).is_ok() {
        let theirs = serde_json::from_slice::<IgnoredAny>(bytes);
        match &kept {
            Ok(_) => assert!(theirs.is_ok()),
            // The nesting limit is this reader's own.
            Err(e) => assert!(
                theirs.is_err() || e.kind() == DecodeErrorKind::TooDeep,
                "{e}"
            ),
        }
    }
    if let Ok(kept) = &kept {
        assert_eq!(Json::parse(kept.as_str()).ok().as_ref(), Some(kept));
        read(kept);
    }
    if let Ok(mut reader) = Reader::new(bytes) {
        let _ = walk(&mut reader);
    }
});

/// What can be read as a value comes back from its own encoding.
fn read(kept: &Json) {
    if let Ok(text) = kept.decode::<String>() {
        assert_eq!(Json::of(&text).decode::<String>().ok(), Some(text));
    }
    if let Ok(number) = kept.decode::<f64>() {
        assert_eq!(Json::of(&number).decode::<f64>().ok(), Some(number));
    }
    if let Ok(integer) = kept.decode::<i64>() {
        assert_eq!(Json::of(&integer).decode::<i64>().ok(), Some(integer));
    }
}

/// Goes through every value by the typed methods.
fn walk(r: &mut Reader<'_>) -> Result<(), json::DecodeError> {
    use json::Kind;
    match r.peek()? {
        Kind::Null => r.null(),
        Kind::Bool => r.boolean().map(drop),
        Kind::Number => {
            let _ = (r.clone().u64(), r.clone().i64(), r.clone().f32());
            r.f64().map(drop)
        }
        Kind::String => r.string().map(drop),
        Kind::Array => r.array(&mut walk),
        Kind::Object => {
            let _ = r.peek_member("MsgType")?;
            r.object(&mut |r, _| walk(r))
        }
    }
}
