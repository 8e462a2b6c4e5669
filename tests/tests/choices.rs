//! Choices that documents leave: every value finds the type it is of, and goes out as it came in.

use std::collections::BTreeMap;

use bindery::OrJson;
use bindery::json;

mod api {
    bindery::bindings! { spec = "../fixtures/choices.json", sides = [client, server] }
}

use api::{
    Account, Animal, Cat, CatOrDog, ChooseId, ChooseMode, ChoosePace, ChooseSpeed,
    CustomerOrGoneCustomerOrString as Payer, Dog, Event, Everything, Login, OpenAccount,
    OpenAccountHolder, OpenAccountReply, Page, Rule, Shape, StringOrInteger, Wish,
};

/// Reads `{"<member>": <value>}` and makes sure that the same is written again.
#[track_caller]
fn read(member: &str, value: &str) -> Everything {
    let text = format!(r#"{{"{member}":{value}}}"#);
    let everything: Everything = json::decode(text.as_bytes()).unwrap();
    assert_eq!(text, String::from_utf8(json::encode(&everything)).unwrap());
    everything
}

#[test]
fn json_types_tell_values_apart() {
    let other = |value| read("other_id", value).other_id.unwrap();
    assert_eq!(other("7"), StringOrInteger::Integer(7));
    assert_eq!(other("7"), 7.into());
    assert_eq!(other(r#""7""#), "7".into());
    assert!(matches!(other("[7.5]"), StringOrInteger::Unknown(json) if json.as_str() == "[7.5]"));
    assert!(matches!(other("7.5"), StringOrInteger::Unknown(_)));
    let none: Everything = json::decode(br#"{"other_id":null}"#).unwrap();
    assert_eq!(none.other_id, None);
    assert!(read("amount", "7").amount.is_some());
    assert!(read("lengths", "[1.5,2.5]").lengths.is_some());
    assert!(read("lengths", "2.5").lengths.is_some());
    assert!(read("free", r#"{"a":1}"#).free.is_some());
    assert!(read("flag", "false").flag.is_some());
    assert!(read("code", r#""2""#).code.is_some());
}

#[test]
fn items_that_nothing_says_to_be_items_may_be_the_value() {
    let perhaps = |value| read("perhaps", value).perhaps.unwrap();
    let list = perhaps(r#"[{"name":"tom","purrs":true}]"#);
    assert!(matches!(list, OrJson::Known(cats) if cats.len() == 1));
    assert!(matches!(
        perhaps(r#"{"name":"tom","purrs":true}"#),
        OrJson::Other(_)
    ));
}

#[test]
fn listed_values_go_before_any_text() {
    let speed = |value| read("speed", value).speed.unwrap();
    assert!(matches!(speed(r#""fast""#), ChooseSpeed::Listed(_)));
    assert!(matches!(speed("1.5"), ChooseSpeed::Number(_)));
    // Nobody listed it, and it is still a text like those that are.
    assert!(matches!(speed(r#""faster""#), ChooseSpeed::Listed(_)));
    assert!(matches!(
        read("mode", r#""auto""#).mode,
        Some(ChooseMode::Auto(_))
    ));
    assert!(matches!(
        read("mode", r#"{"level":3}"#).mode,
        Some(ChooseMode::Object(_))
    ));
}

#[test]
fn what_takes_any_text_takes_listed_ones() {
    assert_eq!(read("word", r#""""#).word.as_deref(), Some(""));
    let one: Everything = read("mode", r#""auto""#);
    let other: Everything = read("pace", r#""auto""#);
    let (Some(ChooseMode::Auto(one)), Some(ChoosePace::Auto(other))) = (one.mode, other.pace)
    else {
        panic!()
    };
    assert_eq!(one, other);
}

#[test]
fn objects_are_of_the_type_that_leaves_least_over() {
    let pet = |value| read("pet", value).pet.unwrap();
    assert!(matches!(
        pet(r#"{"name":"Tom","purrs":true}"#),
        CatOrDog::Cat(_)
    ));
    assert!(matches!(
        pet(r#"{"name":"Rex","barks":true}"#),
        CatOrDog::Dog(_)
    ));
    assert!(matches!(pet(r#"{"name":"It"}"#), CatOrDog::Cat(_)));
    let newer: Everything =
        json::decode(br#"{"pet":{"name":"Rex","barks":true,"age":3}}"#).unwrap();
    assert!(matches!(newer.pet, Some(CatOrDog::Dog(_))));
    assert!(matches!(pet(r#"{"purrs":true}"#), CatOrDog::Unknown(_)));
}

#[test]
fn members_left_over_deep_inside_weigh_no_more_than_they_are() {
    // More members are new to the second type than to the first, which knows none at all.
    let text = r#"{"a":1,"nested":{"known":[1,2,3],"n1":1,"n2":2,"n3":3}}"#;
    let page: Page = json::decode(text.as_bytes()).unwrap();
    assert!(matches!(page, Page::Full(_)));
}

#[test]
fn a_constant_tells_objects_apart() {
    let payer = |value| read("payer", value).payer.unwrap();
    assert!(matches!(
        payer(r#"{"deleted":true,"id":"c1"}"#),
        Payer::GoneCustomer(_)
    ));
    assert!(matches!(payer(r#"{"id":"c1"}"#), Payer::Customer(_)));
    assert!(matches!(payer(r#""c1""#), Payer::String(_)));
    let rule = |value| read("rule", value).rule.unwrap();
    let any = rule(r#"{"op":"any","rules":[{"op":"all","rules":["a"]},"b"]}"#);
    let Rule::Any(any) = any else {
        panic!("{any:?}")
    };
    assert!(matches!(any.rules[0], Rule::All(_)));
    assert!(matches!(
        &rule(r#"{"op":"none","rules":[]}"#),
        Rule::Unknown(_)
    ));
}

#[test]
fn a_mapping_or_the_name_of_a_component_is_a_tag() {
    let event = |value| read("event", value).event.unwrap();
    assert!(matches!(
        event(r#"{"kind":"made.v2","at":7}"#),
        Event::MadeV2(_)
    ));
    assert!(matches!(
        event(r#"{"kind":"lost","why":"wind"}"#),
        Event::Lost(_)
    ));
    assert!(matches!(
        event(r#"{"kind":"made.v3","at":7}"#),
        Event::Unknown(_)
    ));
    let shape = |value| read("shape", value).shape.unwrap();
    assert!(matches!(
        shape(r#"{"is":"Square","side":1.5}"#),
        Shape::Square(_)
    ));
}

#[test]
fn what_stands_beside_a_choice_is_in_every_alternative() {
    let login = read("login", r#"{"token":"t","app":"a"}"#).login.unwrap();
    assert!(matches!(login, Login::ByToken(by) if by.app == "a"));
}

#[test]
fn all_of_with_one_part_is_that_part() {
    let everything = read("note", r#"{"text":"a"}"#);
    let note = everything.note.unwrap();
    assert_eq!(read("gone", r#"{"text":"a"}"#).gone, Some(note));
    assert!(read("maybe", r#"{"id":"c1"}"#).maybe.is_some());
}

#[test]
fn members_without_a_field_are_kept_where_the_document_speaks_of_them() {
    let open = read("open", r#"{"type":"open","size":1,"a":"b"}"#)
        .open
        .unwrap();
    assert_eq!(open.additional_properties.unwrap()["a"], "b");
    assert_eq!(read("counts", r#"{"x-a":1}"#).counts.unwrap()["x-a"], 1);
    assert_eq!(read("pair", r#"["a",7]"#).pair, Some(("a".to_owned(), 7)));
    let error = json::decode::<Everything>(br#"{"pair":["a",7,8]}"#).unwrap_err();
    assert_eq!(error.to_string(), "/pair/2: more than 2 items (byte 15)");
}

#[test]
fn members_that_travel_one_way_are_asked_for_on_that_way_alone() {
    // Neither can be given: both are for the service to say.
    let request = OpenAccount::builder()
        .holder(OpenAccountHolder::new("Ann"))
        .build();
    assert_eq!(json::encode(&request.holder), br#"{"name":"Ann"}"#);
    let reply: OpenAccountReply = json::decode(br#"{"id":"a1"}"#).unwrap();
    assert_eq!(reply.id, "a1");
    // Of a type that travels both ways neither is required.
    let account = Account::new("Ann").password("secret");
    assert_eq!(
        json::encode(&account),
        br#"{"name":"Ann","password":"secret"}"#
    );
    assert!(json::decode::<Account>(br#"{"id":"a1","name":"Ann"}"#).is_ok());
}

#[test]
fn what_heirs_add_is_kept() {
    let animal = |value| read("animal", value).animal.unwrap();
    let bird = animal(r#"{"sort":"bird","wings":2}"#);
    assert!(matches!(bird, Animal::Bird(it) if it.wings == Some(2)));
    let fish = animal(r#"{"sort":"fish","fins":2}"#);
    assert!(matches!(fish, Animal::Unknown(it) if it.as_str().contains("fins")));
}

#[test]
fn values_of_several_types_are_of_those_types() {
    assert_eq!(read("listed", r#""auto""#).listed, Some("auto".into()));
    assert_eq!(read("listed", "2.5").listed, Some(2.5.into()));
}

#[test]
fn rules_of_alternatives_are_checked() {
    let request = api::Choose::new().id(ChooseId::from("12345"));
    let broken = bindery::__private::Checker::timeless(&request).unwrap_err();
    assert_eq!(
        broken.to_string(),
        "/id: 5 characters where at most 4 are allowed"
    );
}

#[test]
fn listed_values_without_an_enum_are_checked() {
    let check = |request: api::Choose| bindery::__private::Checker::timeless(&request);
    let choose = api::Choose::new;
    assert!(check(choose().flag(true)).is_ok());
    assert_eq!(
        check(choose().flag(false)).unwrap_err().to_string(),
        "/flag: not among the documented values: `true`"
    );
    // Whoever put quotes there meant a value all the same.
    assert!(check(choose().quoted(false)).is_ok());
    for ratio in [0.5, 1.0, 10.0] {
        assert!(check(choose().ratio(ratio)).is_ok());
    }
    assert_eq!(
        check(choose().ratio(0.25)).unwrap_err().to_string(),
        "/ratio: not among the documented values: `0.5`, `1`, `10`"
    );
    assert!(check(choose().ratios([Some(0.5), None])).is_ok());
    assert!(check(choose().ratios([Some(0.5), Some(1.0)])).is_err());
    let flags = |flag| BTreeMap::from([("a".to_owned(), flag)]);
    assert!(check(choose().flags(flags(false))).is_ok());
    assert!(check(choose().flags(flags(true))).is_err());
    assert!(check(choose().listed("auto")).is_ok());
    assert!(check(choose().listed(2.5)).is_ok());
    assert!(check(choose().listed("manual")).is_err());
    assert!(check(choose().listed(2.0)).is_err());
}

#[test]
fn bounds_may_be_left_out_of_a_range() {
    let check = |request: api::Choose| bindery::__private::Checker::timeless(&request);
    let choose = api::Choose::new;
    for level in [1, 9] {
        assert!(check(choose().level(level)).is_ok());
    }
    for level in [0, 10] {
        assert!(check(choose().level(level)).is_err());
    }
    assert!(check(choose().share(f64::MIN_POSITIVE)).is_ok());
    assert!(check(choose().share(1.0)).is_ok());
    assert!(check(choose().share(0.0)).is_err());
}

#[test]
fn a_body_may_be_a_choice() {
    let wish = Wish::builder().body(Dog::new("Rex").barks(true)).build();
    assert_eq!(json::encode(&wish.body), br#"{"name":"Rex","barks":true}"#);
    assert_eq!(
        Wish::builder().body(Cat::new("Tom")).build().body,
        Cat::new("Tom").into()
    );
    let error = json::decode::<CatOrDog>(br#"{"name":1}"#);
    assert!(matches!(error, Ok(CatOrDog::Unknown(_))));
}

#[test]
fn choices_within_choices_have_an_end() {
    let mut text = r#"{"op":"none","rules":[]}"#.to_owned();
    for _ in 0..50 {
        text = format!(r#"{{"op":"all","rules":[{text},{{"op":1}}]}}"#);
    }
    let rule: Rule = json::decode(text.as_bytes()).unwrap();
    assert_eq!(text, String::from_utf8(json::encode(&rule)).unwrap());
}

#[test]
fn a_text_that_no_type_can_read_is_not_read_over() {
    let text = r#"{"op":"all","rules":["#.repeat(50_000);
    let error = json::decode::<Rule>(text.as_bytes()).unwrap_err();
    assert_eq!(error.kind(), json::DecodeErrorKind::TooDeep);
}

#[tokio::test]
async fn a_body_whose_members_only_come_back_is_an_empty_object() {
    use bindery_tests::clock::Clock;
    use bindery_tests::script::Script;

    let script = Script::default();
    script.says("");
    let client = api::Client::builder(bindery::sign::NoAuth)
        .base_url("http://127.0.0.1:9")
        .transport(script.clone())
        .timer(Clock::default())
        .build()
        .unwrap();
    client.send(api::OrderCard::new("7")).await.unwrap();
    let sent = &script.seen()[0];
    assert_eq!(sent.uri().path(), "/accounts/7/cards");
    assert_eq!(sent.body().as_ref(), b"{}");
}
