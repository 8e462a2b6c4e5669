//! A branch that is a choice itself: the mapping decides at each level.

use bindery::json;

mod api {
    bindery::bindings! { spec = "../../fixtures/reports/discriminator-two-levels.json", sides = [client, server] }
}

use api::{Base, LeafB, LeafX, LeafY, MidA};

fn read(text: &str) -> Base {
    let base: Base = json::decode(text.as_bytes()).unwrap();
    assert_eq!(String::from_utf8(json::encode(&base)).unwrap(), text);
    base
}

#[test]
fn the_tags_decide_one_after_the_other() {
    let base = read(r#"{"kind":"a","sub":"x","px":7}"#);
    assert!(matches!(base, Base::A(MidA::X(LeafX { px: 7, .. }))));
    let base = read(r#"{"kind":"a","sub":"y","py":"z"}"#);
    assert!(matches!(base, Base::A(MidA::Y(LeafY { py, .. })) if py == "z"));
    let base = read(r#"{"kind":"b","pb":true}"#);
    assert!(matches!(base, Base::B(LeafB { pb: true, .. })));
}

#[test]
fn tags_that_nobody_lists_are_kept_at_their_level() {
    let base = read(r#"{"kind":"a","sub":"z","n":[1]}"#);
    assert!(matches!(base, Base::A(MidA::Unknown(_))));
    assert!(matches!(
        read(r#"{"kind":"c","sub":"x"}"#),
        Base::Unknown(_)
    ));
    // Its tags are known, and it is not what they say.
    let base = read(r#"{"kind":"a","sub":"x","px":"seven"}"#);
    assert!(matches!(base, Base::A(MidA::Unknown(_))));
}
