use tencent_im::ImportedMessage;

fn yesterday() {
    let _ = ImportedMessage::builder().send_time("2026-01-31T00:00:00Z");
}

fn main() {}
