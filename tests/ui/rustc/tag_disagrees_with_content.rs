use tencent_im::{FaceContent, ImportElement};

fn element(face: FaceContent) -> ImportElement {
    ImportElement::Text(face)
}

fn main() {}
