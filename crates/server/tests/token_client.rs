//! The token client against a service that answers in every way.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use axum::{Router, body::Bytes, http::HeaderMap, response::IntoResponse, routing::post};
use documentolog_protocol::{ApiKey, BaseUrl, SensitiveUrl, TokenRequest, TokenResponseError};
use documentolog_server::{Client, ClientError};
use serde_json::{Value, json};
use tokio::net::TcpListener;

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
        .request_token(&request)
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
    let client = Client::new(BaseUrl::default(), ApiKey::new("two\nlines")).unwrap();
    let error = client
        .request_token(&TokenRequest::default())
        .await
        .unwrap_err();
    assert!(matches!(error, ClientError::ApiKey), "{error:?}");
    assert!(!format!("{client:?}").contains("two"));
}
