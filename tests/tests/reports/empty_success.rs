//! Successes with nothing in them.

use bindery::sign::NoAuth;
use bindery::{Done, Error, bindings};

use crate::wire::Wire;

bindings! { spec = "../../fixtures/reports/empty-success.json" }

fn client(wire: &Wire) -> Client {
    let builder = Client::builder(NoAuth).base_url(wire.url());
    builder.build().unwrap()
}

#[tokio::test]
async fn where_every_member_may_be_absent_all_are() {
    for (status, body) in [
        ("200 OK", ""),
        ("204 No Content", ""),
        ("200 OK", " \r\n\t"),
    ] {
        let wire = Wire::answers(status, body);
        let reply = client(&wire).send(OkEmpty::new()).await.unwrap();
        assert_eq!(reply.x, None);
        let reply = client(&wire).send(MaybeNull::new()).await.unwrap();
        assert!(reply.is_none());
        client(&wire).send(AcceptedNoContent::new()).await.unwrap();
    }
    let wire = Wire::answers("200 OK", "");
    assert!(
        client(&wire)
            .send(Bin::new())
            .await
            .unwrap()
            .into_bytes()
            .is_empty()
    );
}

#[tokio::test]
async fn a_body_that_was_not_promised_does_no_harm() {
    let wire = Wire::answers("202 Accepted", r#"{"x":1}"#);
    client(&wire).send(AcceptedNoContent::new()).await.unwrap();
}

mod required {
    use super::*;

    bindings! { spec = "../../fixtures/reports/nothing-came.json" }

    fn told<T: std::fmt::Debug, E: std::fmt::Debug>(outcome: Result<T, Error<E>>) {
        let Err(Error::Undecodable(bad)) = outcome else {
            panic!("{outcome:?}")
        };
        assert_eq!(bad.error.to_string(), "nothing came: the body is empty");
    }

    #[tokio::test]
    async fn otherwise_the_error_says_that_nothing_came() {
        for (status, body) in [("200 OK", ""), ("200 OK", "\n"), ("204 No Content", "")] {
            let wire = Wire::answers(status, body);
            let builder = Client::builder(NoAuth).base_url(wire.url());
            let client = builder.build().unwrap();
            let outcome = client.send(Get::new()).await;
            assert_eq!(outcome.as_ref().unwrap_err().done(), Done::Unknown);
            told(outcome);
            told(client.send(List::new()).await);
            told(client.send(Number::new()).await);
            // No verdict is no success.
            told(client.send(Judged::new()).await);
        }
    }
}
