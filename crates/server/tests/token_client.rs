//! The token client against a service that answers in every way.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, StatusCode},
    response::IntoResponse,
    routing::post,
};
use documentolog_protocol::{ApiKey, BaseUrl, SensitiveUrl, TokenRequest, TokenResponseError};
use documentolog_server::{Client, ClientError, DownloadError, SigningRequest};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpSocket};

const KEY: &str = "the-key-of-a-test";

/// A service that answers with what `answer` makes of the request.
async fn service<A, R>(answer: A) -> BaseUrl
where
    A: Fn(HeaderMap, Bytes) -> R + Clone + Send + Sync + 'static,
    R: IntoResponse + Send + 'static,
{
    let handler = move |headers: HeaderMap, body: Bytes| {
        let answer = answer(headers, body);
        async move { answer }
    };
    let router = Router::new().route("/json/external/oauth/token", post(handler));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = BaseUrl::parse(&format!("http://{}", listener.local_addr().unwrap())).unwrap();
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    base_url
}

async fn ask(base_url: BaseUrl) -> Result<documentolog_protocol::TokenResponse, ClientError> {
    let request = TokenRequest {
        attachments: vec![SensitiveUrl::new("https://a.kz/secret-file.pdf")],
        ..TokenRequest::default()
    };
    Client::new(base_url, ApiKey::new(KEY))
        .unwrap()
        .request_token_as_it_is(&request)
        .await
}

fn granted() -> Value {
    json!({"status": 1, "data": {"access_token": "a.b.c", "scope": "document-sign", "token_type": "Bearer"}})
}

#[tokio::test]
async fn the_key_goes_in_its_header_and_the_request_in_the_guides_names() {
    let base_url = service(|headers, body| {
        let body: Value = serde_json::from_slice(&body).unwrap();
        let is_right = headers["api-key"] == KEY
            && headers["content-type"] == "application/json"
            && body["aAttachments"] == json!(["https://a.kz/secret-file.pdf"])
            && body["iSendToRecipient"] == 0;
        if is_right {
            granted().to_string()
        } else {
            String::new()
        }
    })
    .await;
    let response = ask(base_url).await.unwrap();
    assert_eq!(response.access_token.expose(), "a.b.c");
}

#[tokio::test]
async fn every_refusal_is_typed_and_says_no_secret() {
    let status = |status: u16| {
        move |_: HeaderMap, body: Bytes| (axum::http::StatusCode::from_u16(status).unwrap(), body)
    };
    let text = |text: &'static str| move |_: HeaderMap, _: Bytes| text.to_owned();
    let closed = BaseUrl::parse("http://127.0.0.1:9").unwrap();
    let redirect = |_: HeaderMap, _: Bytes| {
        axum::response::Redirect::temporary("http://127.0.0.1:9/elsewhere")
    };
    type Row = (&'static str, BaseUrl, fn(&ClientError) -> bool);
    let rows: Vec<Row> = vec![
        ("nobody there", closed, |error| {
            matches!(error, ClientError::Connect(_))
        }),
        ("401", service(status(401)).await, |error| {
            matches!(error, ClientError::Unauthorized(_))
        }),
        ("403", service(status(403)).await, |error| {
            matches!(error, ClientError::Unauthorized(_))
        }),
        ("422", service(status(422)).await, |error| {
            matches!(error, ClientError::Status(_))
        }),
        ("500", service(status(500)).await, |error| {
            matches!(error, ClientError::Status(_))
        }),
        ("a redirect", service(redirect).await, |error| {
            matches!(error, ClientError::Status(_))
        }),
        ("no JSON", service(text("<html>")).await, |error| {
            matches!(error, ClientError::Answer(TokenResponseError::NotJson))
        }),
        (
            "status 0",
            service(text(r#"{"status":0}"#)).await,
            |error| {
                matches!(
                    error,
                    ClientError::Answer(TokenResponseError::Refused { status: 0 })
                )
            },
        ),
        (
            "without end",
            service(|_, _| "x".repeat(1_000_000)).await,
            |error| matches!(error, ClientError::TooLarge),
        ),
    ];
    for (name, base_url, is_expected) in rows {
        let error = ask(base_url).await.unwrap_err();
        assert!(is_expected(&error), "{name}: {error:?}");
        let printed = format!("{error} {error:?}");
        assert!(
            !printed.contains(KEY) && !printed.contains("secret-file"),
            "{name}: {printed}"
        );
    }
    let client = Client::new(BaseUrl::default(), ApiKey::new(KEY)).unwrap();
    assert!(!format!("{client:?}").contains(KEY));
}

/// At once, and not at the first customer.
#[test]
fn a_key_that_no_header_can_carry_makes_no_client() {
    for key in ["", "two\nlines", "two words", "құпия"] {
        let error = Client::new(BaseUrl::default(), ApiKey::new(key)).unwrap_err();
        assert!(matches!(error, ClientError::ApiKey), "{error:?}");
        let text = error.to_string();
        assert!(text.contains("api-key") && !text.contains("two"), "{text}");
    }
}

/// What a service may answer at first, and how often it is asked in all.
#[tokio::test]
async fn only_what_cannot_have_been_done_is_sent_again() {
    for (status, retry_after, asked) in [
        (503, "0", 3),
        // Varnish's own word, and those of others.
        (503, "5", 1),
        (503, "", 1),
        (503, "Wed, 21 Oct 2026 07:28:00 GMT", 1),
        (500, "0", 1),
        (502, "0", 1),
        (504, "0", 1),
        (429, "0", 1),
        (200, "0", 1),
    ] {
        let count = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&count);
        let base_url = service(move |_, _| {
            counted.fetch_add(1, Ordering::Relaxed);
            let status = StatusCode::from_u16(status).unwrap();
            let mut headers = HeaderMap::new();
            if !retry_after.is_empty() {
                headers.insert("retry-after", retry_after.parse().unwrap());
            }
            (status, headers, granted().to_string())
        })
        .await;
        assert_eq!(ask(base_url).await.is_ok(), status == 200, "{status}");
        assert_eq!(
            count.load(Ordering::Relaxed),
            asked,
            "{status} {retry_after}"
        );
    }
}

/// A service that is back at the second try is all that a caller notices.
#[tokio::test]
async fn a_service_that_comes_back_is_asked_again() {
    let count = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&count);
    let base_url = service(move |_, _| {
        let is_first = counted.fetch_add(1, Ordering::Relaxed) == 0;
        let status = if is_first {
            StatusCode::SERVICE_UNAVAILABLE
        } else {
            StatusCode::OK
        };
        (status, [("retry-after", "0")], granted().to_string())
    })
    .await;
    assert!(ask(base_url).await.is_ok());

    // Nobody listens at first, and nobody else gets the port meanwhile.
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = socket.local_addr().unwrap();
    let comes = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(60)).await;
        let listener = socket.listen(16).unwrap();
        let router = Router::new().route(
            "/json/external/oauth/token",
            post(|| async { granted().to_string() }),
        );
        axum::serve(listener, router).await.unwrap();
    });
    let base_url = BaseUrl::parse(&format!("http://{address}")).unwrap();
    assert!(ask(base_url).await.is_ok());
    comes.abort();
}

#[tokio::test]
async fn a_request_that_is_wrong_is_not_sent() {
    let base_url = service(|_, _| -> String { unreachable!("it is sent") }).await;
    let client = Client::new(base_url, ApiKey::new(KEY)).unwrap();
    let request = SigningRequest::new().attachment("ftp://a.kz/1.pdf");
    let error = client.request_token(request).await.unwrap_err();
    assert!(error.to_string().starts_with("attachments[0]: "), "{error}");
}

#[tokio::test]
async fn files_come_from_the_service_alone_and_not_without_end() {
    let router = Router::new()
        .route(
            "/file",
            axum::routing::get(|| async {
                ([("content-type", "application/pdf")], vec![7_u8; 1_000])
            }),
        )
        .route(
            "/elsewhere",
            axum::routing::get(|| async { axum::response::Redirect::to("https://a.kz/") }),
        )
        .route(
            "/endless",
            axum::routing::get(|| async {
                let chunks = futures_util::stream::repeat_with(|| {
                    Ok::<_, std::io::Error>(vec![7_u8; 1_000])
                });
                axum::body::Body::from_stream(chunks)
            }),
        );
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let client = Client::new(BaseUrl::parse(&origin).unwrap(), ApiKey::new(KEY)).unwrap();
    let download = async |path: &str, largest| {
        let link = SensitiveUrl::new(format!("{origin}/{path}?capability=secret"));
        client.download(&link, largest).await
    };
    let file = download("file", 1_000).await.unwrap();
    assert_eq!(
        (file.bytes.len(), file.content_type.as_deref()),
        (1_000, Some("application/pdf"))
    );
    for (path, largest) in [("file", 999), ("endless", 50_000)] {
        let error = download(path, largest).await.unwrap_err();
        assert!(
            matches!(error, DownloadError::TooLarge(_)),
            "{path}: {error:?}"
        );
    }
    for (path, status) in [("elsewhere", 303), ("nothing", 404)] {
        let error = download(path, 1_000).await.unwrap_err();
        assert!(
            matches!(error, DownloadError::Status(found) if found == status),
            "{path}: {error:?}"
        );
        assert!(
            !format!("{error:?} {error}").contains("secret"),
            "{error:?}"
        );
    }
    let elsewhere = SensitiveUrl::new("https://a.kz/file");
    let error = client.download(&elsewhere, 1_000).await.unwrap_err();
    assert!(matches!(error, DownloadError::NotTheService));
}

/// A large file over a slow line is no service that does not answer.
#[tokio::test]
async fn a_download_may_take_its_time_but_not_in_silence() {
    let slowly = |ends: bool| {
        axum::routing::get(move || async move {
            let chunks =
                futures_util::stream::unfold(if ends { 50 } else { 1 }, move |left| async move {
                    tokio::time::sleep(Duration::from_millis(100)).await;
                    if left == 0 && !ends {
                        std::future::pending::<()>().await;
                    }
                    (left > 0).then_some((Ok::<_, std::io::Error>("x"), left - 1))
                });
            axum::body::Body::from_stream(chunks)
        })
    };
    let router = Router::new()
        .route("/slow", slowly(true))
        .route("/silent", slowly(false));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
    let client = Client::new(BaseUrl::parse(&origin).unwrap(), ApiKey::new(KEY)).unwrap();
    let download = async |path: &str, timeout| {
        let client = client.clone().with_timeout(timeout).unwrap();
        let link = SensitiveUrl::new(format!("{origin}/{path}"));
        client.download(&link, 1_000).await
    };
    // More than the timeout in all, and a small part of it from one piece to the next.
    let slow = download("slow", Duration::from_secs(4)).await;
    assert_eq!(slow.unwrap().bytes.len(), 50);
    let error = download("silent", Duration::from_secs(1)).await;
    let error = error.unwrap_err();
    assert!(
        matches!(error, DownloadError::Transfer(ClientError::Timeout(_))),
        "{error:?}"
    );
}
