//! Links: methods that make the request which a reply leads to.

use bindery::json;

mod guests {
    bindery::bindings! { spec = "../fixtures/links.json" }
}

use guests::{
    Floor, Guest, KeepSuite, LabelSuite, LatestGuest, ListGuests, MoveGuest, OpenDoor, Page,
    ReadGuest, ReadSuite, RestoreGuest, Room, StringOrInteger, Suite,
};

fn page() -> Page {
    let text = br#"{"guests":[{"id":7,"room":{"number":12}},{"id":8}],"next":2,"by_role":{"host":{"id":9}}}"#;
    json::decode(text).expect("a page")
}

fn empty() -> Page {
    json::decode(br#"{"guests":[],"next":null}"#).expect("a page")
}

fn asked() -> ListGuests {
    ListGuests::new(Floor::Below).named("Ada").page(1)
}

#[test]
fn the_same_request_goes_on_with_all_else_as_it_was() {
    let next = asked().link_next(&page());
    assert_eq!(next, Some(asked().page(2)));
    assert_eq!(asked().link_next(&empty()), None, "there is no next page");
}

#[test]
fn values_are_found_in_lists_and_maps() {
    assert_eq!(asked().link_first(&page()), Some(ReadGuest::new(7)));
    assert_eq!(asked().link_host(&page()), Some(ReadGuest::new(9)));
    assert_eq!(asked().link_first(&empty()), None);
    assert_eq!(asked().link_host(&empty()), None);
}

#[test]
#[expect(deprecated, reason = "so is the operation that the links lead to")]
fn values_come_from_the_request_and_from_the_document() {
    let door = asked().link_door(&page());
    assert_eq!(door, Some(OpenDoor::new("12").floor(Floor::Below)));
    let cellar = asked().link_cellar();
    assert_eq!(cellar, Some(OpenDoor::new("12").floor(Floor::Below)));
}

#[test]
fn what_the_request_requires_beyond_the_link_is_asked_for() {
    let room = Room::new(4);
    let moved = asked().link_move(&page(), room.clone(), "soon");
    let wanted = MoveGuest::builder().id(8).room(room).reply("soon").build();
    assert_eq!(moved, Some(wanted));
}

#[test]
fn a_part_of_a_reply_is_the_body_of_the_next_request() {
    let guest: Guest = page().guests.remove(0);
    let restored = asked().link_restore(&page());
    assert_eq!(restored, Some(RestoreGuest::new().body(guest)));
}

#[test]
#[expect(deprecated, reason = "so is the operation that the link leads to")]
fn a_reply_by_status_leads_on_by_what_it_holds() {
    let moved = MoveGuest::builder()
        .id(8)
        .room(Room::new(4))
        .reply("soon")
        .build();
    let open = moved.link_open(&Room::new(4));
    assert_eq!(open, Some(OpenDoor::new("4").floor(Floor::Above)));
}

fn suite() -> Option<Suite> {
    let text =
        br#"{"rooms":[{"number":1}],"beside":{"rooms":[{"number":2}],"label":"Lake"},"":"7"}"#;
    json::decode(text).expect("a suite")
}

#[test]
fn a_whole_reply_leads_on_where_there_is_one() {
    assert_eq!(LatestGuest::new().link_read(&12), Some(ReadGuest::new(12)));
    let asked = ReadSuite::new(1);
    let kept = suite().map(|suite| KeepSuite::new().body(suite));
    assert_eq!(asked.link_keep(&suite()), kept);
    assert_eq!(asked.link_keep(&None), None);
}

#[test]
#[expect(deprecated, reason = "so is the operation that the link leads to")]
fn what_holds_itself_is_left_where_it_is() {
    let asked = ReadSuite::new(1);
    let beside = asked.link_keep_beside(&suite()).expect("a suite beside");
    assert_eq!(
        beside.body.as_ref().map(|suite| suite.rooms[0].number),
        Some(2)
    );
    assert_eq!(asked.link_keep_beside(&beside.body), None);
    assert_eq!(asked.link_empty_name(&suite()), Some(OpenDoor::new("7")));
}

#[test]
fn a_union_without_a_name_is_one_type_at_both_ends() {
    let beside = ReadSuite::new(1).link_keep_beside(&suite());
    let label = beside.and_then(|beside| beside.link_label());
    let lake = StringOrInteger::String("Lake".to_owned());
    assert_eq!(label, Some(LabelSuite::new().body(lake)));
}
