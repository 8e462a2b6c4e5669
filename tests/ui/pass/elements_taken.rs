mod limits {
    bindery::bindings! { spec = "../specs/limits.json" }
}

use limits::{Beam, LargePart, Pin, Screw, SmallPart};
use tencent_im::{
    CustomContent, FaceContent, HistoryElement, ImportElement, LocationContent, SoundContent,
    TextContent,
};

fn main() {
    let _: [SmallPart; 2] = [Pin::new().into(), Screw::new().into()];
    let _: [LargePart; 2] = [Beam::new().into(), Screw::new().into()];
    let _ = |text: TextContent, face: FaceContent, place: LocationContent, own: CustomContent| {
        [
            ImportElement::from(text),
            ImportElement::from(face),
            ImportElement::from(place),
            ImportElement::from(own),
        ]
    };
    // What cannot be imported is read all the same.
    let _ = |sound: SoundContent| HistoryElement::from(sound);
}
