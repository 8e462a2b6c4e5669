//! The token stays out of every text, also where the carrier echoes it; the door code out of all that is typed.

use std::error::Error;

use bindery::server::{Reply, Request};
use bindery_tests::listen::listen;

use crate::carrier::{Carrier, TOKEN, client};
use crate::parcel::CreateParcelError;
use crate::round_trip::new_parcel;

const DOOR: &str = "d00r47";

fn assert_silent(text: &str) {
    assert!(!text.contains(TOKEN), "{text}");
    assert!(!text.contains(DOOR), "{text}");
}

fn all_text(error: &dyn Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    if let Some(source) = error.source() {
        text += &all_text(source);
    }
    text
}

#[tokio::test]
async fn neither_requests_nor_replies_nor_clients_show_them() {
    let (client, _) = Carrier::open().await;
    let reply = client.send(new_parcel()).await.unwrap();
    assert_silent(&format!("{client:?} {:?} {reply:?}", new_parcel()));
    let home = crate::round_trip::home();
    assert_eq!(home.door_code.unwrap().expose(), DOOR);
}

#[tokio::test]
async fn errors_do_not_show_what_the_carrier_echoes() {
    for (status, before, after) in [
        (500, "<p>", "</p>"),
        (
            200,
            "{\"ok\":false,\"error\":\"too_heavy\",\"detail\":\"",
            "\"}",
        ),
        (
            200,
            "{\"ok\":false,\"error\":\"too_heavy\",\"trace\":[\"",
            "\"]}",
        ),
        (200, "{\"ok\":false,\"error\":\"", "\"}"),
        (200, "{\"ok\":true,\"parcel\":\"", "\"}"),
        (200, "", "{"),
    ] {
        let echo = move |request: Request| {
            let token = request.headers["authorization"].to_str().unwrap();
            let body = format!("{before}{token} {DOOR}{after}").into_bytes();
            std::future::ready(Some(Reply {
                status,
                content_type: None,
                body,
            }))
        };
        let client = client(&listen(echo).await.unwrap());
        let error: bindery::Error<CreateParcelError> = client.send(new_parcel()).await.unwrap_err();
        assert_silent(&all_text(&error));
        assert!(all_text(&error).contains("[redacted]"), "{error:?}");
    }
}
