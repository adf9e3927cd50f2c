//! What the browser gets: policies and files.

use reqwest::StatusCode;

use crate::{stage::Stage, texts::between};

#[tokio::test]
async fn the_page_runs_under_a_strict_policy() {
    let stage = Stage::start().await;
    let answer = stage.get("/").await;
    assert_eq!(answer.status(), StatusCode::OK);
    let policy = answer.headers()["content-security-policy"]
        .to_str()
        .unwrap()
        .to_owned();
    let service = stage.sandbox.origin();
    assert!(
        policy.contains(&format!("frame-src {service};")),
        "{policy}"
    );
    assert!(
        policy.contains("script-src 'self' 'wasm-unsafe-eval';"),
        "{policy}"
    );
    assert!(!policy.contains("'unsafe-"), "{policy}");
    let permissions = answer.headers()["permissions-policy"].to_str().unwrap();
    assert!(
        permissions.contains(&format!("loopback-network=(self \"{service}\")")),
        "{permissions}"
    );
    let html = answer.text().await.unwrap();
    assert!(!html.contains("<style") && !html.contains(" style="));
}

/// The page's own sources, in which files and texts are named.
pub(crate) const SOURCES: [&str; 6] = [
    include_str!("../../page/index.html"),
    include_str!("../../page/page.css"),
    include_str!("../../page/page.js"),
    include_str!("../../page/orders.js"),
    include_str!("../../page/storage.js"),
    include_str!("../../page/view.js"),
];

#[tokio::test]
async fn every_file_that_the_page_names_is_served() {
    let stage = Stage::start().await;
    let mut files: Vec<String> = Vec::new();
    for source in SOURCES {
        let named = [
            ("href=\"/", '"'),
            ("src=\"/", '"'),
            ("from './", '\''),
            ("url('/", '\''),
        ];
        for (start, end) in named {
            files.extend(between(source, start, end).map(str::to_owned));
        }
    }
    files.push("texts.json".to_owned());
    assert!(files.len() > 6, "{files:?}");
    for file in files {
        let answer = stage.get(&format!("/{file}")).await;
        assert_eq!(answer.status(), StatusCode::OK, "{file}");
        let content_type = answer.headers()["content-type"].to_str().unwrap();
        let expected = match file.rsplit_once('.').unwrap().1 {
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "svg" => "image/svg+xml",
            "json" => "application/json",
            other => panic!("what is {other}?"),
        };
        assert_eq!(content_type, expected, "{file}");
        assert_eq!(answer.headers()["x-content-type-options"], "nosniff");
        assert!(answer.headers().contains_key("content-security-policy"));
    }
}
