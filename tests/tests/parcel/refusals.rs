//! Every way in which the carrier says no.

use bindery::{Code, Done, Error};

use crate::carrier::{Carrier, client_of, id};
use crate::parcel::{
    CancelParcel, CancelParcelError, ChangeDelivery, ChangeDeliveryError, Counter,
    CreateParcelError, GetParcel, GetParcelError, InvalidFaultsItem, ParcelState, Problem,
};
use crate::round_trip::new_parcel;

#[tokio::test]
async fn a_code_in_words_is_a_variant() {
    let (client, carrier) = Carrier::open().await;
    let mut heavy = new_parcel();
    heavy.weight_grams = 30_000;
    let error = client.send(heavy).await.unwrap_err();
    let Error::Refused(refusal) = error else {
        panic!("{error:?}")
    };
    assert_eq!(refusal.error, CreateParcelError::TooHeavy);
    assert_eq!(refusal.message, "30 kg in a letter");
    assert!(carrier.asked().is_empty());
}

#[tokio::test]
async fn an_unknown_code_is_kept() {
    let body = r#"{"ok":false,"error":"on_strike","detail":"until Monday","trace":"t-9"}"#;
    let error = client_of(200, body)
        .await
        .send(GetParcel::new(id(1)))
        .await
        .unwrap_err();
    let Error::Refused(refusal) = error else {
        panic!("{error:?}")
    };
    assert_eq!(
        refusal.error,
        GetParcelError::Other(Code::from("on_strike"))
    );
    assert_eq!(refusal.message, "until Monday");
    assert_eq!(refusal.details, [("trace".to_owned(), "t-9".to_owned())]);
}

#[tokio::test]
async fn no_is_no_even_with_a_payload() {
    let body = r#"{"ok":false,"error":"parcel_not_found","parcel":{"parcel_id":"P0000000001","type":"box","state":"moving","announced_at":1}}"#;
    let error = client_of(200, body)
        .await
        .send(GetParcel::new(id(1)))
        .await
        .unwrap_err();
    assert_eq!(error.refusal(), Some(&GetParcelError::ParcelNotFound));
}

#[tokio::test]
async fn documented_statuses_are_variants_with_their_bodies() {
    let (client, _) = Carrier::open().await;
    let gone = client.send(CancelParcel::new(id(404))).await.unwrap_err();
    assert_eq!(
        gone.refusal(),
        Some(&CancelParcelError::NotFound(Problem::new("no such parcel")))
    );
    assert_eq!(gone.done(), Done::No);
    let moving = client.send(CancelParcel::new(id(409))).await.unwrap_err();
    let Some(CancelParcelError::Conflict(conflict)) = moving.refusal() else {
        panic!("{moving:?}")
    };
    assert_eq!(conflict.state, ParcelState::Moving);
    let counter = Counter::new("Nowhere", "passport");
    let change = ChangeDelivery::builder()
        .parcel_id(id(422))
        .delivery(counter)
        .build();
    let invalid = client.send(change).await.unwrap_err();
    let Some(ChangeDeliveryError::UnprocessableContent(body)) = invalid.refusal() else {
        panic!("{invalid:?}")
    };
    assert_eq!(
        body.faults,
        [InvalidFaultsItem::new(
            "/delivery/counter",
            "no such counter"
        )]
    );
}

#[tokio::test]
async fn without_an_envelope_a_body_of_its_shape_means_nothing() {
    let client = client_of(204, "").await;
    client.send(CancelParcel::new(id(1))).await.unwrap();
    let client = client_of(200, r#"{"ok":false,"error":"internal"}"#).await;
    client.send(CancelParcel::new(id(1))).await.unwrap();
}

#[tokio::test]
async fn an_undocumented_status_is_told_with_its_body() {
    let error = client_of(402, "pay first")
        .await
        .send(CancelParcel::new(id(1)))
        .await
        .unwrap_err();
    let Error::Status(status) = error else {
        panic!("{error:?}")
    };
    assert_eq!((status.status, status.body.as_str()), (402, "pay first"));
}

#[tokio::test]
async fn a_wrong_request_stays_here() {
    let (client, carrier) = Carrier::open().await;
    let mut wrong = new_parcel();
    wrong.weight_grams = 0;
    wrong.value = Some(5000.5);
    wrong.note = Some("x".repeat(141));
    let error = client.send(wrong).await.unwrap_err();
    let Error::Invalid(violations) = error else {
        panic!("{error:?}")
    };
    let places: Vec<String> = violations
        .iter()
        .map(|violation| violation.pointer.clone())
        .collect();
    assert_eq!(places, ["/weight_grams", "/value", "/note"]);
    assert!(carrier.asked().is_empty());
}
