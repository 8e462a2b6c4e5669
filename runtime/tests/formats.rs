//! Formats of texts as types of other crates, where the caller asks for them: both sides agree, and what is not of the format
//! is said.

use bindery::json::{self, Decode, Encode};
use uuid::Uuid;

mod by_time {
    bindery::bindings! {
        spec = "../../tests/fixtures/formats.json", sides = [client, server], formats = [time, url, uuid]
    }
}

mod by_chrono {
    bindery::bindings! { spec = "../../tests/fixtures/formats.json", sides = [client, server], formats = [chrono] }
}

const VISIT: &str = r#"{"at":"2026-11-23T10:00:00Z","days":["2026-11-23","2027-01-01"],"page":"https://example.com/a","by":"67e55044-10b1-426f-9247-bb680e5fe0c8"}"#;

#[track_caller]
fn back<T: Decode + Encode>(text: &str) -> T {
    let value: T = json::decode(text.as_bytes()).unwrap();
    assert_eq!(text, String::from_utf8(json::encode(&value)).unwrap());
    value
}

#[test]
fn values_are_of_the_crates_asked_for() {
    let visit: by_time::Visit = back(VISIT);
    assert_eq!(visit.at.unwrap().unix_timestamp(), 1_795_428_000);
    assert_eq!(visit.days.unwrap()[1].year(), 2027);
    assert_eq!(visit.page.unwrap().host_str(), Some("example.com"));
    let Some(by_time::IdOrInteger::Id(id)) = visit.by else {
        panic!("{:?}", visit.by)
    };
    assert_eq!(id.get_version_num(), 4);
    let text = VISIT.replace('Z', "+00:00");
    let visit: by_chrono::Visit = back(&text);
    assert_eq!(visit.at.unwrap().timestamp(), 1_795_428_000);
    assert!(visit.days.is_some_and(|days| days.len() == 2));
}

#[test]
fn what_is_not_of_the_format_is_said() {
    for (text, said) in [
        (
            r#"{"at":"yesterday"}"#,
            "/at: expected a time as RFC 3339 has it (byte 6)",
        ),
        (
            r#"{"days":["2026-02-30"]}"#,
            "/days/0: expected a date as RFC 3339 has it (byte 9)",
        ),
        (r#"{"page":"no url"}"#, "/page: expected a URL (byte 8)"),
    ] {
        let error = json::decode::<by_time::Visit>(text.as_bytes()).unwrap_err();
        assert_eq!(error.to_string(), said);
    }
}

#[test]
fn they_stand_in_parameters_too() {
    let id = Uuid::from_u128(7);
    let day = time::Date::from_ordinal_date(2026, 1).unwrap();
    let request = by_time::VisitRequest::new(id).on(day);
    assert_eq!(request.id, id);
}

const SECOND: i128 = 1_000_000_000;

#[test]
fn times_may_be_written_in_all_ways_of_rfc_3339() {
    let time = |text: &str| {
        let visit = json::decode::<by_time::Visit>(format!(r#"{{"at":"{text}"}}"#).as_bytes());
        visit
            .ok()?
            .at
            .map(time::OffsetDateTime::unix_timestamp_nanos)
    };
    let chrono = |text: &str| {
        let visit = json::decode::<by_chrono::Visit>(format!(r#"{{"at":"{text}"}}"#).as_bytes());
        visit.ok()?.at
    };
    for (text, nanos) in [
        ("1990-12-31T23:59:59Z", 662_687_999 * SECOND),
        ("1990-12-31t23:59:59z", 662_687_999 * SECOND),
        ("1990-12-31T23:59:59.5Z", 662_687_999 * SECOND + SECOND / 2),
        (
            "1990-12-31T23:59:59.123456789Z",
            662_687_999 * SECOND + 123_456_789,
        ),
        ("1990-12-31T15:59:59-08:00", 662_687_999 * SECOND),
        ("1990-12-31T23:59:59+00:00", 662_687_999 * SECOND),
        // A leap second is the end of the one before it.
        ("1990-12-31T23:59:60Z", 662_688_000 * SECOND - 1),
        ("1990-12-31T15:59:60-08:00", 662_688_000 * SECOND - 1),
        ("1990-12-31T23:59:60.25Z", 662_688_000 * SECOND - 1),
        ("2026-11-23T10:00:60Z", 1_795_428_060 * SECOND - 1),
    ] {
        assert_eq!(time(text), Some(nanos), "{text}");
        let read = chrono(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(
            i128::from(read.timestamp()),
            nanos.div_euclid(SECOND),
            "{text}"
        );
    }
    assert_eq!(
        chrono("1990-12-31T23:59:60Z").unwrap().to_rfc3339(),
        "1990-12-31T23:59:60+00:00"
    );
    for wrong in [
        "1990-12-31T23:59:61Z",
        "1990-12-31T23:59:60",
        "1990-12-31 23:59",
        "é990-12-31T23:5:60Z",
    ] {
        assert_eq!((time(wrong), chrono(wrong)), (None, None), "{wrong}");
    }
}
