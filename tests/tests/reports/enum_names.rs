//! Values of enums that signs and case alone tell apart: each has the name that says so, wherever it stands in the list.

use bindery::bindings;
use bindery::sign::NoAuth;

use crate::wire::Wire;

bindings! { spec = "../../fixtures/reports/enum-names.json" }

#[tokio::test]
async fn each_name_sends_its_value() {
    for (order, wanted) in [
        (ReactOrder::Asc, "asc"),
        (ReactOrder::ASC, "ASC"),
        (ReactOrder::MinusAsc, "-asc"),
        (ReactOrder::PlusAsc, "+asc"),
        (ReactOrder::Empty, ""),
        (ReactOrder::Space, " "),
        (ReactOrder::Less, "<"),
        (ReactOrder::Greater, ">"),
        (ReactOrder::LessOrEqual, "<="),
        (ReactOrder::N1st, "1st"),
        (ReactOrder::Self_, "Self"),
        (ReactOrder::self_, "self"),
    ] {
        assert_eq!(order.as_str(), wanted);
    }
    let wire = Wire::answers("200 OK", r#"{"score":-1,"unit":"mW"}"#);
    let client = Client::builder(NoAuth).base_url(wire.url());
    let request = React::builder()
        .score(ReactScore::Minus1)
        .unit(ReactUnit::MW)
        .order(ReactOrder::LessOrEqual)
        .build();
    let reply = client.build().unwrap().send(request).await.unwrap();
    let body = wire.body();
    for member in [r#""score":-1"#, r#""unit":"MW""#, r#""order":"<=""#] {
        assert!(body.contains(member), "{body}");
    }
    assert_eq!(reply.score, ReactReplyScore::Minus1);
    assert_eq!(reply.unit, ReactReplyUnit::mW);
}
