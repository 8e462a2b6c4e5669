//! `anyOf` of a schema and nothing but `nullable` is that schema or null.

use crate::wire::Wire;

bindery::bindings! { spec = "../../fixtures/reports/anyof-or-nullable.json" }

#[tokio::test]
async fn the_query_is_typed() {
    let wire = Wire::answers("200 OK", r#"{"n":1}"#);
    let client = Client::builder(bindery::sign::NoAuth)
        .base_url(wire.url())
        .build()
        .unwrap();
    let mut search = Search::new();
    search.query = Some(Query::new("words"));
    search.filter = Some(Query::new("fewer"));
    client.send(search).await.unwrap();
    assert_eq!(
        wire.body(),
        r#"{"query":{"text":"words"},"filter":{"text":"fewer"}}"#
    );
}
