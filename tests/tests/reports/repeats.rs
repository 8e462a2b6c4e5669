//! Keys by which a service knows repeats: twice in one call they never leave, and what is dropped is not called done.

use bindery::sign::NoAuth;
use bindery::{Distinct, Error, Rule, Segment, Verdict, Violation};

use crate::wire::Wire;
use parcels::{Client, Parcel, SendBoxes, Shelf, Ship};

mod parcels {
    bindery::bindings! { spec = "../../fixtures/reports/repeats.json" }
}

fn client(wire: &Wire) -> Client {
    let client = Client::builder(NoAuth).base_url(wire.url());
    client.build().unwrap()
}

fn parcel(name: &str, key: impl Into<Option<u32>>) -> Parcel {
    let parcel = Parcel::new(name);
    match key.into() {
        Some(key) => parcel.key(key),
        None => parcel,
    }
}

fn ship(parcels: Vec<Parcel>) -> Ship {
    Ship::builder().parcels(parcels).build()
}

/// The pointers of repeats.
fn repeats<'v>(violations: impl IntoIterator<Item = &'v Violation>) -> Vec<String> {
    let repeats = violations.into_iter().inspect(|violation| {
        assert_eq!(violation.rule, Rule::Distinct);
    });
    repeats.map(|violation| violation.pointer.clone()).collect()
}

#[tokio::test]
async fn a_repeat_within_a_call_never_leaves() {
    let wire = Wire::answers("200 OK", r#"{"done":[]}"#);
    let parcels = [
        parcel("a", 7),
        parcel("b", None),
        parcel("c", 7),
        parcel("d", None),
    ];
    let error = client(&wire)
        .send(ship(parcels.to_vec()))
        .await
        .unwrap_err();
    let Error::Invalid(violations) = error else {
        panic!("{error:?}")
    };
    assert_eq!(repeats(&violations), ["/parcels/2/key"]);
    let first = violations.iter().next().unwrap();
    let member = |name: &str| Segment::Member(name.to_owned());
    assert_eq!(
        first.path,
        [member("parcels"), Segment::Index(2), member("key")]
    );
    assert_eq!(first.item(), Some(2));
    assert!(wire.seen().is_empty());
}

#[tokio::test]
async fn many_are_compared_too() {
    let wire = Wire::answers("200 OK", r#"{"done":[]}"#);
    let mut parcels: Vec<_> = (0..1000).map(|key| parcel("a", key)).collect();
    parcels[999] = parcel("b", 500);
    let error = client(&wire).send(ship(parcels)).await.unwrap_err();
    let Error::Invalid(violations) = error else {
        panic!("{error:?}")
    };
    assert_eq!(repeats(&violations), ["/parcels/999/key"]);
}

#[tokio::test]
async fn keys_deeper_in_lists_are_compared_across_them() {
    let wire = Wire::answers("200 OK", "{}");
    let shelf = |boxes: [&str; 2]| {
        Shelf::builder()
            .boxes(boxes.map(str::to_owned).to_vec())
            .build()
    };
    let shelves = vec![shelf(["a", "b"]), shelf(["c", "a"])];
    let error = client(&wire)
        .send(SendBoxes::builder().shelves(shelves).build())
        .await
        .unwrap_err();
    let Error::Invalid(violations) = error else {
        panic!("{error:?}")
    };
    assert_eq!(repeats(&violations), ["/shelves/1/boxes/1"]);
    let shelves = vec![shelf(["a", "b"]), shelf(["c", "d"])];
    client(&wire)
        .send(SendBoxes::builder().shelves(shelves).build())
        .await
        .unwrap();
}

/// A caller's own types.
mod own {
    use bindery::Request;

    #[derive(Request)]
    #[bindery(spec = "../../fixtures/reports/repeats.json", operation = ship, bindings = super::parcels)]
    pub(super) struct Batch {
        pub(super) parcels: Vec<Parcel>,
    }

    #[derive(Request, Debug)]
    #[bindery(spec = "../../fixtures/reports/repeats.json", operation = ship, part = Parcel, bindings = super::parcels)]
    pub(super) struct Parcel {
        pub(super) name: String,
        pub(super) key: Option<u32>,
    }
}

#[test]
fn own_types_are_checked_alike() {
    let parcel = |key| own::Parcel {
        name: "a".to_owned(),
        key,
    };
    let batch = own::Batch {
        parcels: vec![parcel(Some(1)), parcel(None), parcel(None), parcel(Some(1))],
    };
    let mut checker = bindery::__private::Checker::new(0);
    bindery::Operation::check(&batch, &mut checker);
    assert_eq!(repeats(&checker.finish().unwrap_err()), ["/parcels/3/key"]);
}

#[tokio::test]
async fn success_that_nothing_shows_is_not_done() {
    let said = r#"{"done":[{"code":0,"number":5},{"code":0},{"code":0,"number":null},{"code":0,"number":0},{"code":9}]}"#;
    let wire = Wire::answers("200 OK", said);
    let numbers = Distinct::new();
    let parcels: Vec<_> = (0..5).map(|_| parcel("a", numbers.u32())).collect();
    let outcome = client(&wire).send(ship(parcels)).await.unwrap();
    assert!(!outcome.is_complete());
    let items = outcome.items();
    assert!(matches!(&items[0].verdict, Verdict::Done(said) if said.number == Some(5)));
    for item in &items[1..4] {
        assert!(matches!(item.verdict, Verdict::Unconfirmed(_)), "{item:?}");
    }
    assert!(matches!(items[4].verdict, Verdict::Refused(_)));
    let partial = outcome.into_result().unwrap_err().to_string();
    let told = "1 of 5 items done; item 1: said to be done, and nothing shows it";
    assert!(partial.starts_with(told), "{partial}");
}

#[test]
fn numbers_do_not_repeat() {
    let numbers = Distinct::new();
    let mut drawn: Vec<_> = (0..300_000).map(|_| numbers.u32()).collect();
    // They are spread over the whole range, and in no order.
    assert!(drawn.iter().any(|it| *it > u32::MAX / 8 * 7));
    assert!(!drawn.is_sorted());
    drawn.sort_unstable();
    drawn.dedup();
    assert_eq!(drawn.len(), 300_000);
}
