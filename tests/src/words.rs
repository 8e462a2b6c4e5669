//! Words of a document that would be run by `cargo test`, or break `cargo doc`, were they more than words: both look at the
//! documentation of this library's items, and every text here panics where it is run.

/// Words in every place of a document.
pub mod everywhere {
    bindery::bindings! {
        spec = "fixtures/words.json",
        sides = [client, server, webhooks],
    }
}

/// The same in a file.
#[allow(
    clippy::all,
    clippy::pedantic,
    reason = "words and names are the document's"
)]
pub mod in_a_file {
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

/// The document of a report.
pub mod reported {
    bindery::bindings! {
        spec = "fixtures/reports/words-that-run.json",
        sides = [client, server],
    }
}
