//! What a client sends is what the service gets, and the other way round.

use std::collections::BTreeMap;

use bindery::UnixSeconds;

use crate::carrier::{Asked, Carrier, client_of, id, parcel};
use crate::parcel::{
    Address, CancelParcel, ChangeDelivery, Counter, CreateParcel, Delivery, DoorCode, GetParcel,
    Home, IdempotencyKey, ListParcels, ParcelState, ParcelType, Service2, Size,
};

/// Every character that a URL gives a meaning to, and some that it may not hold.
const ODD: &str = "a&b=c d#e+f%20g/h?i\"j\\k;ü日\u{1F4E6}\u{7f}";

pub(crate) fn address() -> Address {
    let address = Address::builder()
        .name("A. Reader")
        .line("1 Quay \"Street\"")
        .city("Bristol");
    address.country("GB").n2nd_line("3rd floor").build()
}

pub(crate) fn home() -> Home {
    Home::builder()
        .address(address())
        .door_code(DoorCode::new("d00r47").unwrap())
        .build()
}

pub(crate) fn new_parcel() -> CreateParcel {
    CreateParcel::builder()
        .idempotency_key(IdempotencyKey::new("order-1001").unwrap())
        .type_(ParcelType::Box)
        .weight_grams(1200)
        .delivery(home())
        .build()
}

#[tokio::test]
async fn a_body_arrives_as_it_was_sent() {
    let (client, carrier) = Carrier::open().await;
    let labels = BTreeMap::from([
        ("shelf".to_owned(), "4".to_owned()),
        (ODD.to_owned(), ODD.to_owned()),
    ]);
    let mut request = new_parcel();
    request.service = Some(Service2::N1st);
    request.value = Some(49.5);
    request.size = Some(Size::builder().length(300).width(200).height(100).build());
    request.labels = Some(labels.clone());
    request.note = Some(ODD.to_owned());
    let reply = client.send(request.clone()).await.unwrap();
    assert_eq!(carrier.asked(), [Asked::Create(request)]);
    assert_eq!(reply.parcel.labels, Some(labels));
    assert_eq!(reply.parcel.note.as_deref(), Some(ODD));
    assert_eq!(reply.parcel.delivery, Some(Delivery::Home(home())));
}

#[tokio::test]
async fn odd_characters_survive_path_and_query() {
    let (client, carrier) = Carrier::open().await;
    let list = ListParcels::new()
        .cursor(ODD)
        .state(ParcelState::Returned)
        .announced_after(UnixSeconds::from_secs(1_600_000_000))
        .with_returns(true)
        .limit(100);
    let page = client.send(list.clone()).await.unwrap();
    let get = GetParcel::new(id(7)).with_scans(false).lang("cy");
    let found = client.send(get.clone()).await.unwrap();
    assert_eq!(carrier.asked(), [Asked::List(list), Asked::Get(get)]);
    assert_eq!(page.next.as_deref(), Some(ODD));
    assert_eq!(found.parcel, parcel(id(7)));
}

#[tokio::test]
async fn absent_parameters_stay_absent() {
    let (client, carrier) = Carrier::open().await;
    let page = client.send(ListParcels::new()).await.unwrap();
    assert_eq!(carrier.asked(), [Asked::List(ListParcels::new())]);
    assert_eq!(page.next, None);
}

#[tokio::test]
async fn an_answer_without_a_body_is_enough() {
    let (client, carrier) = Carrier::open().await;
    client.send(CancelParcel::new(id(7))).await.unwrap();
    assert_eq!(carrier.asked(), [Asked::Cancel(CancelParcel::new(id(7)))]);
}

#[tokio::test]
async fn without_an_envelope_the_reply_is_the_payload() {
    let (client, carrier) = Carrier::open().await;
    let counter = Counter::new("Harbour", "passport");
    let change = ChangeDelivery::builder()
        .parcel_id(id(7))
        .delivery(counter.clone())
        .build();
    let changed = client.send(change.clone()).await.unwrap();
    assert_eq!(carrier.asked(), [Asked::Change(change)]);
    assert_eq!(changed.delivery, Some(Delivery::Counter(counter)));
}

#[tokio::test]
async fn what_the_spec_does_not_list_is_kept() {
    let body = r#"{"ok":true,"parcel":{"parcel_id":"P0000000001","type":"tube","state":"lost","announced_at":1,
        "delivery":{"method":"drone","height":1.50},"note":null,"wings":2}}"#;
    let found = client_of(200, body)
        .await
        .send(GetParcel::new(id(1)))
        .await
        .unwrap()
        .parcel;
    assert_eq!(found.type_, ParcelType::Unknown("tube".to_owned()));
    assert_eq!(found.state, ParcelState::Unknown("lost".to_owned()));
    let Some(Delivery::Unknown(kept)) = found.delivery else {
        panic!("{:?}", found.delivery)
    };
    assert_eq!(kept.as_str(), r#"{"method":"drone","height":1.50}"#);
    assert_eq!(found.note, None);
}

#[test]
fn enums_of_texts_are_shown_by_their_variants() {
    let shown = |what: &dyn std::fmt::Debug| format!("{what:?}");
    assert_eq!(shown(&ParcelType::Pallet), "Pallet");
    assert_eq!(
        shown(&ParcelType::Unknown("tube".to_owned())),
        r#"Unknown("tube")"#
    );
    assert_eq!(shown(&Service2::Empty), "Empty");
}
