use bindery::UnixSeconds;
use tencent_im::ImportedMessage;

fn twice(now: UnixSeconds) {
    let message = ImportedMessage::builder();
    let first = message.send_time(now);
    let second = message.send_time(now);
    drop((first, second));
}

fn main() {}
