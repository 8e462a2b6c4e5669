//! Tags, heirs and choices within choices: every value finds the type that its tags say, and goes out as it came in.

use bindery::json;

mod api {
    bindery::bindings! { spec = "../fixtures/heirs.json", sides = [client, server] }
}

use api::{
    Animal, Car, Cart, Cat, CatBase, Device, DeviceLamp, Everything, Flat, Inherit, Lamp, Leaf,
    Letter, Link, Lion, Note, Notice, NoticeBase, One, Pet, Recipient, Sedan, Sensor, Signal, Tree,
    UserLink, Vehicle,
};

/// Reads `{"<member>": <value>}` and makes sure that the same is written again.
#[track_caller]
fn read(member: &str, value: &str) -> Everything {
    let text = format!(r#"{{"{member}":{value}}}"#);
    let everything: Everything = json::decode(text.as_bytes()).unwrap();
    assert_eq!(text, String::from_utf8(json::encode(&everything)).unwrap());
    everything
}

/// What goes out for a value of one member.
fn sent(request: &Inherit) -> String {
    String::from_utf8(json::encode(request)).unwrap()
}

#[test]
fn without_a_mapping_components_are_their_tags() {
    let animal = |value| read("animal", value).animal.unwrap();
    assert!(
        matches!(animal(r#"{"sort":"Cat","name":"Tom","purrs":true}"#), Animal::Cat(it) if it.purrs == Some(true))
    );
    assert!(
        matches!(animal(r#"{"sort":"Lion","name":"Leo","purrs":false,"mane":3}"#), Animal::Lion(it) if it.mane == Some(3))
    );
    assert!(matches!(
        animal(r#"{"sort":"Worm","name":"W"}"#),
        Animal::Worm(_)
    ));
    assert!(matches!(
        animal(r#"{"sort":"Newt","name":"N","wet":true}"#),
        Animal::Unknown(_)
    ));
    assert!(matches!(animal(r#"{"name":"nobody"}"#), Animal::Unknown(_)));
    assert!(matches!(animal("7"), Animal::Unknown(_)));
    assert!(
        read("animals", r#"[{"sort":"Worm","name":"W"},{"sort":"Newt"}]"#)
            .animals
            .is_some()
    );
    assert!(
        read("herd", r#"{"a":{"sort":"Worm","name":"W"}}"#)
            .herd
            .is_some()
    );
    assert!(matches!(
        read("said", r#"{"sort":"Worm","name":"W"}"#).said,
        Some(Animal::Worm(_))
    ));
    assert!(matches!(
        read("perhaps", r#"{"sort":"Worm","name":"W"}"#).perhaps,
        Some(Animal::Worm(_))
    ));
}

#[test]
fn an_heir_with_heirs_is_an_enum_by_itself() {
    let cat = |value| read("cat", value).cat.unwrap();
    assert!(matches!(
        cat(r#"{"sort":"Cat","name":"Tom"}"#),
        Cat::Cat(CatBase { .. })
    ));
    assert!(matches!(
        cat(r#"{"sort":"Lion","name":"Leo","mane":3}"#),
        Cat::Lion(_)
    ));
    let lion = Lion::new("Leo").mane(1);
    assert_eq!(
        sent(&Inherit::new().lion(lion.clone())),
        r#"{"lion":{"sort":"Lion","name":"Leo","mane":1}}"#
    );
    assert_eq!(
        sent(&Inherit::new().cat(lion.clone())),
        r#"{"cat":{"sort":"Lion","name":"Leo","mane":1}}"#
    );
    assert_eq!(
        sent(&Inherit::new().animal(lion)),
        r#"{"animal":{"sort":"Lion","name":"Leo","mane":1}}"#
    );
}

#[test]
fn each_level_has_its_tag() {
    let vehicle = |value| read("vehicle", value).vehicle.unwrap();
    let sedan = vehicle(r#"{"kind":"car","model":"s","wheels":4,"seats":5,"trunk":1}"#);
    assert!(matches!(sedan, Vehicle::Car(Car::S(it)) if it.trunk == Some(1)));
    assert!(matches!(
        vehicle(r#"{"kind":"car","model":"v","load":9}"#),
        Vehicle::Car(Car::V(_))
    ));
    assert!(matches!(
        vehicle(r#"{"kind":"car","model":"x","doors":2}"#),
        Vehicle::Car(Car::Unknown(_))
    ));
    assert!(matches!(
        vehicle(r#"{"kind":"cart","horses":2}"#),
        Vehicle::Cart(Cart {
            horses: Some(2),
            ..
        })
    ));
    assert!(matches!(vehicle(r#"{"kind":"boat"}"#), Vehicle::Unknown(_)));
    let sedan = Sedan::new().trunk(1);
    let same = r#"{"sedan":{"kind":"car","model":"s","trunk":1}}"#;
    assert_eq!(sent(&Inherit::new().sedan(sedan.clone())), same);
    assert_eq!(
        sent(&Inherit::new().car(sedan.clone())),
        same.replace("sedan", "car")
    );
    let vehicle = Vehicle::Car(sedan.into());
    assert_eq!(
        sent(&Inherit::new().vehicle(vehicle)),
        same.replace("sedan", "vehicle")
    );
}

#[test]
fn a_base_may_have_a_tag_of_its_own() {
    let notice = |value| read("notice", value).notice.unwrap();
    assert!(matches!(
        notice(r#"{"level":"plain","text":"hi"}"#),
        Notice::Plain(_)
    ));
    assert!(matches!(
        notice(r#"{"level":"urgent","text":"hi","until":7}"#),
        Notice::Urgent(_)
    ));
    assert_eq!(
        sent(&Inherit::new().notice(NoticeBase::new("hi"))),
        r#"{"notice":{"level":"plain","text":"hi"}}"#
    );
    let long = Inherit::new().notice(NoticeBase::new("0123456789"));
    let broken = bindery::__private::Checker::timeless(&long).unwrap_err();
    assert_eq!(
        broken.to_string(),
        "/notice/text: 10 characters where at most 9 are allowed"
    );
    let link = |value| read("link", value).link.unwrap();
    assert!(matches!(
        link(r#"{"type":"user","id":"1","nick":"n"}"#),
        Link::User(UserLink { .. })
    ));
    // Listed, and nobody adds to it: what it has more is kept.
    assert!(matches!(
        link(r#"{"type":"team","id":"1","size":3}"#),
        Link::Team(_)
    ));
    assert!(matches!(
        link(r#"{"type":"bot","id":"1"}"#),
        Link::Unknown(_)
    ));
}

#[test]
fn one_schema_may_have_several_tags_and_choose_itself() {
    let recipient = |value| read("recipient", value).recipient.unwrap();
    let nested = r#"{"type":"all","of":[{"type":"any","of":[]},{"type":"one","id":7}],"not":{"type":"one","name":"a"}}"#;
    let Recipient::All(all) = recipient(nested) else {
        panic!()
    };
    assert!(matches!(
        &all.of[..],
        [Recipient::Any(_), Recipient::One(One::ById(_))]
    ));
    assert!(matches!(
        recipient(r#"{"type":"one","phone":7}"#),
        Recipient::One(One::Unknown(_))
    ));
    assert!(matches!(
        recipient(r#"{"type":"none"}"#),
        Recipient::Unknown(_)
    ));
}

#[test]
fn members_beside_go_along() {
    let stamped = r#"{"level":"urgent","text":"hi","until":7,"at":1}"#;
    assert!(
        matches!(read("stamped", stamped).stamped, Some(api::InheritStamped::Urgent(it)) if it.at == 1)
    );
    let pet = |value| read("pet", value).pet.unwrap();
    assert!(matches!(
        pet(r#"{"kind":"hound","name":"Rex","barks":true}"#),
        Pet::Hound(_)
    ));
    assert!(
        matches!(pet(r#"{"kind":"parrot","words":["hi"],"name":"P"}"#), Pet::Parrot(it) if it.name == "P")
    );
    // An heir of a choice is itself wherever it stands.
    assert!(
        read("hound", r#"{"kind":"hound","name":"Rex"}"#)
            .hound
            .is_some()
    );
    let note = |value| read("note", value).note.unwrap();
    assert!(
        matches!(note(r#"{"as":"long","pages":3,"by":"A"}"#), Note::Long(it) if it.by.as_deref() == Some("A"))
    );
    assert!(matches!(
        note(r#"{"as":"gone","pages":3}"#),
        Note::Unknown(_)
    ));
    let letter = |value| read("letter", value).letter.unwrap();
    assert!(
        matches!(letter(r#"{"stamp":"3","line":"x","to":"B"}"#), Letter::N3(it) if it.to.as_deref() == Some("B"))
    );
}

#[test]
fn tags_need_not_be_texts() {
    let signal = |value| read("signal", value).signal.unwrap();
    assert!(matches!(signal(r#"{"op":1,"at":7}"#), Signal::N1(_)));
    assert!(matches!(signal(r#"{"op":2,"late":true}"#), Signal::N2(_)));
    assert!(matches!(signal(r#"{"op":"1"}"#), Signal::Unknown(_)));
    assert!(matches!(signal(r#"{"op":3}"#), Signal::Unknown(_)));
}

#[test]
fn choices_within_choices() {
    let device = |value| read("device", value).device.unwrap();
    assert!(matches!(
        device(r#"{"is":"sensor","degrees":1.5}"#),
        Device::Sensor(Sensor::Warm(_))
    ));
    assert!(matches!(
        device(r#"{"is":"sensor","percent":7}"#),
        Device::Sensor(Sensor::Wet(_))
    ));
    assert!(matches!(
        device(r#"{"is":"sensor","pascal":7}"#),
        Device::Sensor(Sensor::Unknown(_))
    ));
    assert!(matches!(
        device(r#"{"is":"lamp","hue":"r","heat":7,"room":"x"}"#),
        Device::Lamp(DeviceLamp::R(_))
    ));
    assert!(matches!(
        device(r#"{"is":"lamp","hue":"g"}"#),
        Device::Lamp(DeviceLamp::Unknown(_))
    ));
    assert!(matches!(
        device(r#"{"is":"switch","on":true}"#),
        Device::Switch(_)
    ));
    assert!(
        matches!(read("lamp", r#"{"hue":"b","cold":true,"is":"lamp"}"#).lamp, Some(Lamp::B(it)) if it.is == "lamp")
    );
    let tree = read("tree", r#"{"t":"branch","left":{"t":"leaf","green":true}}"#).tree;
    let Some(Tree::Branch(branch)) = tree else {
        panic!()
    };
    assert!(matches!(
        branch.left,
        Tree::Leaf(Leaf {
            green: Some(true),
            ..
        })
    ));
    assert!(matches!(
        read("flat", r#"{"t":"leaf"}"#).flat,
        Some(Flat::Leaf(_))
    ));
    assert!(matches!(
        read("flat", r#"{"t":"bush","thorns":3}"#).flat,
        Some(Flat::Bush(_))
    ));
}

#[test]
fn a_base_that_nobody_adds_to_is_a_struct() {
    let alone = read("alone", r#"{"what":"x","more":[1]}"#).alone.unwrap();
    assert_eq!(alone.what, "x");
}
