#![deny(unused_must_use)]

use bindery::UnixSeconds;
use tencent_im::ImportedMessage;

fn lost(now: UnixSeconds) {
    ImportedMessage::builder().send_time(now);
}

fn main() {}
