//! Parameters that are more than one word: the bytes of each style, and the service reading them back.

use std::sync::Mutex;

use bindery::json::Json;
use bindery::server::{Call, Fault, Refuse, Reply, Request};
use bindery::sign::NoAuth;
use bindery::{Operation, OperationOf, Violations};
use bindery_tests::clock::Clock;
use bindery_tests::script::Script;
use http::{HeaderMap, Method};

mod styles {
    bindery::bindings! { spec = "../fixtures/styles.json", sides = [client, server] }
}

use styles::{
    Branch, Client, Free, FreeError, Header, HeaderError, PageToken, Path, PathError, Point, Query,
    QueryError, Range, Service, Span, Where, serve,
};

/// Keeps what it read, as `Debug` shows it.
#[derive(Default)]
struct Desk(Mutex<Vec<String>>);

impl Desk {
    fn keep(&self, request: impl std::fmt::Debug) {
        self.0.lock().unwrap().push(format!("{request:?}"));
    }
}

impl Service for Desk {
    fn reject(&self, _: Option<&Call>, fault: &Fault) -> Reply {
        self.keep(fault.to_string());
        Reply::empty(400)
    }

    fn invalid(&self, _: &Call, violations: &Violations) -> Option<Reply> {
        self.keep(violations.to_string());
        Some(Reply::empty(422))
    }

    async fn query(&self, _: &Call, request: Query) -> Result<(), Refuse<QueryError>> {
        self.keep(request);
        Ok(())
    }

    async fn free(&self, _: &Call, request: Free) -> Result<(), Refuse<FreeError>> {
        self.keep(request);
        Ok(())
    }

    async fn path(&self, _: &Call, request: Path) -> Result<(), Refuse<PathError>> {
        self.keep(request);
        Ok(())
    }

    async fn header(&self, _: &Call, request: Header) -> Result<(), Refuse<HeaderError>> {
        self.keep(request);
        Ok(())
    }
}

/// What a client sends for a request.
async fn sent<O: OperationOf<styles::Styles>>(request: O) -> http::Request<bytes::Bytes>
where
    <O as Operation>::Error: std::fmt::Debug,
{
    let script = Script::default();
    let client = Client::builder(NoAuth)
        .base_url("http://h")
        .timer(Clock::default());
    let client = client.transport(script.clone()).build().unwrap();
    let outcome = client.send(request).await;
    script
        .seen()
        .pop()
        .unwrap_or_else(|| panic!("{:?}", outcome.err()))
}

/// What a service makes of a request.
async fn read(path: &str, query: &str, headers: HeaderMap) -> String {
    let desk = Desk::default();
    let (method, body) = (Method::GET, Vec::new());
    let (path, query) = (path.to_owned(), query.to_owned());
    serve(
        &desk,
        Request {
            method,
            path,
            query,
            headers,
            body,
        },
    )
    .await;
    desk.0.into_inner().unwrap().pop().unwrap()
}

/// The URL of a request, which the service must read as what was sent.
async fn url<O: OperationOf<styles::Styles> + std::fmt::Debug>(request: O) -> String
where
    <O as Operation>::Error: std::fmt::Debug,
{
    let shown = format!("{request:?}");
    let sent = sent(request).await;
    let query = sent.uri().query().unwrap_or_default();
    assert_eq!(
        read(sent.uri().path(), query, sent.headers().clone()).await,
        shown
    );
    sent.uri().to_string()
}

fn point() -> Point {
    Point::new(-2.0, "a,b=c.d;e".to_owned())
}

fn place() -> Where {
    Where::new("é".to_owned()).any([Where::new("\"".to_owned())])
}

#[tokio::test]
async fn objects_in_the_query() {
    let created = Range {
        gte: Some(7),
        within: Some(Span {
            unit: "a&b".to_owned(),
            count: None,
        }),
        of: Some(vec![
            Span {
                unit: "h".to_owned(),
                count: Some(2),
            },
            Span {
                unit: "m".to_owned(),
                count: None,
            },
        ]),
    };
    let page = styles::Page {
        size: Some(20),
        token: Some(PageToken::new("t0k").unwrap()),
        sort: Some(vec!["name,asc".to_owned(), "x".to_owned()]),
    };
    let tree = Branch {
        name: None,
        under: Some(Box::new(Branch {
            name: Some("leaf".to_owned()),
            under: None,
        })),
    };
    let request = Query::builder()
        .created(created)
        .expand(["data.customer".to_owned(), "lines".to_owned()])
        .tree(tree)
        .page(page)
        .at(point())
        .box_(Point::new(1.5, "top left".to_owned()).on(true))
        .ids([3, 4])
        .url("https://a/b?c=d&e#f g+h")
        .urls(["a/b".to_owned(), "c,d".to_owned()])
        .where_(place())
        .build();
    assert_eq!(
        url(request).await,
        "http://h/query?created%5Bgte%5D=7&created%5Bwithin%5D%5Bunit%5D=a%26b&created%5Bof%5D%5B0%5D%5Bunit%5D=h\
        &created%5Bof%5D%5B0%5D%5Bcount%5D=2&created%5Bof%5D%5B1%5D%5Bunit%5D=m\
        &expand%5B0%5D=data.customer&expand%5B1%5D=lines\
        &tree%5Bunder%5D%5Bname%5D=leaf\
        &size=20&token=t0k&sort=name%2Casc&sort=x\
        &at=kind,point,x,-2,name,a%2Cb%3Dc.d%3Be\
        &box=kind%7Cpoint%7Cx%7C1.5%7Cname%7Ctop%20left%7Con%7Ctrue\
        &ids=3&ids=4\
        &url=https://a/b?c=d%26e%23f%20g%2Bh&urls=a/b,c%2Cd\
        &where=%7B%22name%22%3A%22%C3%A9%22%2C%22any%22%3A%5B%7B%22name%22%3A%22%5C%22%22%7D%5D%7D"
    );
}

#[tokio::test]
async fn an_object_of_which_nothing_is_given_is_an_object() {
    let request = Query::builder().page(styles::Page::default()).build();
    assert_eq!(url(request).await, "http://h/query");
}

#[tokio::test]
async fn members_of_any_name_leave_other_parameters_alone() {
    let labels = [("a=b", "1"), ("z", "")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let meta = [("deep", r#"{"list":[1,true,"word"]}"#), ("text", r#""so""#)];
    let meta = meta.map(|(name, json)| (name.to_owned(), Json::parse(json).unwrap()));
    let request = Free::new().limit(5).labels(labels).meta(meta);
    assert_eq!(
        url(request).await,
        "http://h/free?limit=5&a%3Db=1&z=&meta%5Bdeep%5D%5Blist%5D%5B0%5D=1&meta%5Bdeep%5D%5Blist%5D%5B1%5D=true\
        &meta%5Bdeep%5D%5Blist%5D%5B2%5D=word&meta%5Btext%5D=so"
    );
}

#[tokio::test]
async fn every_style_of_paths() {
    let request = Path::builder()
        .plain(point())
        .pairs(point())
        .label(1.5)
        .labels(["a.b".to_owned(), "c".to_owned()])
        .labelled(point())
        .matrix("x;y")
        .list(["a,b".to_owned(), "c".to_owned()])
        .lists([5, 6])
        .members(point())
        .json(place())
        .build();
    assert_eq!(
        url(request).await,
        "http://h/path/kind,point,x,-2,name,a%2Cb%3Dc.d%3Be/kind=point,x=-2,name=a%2Cb%3Dc.d%3Be/.1.5/.a%2Eb.c\
        /.kind,point,x,-2,name,a%2Cb%3Dc.d%3Be/;matrix=x%3By/;list=a%2Cb,c/;lists=5;lists=6\
        /;kind=point;x=-2;name=a%2Cb%3Dc.d%3Be\
        /%7B%22name%22%3A%22%C3%A9%22%2C%22any%22%3A%5B%7B%22name%22%3A%22%5C%22%22%7D%5D%7D"
    );
}

#[tokio::test]
async fn headers_and_cookies_of_every_style() {
    let request = Header::new()
        .x_trace("raw, 100%")
        .x_ways(["a,b".to_owned(), "100%".to_owned()])
        .x_at(point())
        .x_pairs(point())
        .x_where(place())
        .path(["a,b".to_owned(), "c;d".to_owned()])
        .where_(place());
    url(request.clone()).await;
    let sent = sent(request).await;
    let header = |name: &str| sent.headers()[name].to_str().unwrap().to_owned();
    assert_eq!(header("x-trace"), "raw, 100%");
    assert_eq!(header("x-ways"), "a%2Cb,100%25");
    assert_eq!(header("x-at"), "kind,point,x,-2,name,a%2Cb=c.d;e");
    assert_eq!(header("x-pairs"), "kind=point,x=-2,name=a%2Cb=c.d;e");
    assert_eq!(
        header("x-where"),
        r#"{"name":"\u00e9","any":[{"name":"\""}]}"#
    );
    assert_eq!(
        header("cookie"),
        "path=a%2Cb,c%3Bd; where=%7B%22name%22%3A%22%C3%A9%22%2C%22any%22%3A%5B%7B%22name%22%3A%22%5C%22%22%7D%5D%7D"
    );
}

#[tokio::test]
async fn a_service_reads_what_other_clients_write() {
    let headers = HeaderMap::new;
    let read = async |query: &str| read("/query", query, headers()).await;
    let shown = |request: Query| format!("{request:?}");
    let least = || Query::builder().page(styles::Page::default());
    assert_eq!(
        read("expand[]=a&expand[]=b&created[of][1][unit]=late&created[of][0][unit]=early").await,
        shown(
            least()
                .expand(["a".to_owned(), "b".to_owned()])
                .created(Range {
                    of: Some(vec![
                        Span::new("early".to_owned()),
                        Span::new("late".to_owned())
                    ]),
                    ..Range::default()
                })
                .build()
        )
    );
    assert_eq!(
        read("at=x,1,name,n&box=x|2|name|m%7Con|false").await,
        shown(
            least()
                .at(Point::new(1.0, "n".to_owned()))
                .box_(Point::new(2.0, "m".to_owned()).on(false))
                .build()
        )
    );
}

#[tokio::test]
async fn what_cannot_be_read_is_said_with_its_place() {
    let nested = format!("tree{}=1", "[under]".repeat(5000));
    let path = |label: &str, matrix: &str| {
        format!(
            "/path/x,1,name,n/x=1,name=n/{label}/.a/.x,1,name,n/{matrix}/;list=a/;lists=1/;x=1;name=n/{{}}"
        )
    };
    for (path, query, message) in [
        ("/query", "created[gte]=soon", "/query/created"),
        (
            "/query",
            "created[within][count]=1",
            "/query/created/within/unit: required member is missing",
        ),
        (
            "/query",
            "at=x,1",
            "/query/at/name: required member is missing",
        ),
        ("/query", "size=many", "/query/page/size"),
        ("/query", "where={", "/query/where"),
        (
            "/query",
            &nested,
            "/query/tree: nested deeper than 100 levels",
        ),
        (
            &path("1", ";matrix=a"),
            "",
            "/path/label: expected `.` in front",
        ),
        (
            &path(".1", ";other=a"),
            "",
            "/path/matrix: expected the parameter's name in front",
        ),
        (
            &path(".1", ";matrix=a"),
            "",
            "/path/json/name: required member is missing",
        ),
    ] {
        let said = read(path, query, HeaderMap::new()).await;
        assert!(said.contains(message), "{query}: {said}");
    }
}

#[tokio::test]
async fn rules_and_secrets_of_members_hold() {
    let page = styles::Page {
        size: Some(0),
        ..styles::Page::default()
    };
    let script = Script::default();
    let client = Client::builder(NoAuth)
        .base_url("http://h")
        .timer(Clock::default());
    let client = client.transport(script.clone()).build().unwrap();
    let error = client
        .send(Query::builder().page(page).build())
        .await
        .unwrap_err();
    assert!(error.to_string().contains("/query/page/size"), "{error}");
    script.answers(500, "the token t0k is not known");
    let page = styles::Page {
        token: Some(PageToken::new("t0k").unwrap()),
        ..styles::Page::default()
    };
    let error = client
        .send(Query::builder().page(page).build())
        .await
        .unwrap_err();
    assert!(!format!("{error:?} {error}").contains("t0k"), "{error:?}");
}

#[derive(Debug, bindery::Request)]
#[bindery(spec = "../fixtures/styles.json", operation = query, bindings = styles)]
struct Own<'a> {
    created: Option<Range>,
    expand: Option<Vec<&'a str>>,
    page: styles::Page,
    at: Option<Point>,
    url: Option<&'a str>,
    where_: Option<Where>,
}

#[tokio::test]
async fn structs_of_the_callers_own_write_the_same() {
    let own = Own {
        created: Some(Range {
            gte: Some(7),
            ..Range::default()
        }),
        page: styles::Page {
            size: Some(1),
            ..styles::Page::default()
        },
        expand: Some(vec!["a", "b"]),
        at: Some(point()),
        url: Some("a/b"),
        where_: Some(place()),
    };
    let generated = Query::builder()
        .created(Range {
            gte: Some(7),
            ..Range::default()
        })
        .page(styles::Page {
            size: Some(1),
            ..styles::Page::default()
        })
        .expand(["a".to_owned(), "b".to_owned()])
        .at(point())
        .url("a/b")
        .where_(place())
        .build();
    assert_eq!(sent(own).await.uri(), sent(generated).await.uri());
}
