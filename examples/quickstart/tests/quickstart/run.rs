//! The whole way, with a wire that is not always kind.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex};

use quickstart::Error;
use quickstart::calls::Calls;
use quickstart::compare::What;
use quickstart::im::{Client, ImportGroupError};
use quickstart::report::Report;
use serde_json::{Value, json};
use tencent_im_sandbox::Sandbox;

use crate::wire::{Fate, Wire};

/// Moves the small history: 30 messages of `tea`, with the random numbers 1 to 30, and 8 of `chess`.
async fn run(
    sandbox: &Sandbox,
    fate: impl Fn(&str, Value) -> Fate + Send + Sync + 'static,
) -> Result<Report, Error> {
    let calls = Arc::new(Calls::default());
    let client = Client::builder(sandbox.credentials())
        .base_url(sandbox.base_url())
        .observer(Arc::clone(&calls))
        .transport(Wire::new(fate))
        .build()
        .unwrap();
    let history = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/small.jsonl");
    quickstart::run(&client, &calls, &history).await
}

fn kind(_: &str, body: Value) -> Fate {
    Fate::Answered(body)
}

fn messages(body: &mut Value) -> Option<&mut Vec<Value>> {
    body["MsgList"].as_array_mut()
}

/// How often the service got each message.
type Arrivals = Arc<Mutex<BTreeMap<String, usize>>>;

/// Fails every call for a group and every full batch the first time it is made. In turn, the service gets nothing, all
/// of it, or the first three messages.
fn unkind(arrivals: &Arrivals) -> impl Fn(&str, Value) -> Fate + use<> {
    let arrivals = Arc::clone(arrivals);
    let seen = Mutex::new(HashSet::new());
    move |operation, mut body| {
        let mut seen = seen.lock().unwrap();
        let fails = operation != "group_msg_get_simple"
            && messages(&mut body).is_none_or(|messages| messages.len() == 7)
            && seen.insert(body.to_string());
        match (fails, seen.len() % 3) {
            (true, 0) => return Fate::Lost,
            (true, 1) => messages(&mut body)
                .into_iter()
                .for_each(|messages| messages.truncate(3)),
            _ => {}
        }
        for message in messages(&mut body).into_iter().flatten() {
            *arrivals
                .lock()
                .unwrap()
                .entry(message["Random"].to_string())
                .or_default() += 1;
        }
        if fails {
            Fate::AnswerLost(body)
        } else {
            Fate::Answered(body)
        }
    }
}

#[tokio::test]
async fn what_came_back_is_what_was_sent() {
    let sandbox = Sandbox::start().await.unwrap();
    let report = run(&sandbox, kind).await.unwrap();
    assert!(report.is_equal(), "{report}");
    let [chess, tea] = &report.groups[..] else {
        panic!("{report}")
    };
    assert_eq!(
        (&*chess.name, chess.sent, chess.stored, chess.read_back),
        ("chess", 8, 8, 8)
    );
    assert_eq!(
        (&*tea.name, tea.sent, tea.stored, tea.read_back),
        ("tea", 30, 30, 30)
    );
    assert_eq!((report.import.calls, report.reading.calls), (2 + 5, 1 + 2));
}

#[tokio::test]
async fn no_lost_call_loses_or_doubles_a_message() {
    let sandbox = Sandbox::start().await.unwrap();
    let arrivals = Arrivals::default();
    let report = run(&sandbox, unkind(&arrivals)).await.unwrap();
    assert!(report.is_equal(), "{report}");
    for group in report.groups {
        assert_eq!((group.stored, group.refused), (group.sent, BTreeMap::new()));
    }
    // Not one was left to the service to be dropped as a repeat.
    let arrivals = arrivals.lock().unwrap();
    assert_eq!(arrivals.len(), 38);
    assert!(arrivals.values().all(|times| *times == 1), "{arrivals:?}");
}

#[tokio::test]
async fn refused_and_changed_messages_are_named() {
    let sandbox = Sandbox::start().await.unwrap();
    let report = run(&sandbox, |_, mut body| {
        for message in messages(&mut body).into_iter().flatten() {
            match message["Random"].as_u64() {
                // Older than its group.
                Some(1) => message["SendTime"] = json!(1),
                Some(12) => message["MsgBody"][0]["MsgContent"]["Text"] = json!("other"),
                _ => {}
            }
        }
        Fate::Answered(body)
    });
    let report = report.await.unwrap();
    let [chess, tea] = &report.groups[..] else {
        panic!("{report}")
    };
    assert_eq!((tea.stored, tea.read_back), (29, 29));
    assert_eq!(tea.refused, BTreeMap::from([(10_004.into(), 1)]));
    let found: Vec<_> = tea
        .differences
        .iter()
        .map(|difference| difference.what)
        .collect();
    assert_eq!(found, [What::Missing, What::Element(0)]);
    assert_eq!(chess.differences, []);
}

#[tokio::test]
async fn a_group_that_holds_messages_is_left_alone() {
    let sandbox = Sandbox::start().await.unwrap();
    run(&sandbox, kind).await.unwrap();
    let error = run(&sandbox, kind).await.unwrap_err();
    let Error::Make(_, refused) = &error else {
        panic!("{error}")
    };
    let taken = [
        ImportGroupError::GroupIdTaken,
        ImportGroupError::GroupIdOwned,
    ];
    assert!(
        refused
            .refusal()
            .is_some_and(|refusal| taken.contains(refusal)),
        "{error}"
    );
    // The same when the answer to the first call got lost, so that the group might be one's own.
    let error = run(&sandbox, unkind(&Arrivals::default()))
        .await
        .unwrap_err();
    assert!(matches!(error, Error::NotEmpty(_)), "{error}");
    assert_eq!(sandbox.group("tea").unwrap().messages.len(), 30);
}

#[tokio::test]
async fn a_service_that_repeats_its_newest_page_is_not_read_for_ever() {
    let sandbox = Sandbox::start().await.unwrap();
    let report = run(&sandbox, |_, mut body| {
        body.as_object_mut().unwrap().remove("ReqMsgSeq");
        Fate::Answered(body)
    });
    let error = report.await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "group tea cannot be read: a page holds messages that were not asked for"
    );
}

/// Every other import is not answered, the rest are answered without verdicts. Nothing here touches a socket, so that
/// waits pass at once.
#[tokio::test(start_paused = true)]
async fn a_fate_that_stays_unknown_ends_the_move() {
    let sandbox = Sandbox::start().await.unwrap();
    let imports = Arc::new(Mutex::new(BTreeMap::<_, usize>::new()));
    let counted = Arc::clone(&imports);
    let report = run(&sandbox, move |operation, body| {
        if operation == "import_group_msg" {
            let mut imports = counted.lock().unwrap();
            let times = imports.entry(body["GroupId"].to_string()).or_default();
            *times += 1;
            if *times % 2 == 0 {
                return Fate::Lost;
            }
        }
        Fate::Forged(json!({
            "ActionStatus": "OK", "ErrorInfo": "", "ErrorCode": 0, "GroupId": body["GroupId"],
            "ImportMsgResult": [], "IsFinished": 1, "RspMsgList": [],
        }))
    });
    let Error::Unresolved(group, messages) = report.await.unwrap_err() else {
        panic!("another error")
    };
    assert_eq!(messages, 7);
    assert_eq!(
        imports.lock().unwrap()[&json!(group.as_str()).to_string()],
        5
    );
}
