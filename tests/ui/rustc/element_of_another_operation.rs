mod limits {
    bindery::bindings! { spec = "../specs/limits.json", operations = [take_one] }
}

use limits::{Pin, TakeOne};
use tencent_im::{ImportElement, ImportedMessage, SoundContent};

fn small(pin: Pin) {
    let _ = TakeOne::builder().parts([pin]);
}

fn message(sound: SoundContent) {
    let _ = ImportedMessage::builder().msg_body([ImportElement::Sound(sound)]);
}

fn main() {}
