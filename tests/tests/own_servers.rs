//! Servers of single operations: calls go there from a documented server, and nowhere from any other unless the builder says so.

use bindery::sign::{Bearer, NoAuth};
use bindery::{BuildError, ClientBuilder, OperationOf};
use bindery_tests::clock::Clock;
use bindery_tests::listen::listen;
use bindery_tests::script::Script;

mod places {
    bindery::bindings! { spec = "../fixtures/servers.json" }
}

use places::{
    Beta, Client, DropFiles, Health, Jobs, JobsV3Server, JobsV3ServerRegion, ListFiles,
    OperationServer, Ping, Places, Server, Upload,
};

async fn called<O: OperationOf<Places>>(client: ClientBuilder<Places>, request: O) -> String {
    let script = Script::default();
    let client = client.timer(Clock::default()).transport(script.clone());
    let _ = client.build().unwrap().send(request).await;
    script.seen()[0].uri().to_string()
}

fn on(base: impl AsRef<str>) -> ClientBuilder<Places> {
    Client::builder(NoAuth).base_url(base)
}

#[tokio::test]
async fn a_client_on_a_documented_server_calls_an_operation_on_its_own() {
    for client in [|| Client::builder(NoAuth), || on(Server::Fixed)] {
        let upload = called(client(), Upload::new()).await;
        assert_eq!(upload, "https://upload.example.com/files");
        let drop = called(client(), DropFiles::new()).await;
        assert_eq!(drop, "https://upload.example.com/files");
        let jobs = called(client(), Jobs::new()).await;
        assert_eq!(jobs, "https://a.jobs.eu.example.com/v3/jobs");
    }
    let ping = called(on(Server::Fixed), Ping::new()).await;
    assert_eq!(ping, "https://fixed.example.com/ping");
}

#[tokio::test]
async fn a_server_that_is_among_those_of_the_operation_is_kept() {
    let first = called(Client::builder(NoAuth), ListFiles::new()).await;
    assert_eq!(first, "https://fixed.example.com/files");
    let kept = called(on(Server::Fixed), ListFiles::new()).await;
    assert_eq!(kept, "https://fixed.example.com/files");
}

#[tokio::test]
async fn any_other_base_url_is_never_left() {
    let near = [
        "http://127.0.0.1:9",
        "https://fixed.example.com.evil.example",
        "https://fixed.example.com/proxy",
    ];
    for base in near {
        assert_eq!(
            called(on(base), Upload::new()).await,
            format!("{base}/files")
        );
        assert_eq!(called(on(base), Jobs::new()).await, format!("{base}/jobs"));
        assert_eq!(
            called(on(base), ListFiles::new()).await,
            format!("{base}/files")
        );
    }
}

#[tokio::test]
async fn the_builder_names_another_server_for_operations() {
    let client =
        || on("http://127.0.0.1:9").base_url_of(OperationServer::Upload, "http://127.0.0.1:8/up/");
    assert_eq!(
        called(client(), Upload::new()).await,
        "http://127.0.0.1:8/up/files"
    );
    assert_eq!(
        called(client(), DropFiles::new()).await,
        "http://127.0.0.1:8/up/files"
    );
    assert_eq!(
        called(client(), Jobs::new()).await,
        "http://127.0.0.1:9/jobs"
    );
    let shard = JobsV3Server::new()
        .shard("b")
        .region(JobsV3ServerRegion::Us);
    let client = Client::builder(NoAuth).base_url_of(OperationServer::JobsV3, shard.url());
    assert_eq!(
        called(client, Jobs::new()).await,
        "https://b.jobs.us.example.com/v3/jobs"
    );
    let spare = on(Server::Fixed).base_url_of(OperationServer::Fixed, "https://spare.example.com");
    assert_eq!(
        called(spare, ListFiles::new()).await,
        "https://spare.example.com/files"
    );
    let both =
        on("http://127.0.0.1:9").base_url_of(OperationServer::Upload, OperationServer::Upload);
    assert_eq!(
        called(both, Upload::new()).await,
        "https://upload.example.com/files"
    );
}

#[tokio::test]
async fn a_url_without_a_host_is_one_on_the_host_of_the_client() {
    // The document names the host as a whole, so any base URL is a documented one without a host.
    for (base, health, beta) in [
        (
            "https://fixed.example.com",
            "https://fixed.example.com/health",
            "https://fixed.example.com/beta/v1/beta",
        ),
        (
            "http://127.0.0.1:9/gate",
            "http://127.0.0.1:9/gate/health",
            "http://127.0.0.1:9/gate/beta/v1/beta",
        ),
        (
            "http://127.0.0.1:9/gate/api/v2",
            "http://127.0.0.1:9/gate/health",
            "http://127.0.0.1:9/gate/beta/v1/beta",
        ),
        (
            "http://api/v2",
            "http://api/v2/health",
            "http://api/v2/beta/v1/beta",
        ),
    ] {
        assert_eq!(called(on(base), Health::new()).await, health);
        assert_eq!(called(on(base), Beta::new()).await, beta);
    }
    let told =
        on("http://127.0.0.1:9/api/v2").base_url_of(OperationServer::Root, "http://127.0.0.1:8");
    assert_eq!(
        called(told, Health::new()).await,
        "http://127.0.0.1:8/health"
    );
}

#[tokio::test]
async fn credentials_go_where_calls_go_and_to_nobody_else() {
    let named = |name: &'static str| {
        listen(move |request| async move {
            let key = request
                .headers
                .get("authorization")?
                .to_str()
                .ok()?
                .to_owned();
            assert_eq!(key, "Bearer k3y");
            let text = format!("{:?}", format!("{name} {}", request.path));
            Some(bindery::server::Reply {
                status: 418,
                content_type: Some("text/plain".into()),
                body: text.into(),
            })
        })
    };
    let (one, two) = (named("one").await.unwrap(), named("two").await.unwrap());
    let signed = || Client::signed_by(Bearer::new("k3y")).base_url(&one);
    let heard = async |client: ClientBuilder<Places>| {
        client
            .build()
            .unwrap()
            .send(Upload::new())
            .await
            .unwrap_err()
            .to_string()
    };
    assert!(heard(signed()).await.contains("one /files"));
    let both = signed().base_url_of(OperationServer::Upload, &two);
    assert!(heard(both).await.contains("two /files"));
}

#[test]
fn what_is_no_server_of_an_operation_or_no_base_url_is_refused() {
    let error =
        on(Server::Fixed).base_url_of(Server::Fixed.url().to_uppercase(), "http://127.0.0.1:9");
    let error = error.build().unwrap_err();
    assert!(matches!(error, BuildError::NoSuchServer), "{error:?}");
    let error = on(Server::Fixed).base_url_of(OperationServer::Upload, "127.0.0.1:9");
    let error = error.build().unwrap_err();
    assert_eq!(
        error.to_string(),
        "the base URL has no scheme; start it with `https://`"
    );
}
