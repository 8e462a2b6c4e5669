//! Path, query, signature and caller: each way to be turned away before the body is looked at.

use std::time::Duration;

use tencent_im_sandbox::{DEMO_ADMIN, DEMO_APP_ID, DEMO_KEY};

use crate::support::{Bench, IMPORT_GROUP, IMPORT_MSG, Reply, query, query_with, sign, signature};

const GROUP: &str = r#"{"Type":"Public","Name":"Hikers"}"#;

async fn with_query(bench: &Bench, query: &str) -> Reply {
    let target = format!("{IMPORT_GROUP}?{query}");
    bench.connect().await.post(&target, GROUP).await
}

#[tokio::test]
async fn a_signed_call_of_an_administrator_passes() {
    let bench = Bench::new().await;
    assert_eq!(with_query(&bench, &query()).await.code(), 0);
}

#[tokio::test]
async fn an_unknown_path_or_method_is_60009() {
    let bench = Bench::new().await;
    for path in [
        "/",
        "/v4/openim/sendmsg",
        "/v4/group_open_http_svc/import_group/",
    ] {
        assert_eq!(bench.code(path, "{}").await, 60009, "{path}");
    }
    let mut connection = bench.connect().await;
    for method in ["GET", "PUT", "DELETE", "BREW"] {
        let target = format!("{IMPORT_GROUP}?{}", query());
        connection.send(method, &target, GROUP.as_bytes()).await;
        assert_eq!(connection.reply().await.unwrap().code(), 60009, "{method}");
    }
}

#[tokio::test]
async fn a_query_that_is_not_percent_encoded_is_60002() {
    let bench = Bench::new().await;
    assert_eq!(with_query(&bench, "sdkappid=%zz").await.code(), 60002);
}

#[tokio::test]
async fn each_wrong_parameter_has_its_code() {
    let bench = Bench::new().await;
    let cases = [
        ("sdkappid=1400000000", "", 60012),
        ("sdkappid=1400000000", "sdkappid=", 60025),
        ("sdkappid=1400000000", "sdkappid=abc", 60025),
        ("sdkappid=1400000000", "sdkappid=+1400000000", 60025),
        ("sdkappid=1400000000", "sdkappid=4294967296", 60025),
        ("sdkappid=1400000000", "SdkAppId=1400000000", 60012),
        ("sdkappid=1400000000", "sdkappid=1400000001", 70020),
        ("identifier=administrator", "", 60025),
        ("identifier=administrator", "identifier=", 60025),
        ("random=7", "", 60025),
        ("random=7", "random=-1", 60025),
        ("random=7", "random=4294967296", 60025),
        ("contenttype=json", "", 60025),
        ("contenttype=json", "contenttype=xml", 60025),
        ("contenttype=json", "contenttype=JSON", 60025),
    ];
    for (right, wrong, code) in cases {
        let query = query().replace(right, wrong);
        assert_eq!(
            with_query(&bench, &query).await.code(),
            code,
            "{right} -> {wrong}"
        );
    }
}

#[tokio::test]
async fn a_missing_query_is_60012() {
    let bench = Bench::new().await;
    let reply = bench.connect().await.post(IMPORT_GROUP, GROUP).await;
    assert_eq!(reply.code(), 60012);
}

#[tokio::test]
async fn each_wrong_signature_has_its_code() {
    let bench = Bench::with(|builder| {
        builder
            .app(DEMO_APP_ID, DEMO_KEY, [DEMO_ADMIN])
            .app(1_400_000_002, "another key", ["root"])
    })
    .await;
    let good = signature(DEMO_ADMIN);
    let cases = [
        (String::new(), 70003),
        ("x".to_owned(), 70003),
        (good.replace('e', "!"), 70003),
        (good[..good.len() - 8].to_owned(), 70003),
        (sign(DEMO_APP_ID, "a wrong key", DEMO_ADMIN), 70009),
        (signature("somebody"), 70013),
        (sign(1_400_000_002, "another key", DEMO_ADMIN), 70014),
    ];
    for (sig, code) in cases {
        let query = query_with(DEMO_ADMIN, &sig);
        assert_eq!(with_query(&bench, &query).await.code(), code);
    }
    let unsigned = query_with(DEMO_ADMIN, "").replace("usersig=&", "");
    assert_eq!(with_query(&bench, &unsigned).await.code(), 60025);
}

#[tokio::test]
async fn a_signature_expires_by_the_clock_of_the_sandbox() {
    let bench = Bench::new().await;
    bench.clock.advance(Duration::from_secs(300));
    assert_eq!(with_query(&bench, &query()).await.code(), 0);
    bench.clock.advance(Duration::from_secs(1));
    assert_eq!(with_query(&bench, &query()).await.code(), 70001);
}

#[tokio::test]
async fn a_caller_who_is_no_administrator_is_60010() {
    let bench = Bench::new().await;
    let query = query_with("leckie", &signature("leckie"));
    assert_eq!(with_query(&bench, &query).await.code(), 60010);
}

#[tokio::test]
async fn the_body_is_looked_at_last() {
    let bench = Bench::new().await;
    let expired = query_with("leckie", &signature("leckie"));
    let target = format!("{IMPORT_MSG}?{expired}");
    let reply = bench.connect().await.post(&target, "no json").await;
    assert_eq!(reply.code(), 60010);
}

#[tokio::test]
async fn refusals_never_repeat_the_signature_or_show_the_key() {
    let bench = Bench::new().await;
    let sig = sign(DEMO_APP_ID, "a wrong key", DEMO_ADMIN);
    let reply = with_query(&bench, &query_with(DEMO_ADMIN, &sig)).await;
    assert!(!reply.body.contains(&sig) && !reply.body.contains(DEMO_KEY));
    assert!(!format!("{:?}", bench.sandbox).contains(DEMO_KEY));
}

#[tokio::test]
async fn apps_do_not_see_each_others_groups() {
    let bench = Bench::with(|builder| {
        builder
            .app(DEMO_APP_ID, DEMO_KEY, [DEMO_ADMIN])
            .app(1_400_000_002, "another key", ["root"])
    })
    .await;
    let sig = sign(1_400_000_002, "another key", "root");
    let query = query_with("root", &sig).replace("1400000000", "1400000002");
    let target = format!("{IMPORT_GROUP}?{query}");
    let body = r#"{"Type":"Public","Name":"Other","GroupId":"hikers"}"#;
    assert_eq!(bench.connect().await.post(&target, body).await.code(), 0);
    assert_eq!(bench.sandbox.group("hikers").unwrap().name, "hikers");
}

#[tokio::test]
async fn the_documented_rate_is_kept_when_asked_for() {
    let bench = Bench::with(|builder| builder.rate_limits(true)).await;
    let mut connection = bench.connect().await;
    let target = format!("{IMPORT_GROUP}?{}", query());
    for _ in 0..200 {
        assert_eq!(connection.post(&target, GROUP).await.code(), 0);
    }
    assert_eq!(connection.post(&target, GROUP).await.code(), 60007);
    let other = format!("{IMPORT_MSG}?{}", query());
    assert_ne!(connection.post(&other, GROUP).await.code(), 60007);
    bench.clock.advance(Duration::from_secs(1));
    assert_eq!(connection.post(&target, GROUP).await.code(), 0);
}
