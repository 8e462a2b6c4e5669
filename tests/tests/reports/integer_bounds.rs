//! An integer whose `maximum` is greater than an `i64` is a `u64`; no bound makes one smaller.

use crate::wire::Wire;

bindery::bindings! { spec = "../../fixtures/reports/integer-bounds.json" }

#[tokio::test]
async fn the_greatest_integers_go_and_come() {
    let text =
        r#"{"a":18446744073709551615,"b":18446744073709551615,"seed":-9223372036854775808,"d":7}"#;
    let wire = Wire::answers("200 OK", text);
    let client = Client::builder(bindery::sign::NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let mut request = PutU::new(u64::MAX, u64::MAX);
    request.seed = Some(i64::MIN);
    request.d = Some(7_i32);
    let reply = client.send(request).await.unwrap();
    assert_eq!(wire.body(), text);
    let (a, b): (u64, u64) = (reply.a, reply.b);
    assert_eq!((a, b, reply.seed), (u64::MAX, u64::MAX, Some(i64::MIN)));
}
