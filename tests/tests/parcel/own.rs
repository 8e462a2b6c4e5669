//! Structs of the caller's own: parameters, secrets, keys, bounds of numbers.

use std::collections::HashMap;
use std::sync::Arc;

use bindery::{Error, ReplyAs};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;

use crate::carrier::{Asked, Carrier, TOKEN, id};
use crate::parcel::{
    self, ChangeDelivery, Client, CreateParcel, Delivery, GetParcel, IdempotencyKey, ListParcels,
    ParcelState, ParcelType, Size,
};
use crate::round_trip::{home, new_parcel};

#[derive(bindery::Request)]
#[bindery(
    spec = "../../fixtures/parcel.json",
    operation = create_parcel,
    bindings = crate::parcel,
    reply = Receipt
)]
struct Announce {
    #[bindery(rename = "idempotency_key")]
    order: Arc<str>,
    r#type: ParcelType,
    weight_grams: u16,
    value: Option<f32>,
    size: Option<Measures>,
    delivery: Delivery,
    labels: HashMap<String, Box<str>>,
    note: Option<String>,
}

#[derive(bindery::Request)]
#[bindery(
    spec = "../../fixtures/parcel.json",
    operation = create_parcel,
    part = Size,
    bindings = crate::parcel
)]
struct Measures {
    length: u32,
    width: u16,
    height: u8,
}

#[derive(bindery::Response)]
#[bindery(
    spec = "../../fixtures/parcel.json",
    operation = create_parcel,
    bindings = parcel
)]
struct Receipt {
    parcel: Known,
}

#[derive(bindery::Response)]
#[bindery(
    spec = "../../fixtures/parcel.json",
    operation = create_parcel,
    part = Parcel,
    bindings = parcel
)]
struct Known {
    parcel_id: String,
    labels: Option<HashMap<String, String>>,
    #[bindery(default)]
    note: String,
    self_: Option<Box<str>>,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../fixtures/parcel.json", operation = change_delivery, bindings = crate::parcel)]
struct Redirect<'a> {
    parcel_id: &'a str,
    delivery: Delivery,
    reason: &'a str,
}

#[derive(bindery::Request)]
#[bindery(spec = "../../fixtures/parcel.json", operation = list_parcels, bindings = crate::parcel)]
struct Search {
    state: Option<ParcelState>,
    with_returns: bool,
    limit: Option<u8>,
    cursor: Option<String>,
}

fn announce() -> Announce {
    Announce {
        order: "order-1001".into(),
        r#type: ParcelType::Box,
        weight_grams: 1200,
        value: Some(49.5),
        size: Some(Measures {
            length: 300,
            width: 200,
            height: 100,
        }),
        delivery: home().into(),
        labels: HashMap::from([("shelf".to_owned(), "4".into())]),
        note: None,
    }
}

#[tokio::test]
async fn members_arrive_as_the_generated_ones_do() {
    let (client, carrier) = Carrier::open().await;
    let receipt = client.send(announce()).await.unwrap();
    let mut twin: CreateParcel = new_parcel();
    twin.value = Some(49.5);
    twin.size = Some(Size::builder().length(300).width(200).height(100).build());
    twin.labels = Some([("shelf".to_owned(), "4".to_owned())].into());
    assert_eq!(carrier.asked(), [Asked::Create(twin)]);
    assert!(receipt.parcel.parcel_id.starts_with('P'));
    assert_eq!(receipt.parcel.labels.unwrap()["shelf"], "4");
    assert_eq!(receipt.parcel.note, "");
    assert_eq!(receipt.parcel.self_, None);
}

#[tokio::test]
async fn parameters_arrive_as_the_generated_ones_do() {
    let (client, carrier) = Carrier::open().await;
    let odd = "a&b=c d/#?é";
    let redirect = Redirect {
        parcel_id: "P0000000001",
        delivery: home().into(),
        reason: odd,
    };
    let _ = client.send(redirect).await;
    let mut twin = ChangeDelivery::builder()
        .parcel_id(id(1))
        .delivery(home())
        .build();
    twin.reason = Some(odd.to_owned());
    assert_eq!(carrier.asked(), [Asked::Change(twin)]);

    let search = Search {
        state: Some(ParcelState::Moving),
        with_returns: true,
        limit: Some(5),
        cursor: Some(odd.to_owned()),
    };
    let _ = client.send(search).await;
    let mut twin = ListParcels::new();
    twin.state = Some(ParcelState::Moving);
    twin.with_returns = Some(true);
    twin.limit = Some(5);
    twin.cursor = Some(odd.to_owned());
    assert_eq!(carrier.asked(), [Asked::List(twin)]);
}

#[tokio::test]
async fn rules_of_values_are_kept() {
    let (client, carrier) = Carrier::open().await;
    let mut own = announce();
    own.order = "short".into();
    own.weight_grams = 30_001;
    own.value = Some(5000.5);
    own.size.as_mut().unwrap().height = 0;
    own.labels.insert("a/b".to_owned(), "x".repeat(41).into());
    own.note = Some("x".repeat(141));
    let Err(Error::Invalid(violations)) = client.send(own).await else {
        panic!("sent")
    };
    let told: Vec<_> = violations.iter().map(|v| v.pointer.as_str()).collect();
    assert_eq!(
        told,
        [
            "/idempotency_key",
            "/weight_grams",
            "/value",
            "/size/height",
            "/labels/a~1b",
            "/note"
        ]
    );
    let redirect = Redirect {
        parcel_id: "1",
        delivery: home().into(),
        reason: "",
    };
    let error = client.send(redirect).await.err().unwrap().to_string();
    assert!(error.contains("/path/parcel_id"), "{error}");
    assert!(carrier.asked().is_empty());
}

fn scripted(script: &Script) -> Client {
    let builder = Client::builder(bindery::sign::Bearer::new(TOKEN));
    let builder = builder.transport(script.clone()).timer(Clock::default());
    builder.base_url("http://127.0.0.1:9").build().unwrap()
}

#[tokio::test]
async fn a_key_makes_the_request_safe_to_repeat() {
    let script = Script::default();
    let error = scripted(&script).send(announce()).await.err().unwrap();
    assert!(script.seen().len() > 1, "{error:?}");
}

#[tokio::test]
async fn a_secret_that_the_service_echoes_is_not_told() {
    let script = Script::default();
    script.answers(502, "the door opens with d00r47");
    let error = scripted(&script).send(announce()).await.err().unwrap();
    let told = format!("{error} {error:?}");
    assert!(!told.contains("d00r47"), "{told}");
}

#[tokio::test]
async fn a_reply_can_be_read_from_a_generated_request() {
    #[derive(bindery::Response)]
    #[bindery(spec = "../../fixtures/parcel.json", operation = get_parcel, bindings = parcel)]
    struct Scanned {
        parcel: Option<Known>,
    }
    let (client, carrier) = Carrier::open().await;
    let request = GetParcel::new(id(1));
    let scanned = client
        .send(ReplyAs::<Scanned, _>::new(request.clone()))
        .await
        .unwrap();
    assert_eq!(carrier.asked(), [Asked::Get(request)]);
    let _ = scanned.parcel.map(|known| known.parcel_id);
    let _ = IdempotencyKey::new("order-1001").unwrap();
}
