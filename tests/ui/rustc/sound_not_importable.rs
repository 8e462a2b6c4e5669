use tencent_im::{ImportElement, SoundContent};

fn element(sound: SoundContent) -> ImportElement {
    sound.into()
}

fn main() {}
