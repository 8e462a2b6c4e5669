use tencent_im::ImportedMessage;

fn random(number: u64) {
    let _ = ImportedMessage::builder().random(number);
}

fn main() {}
