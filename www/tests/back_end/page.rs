//! What the browser gets: policies and files.

use std::process::Stdio;

use reqwest::StatusCode;
use tokio::process::Command;

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

/// What the page opens with, if the tab has kept an order, the shop answers to that with a
/// status, and makes a new one when asked.
const OPEN_ORDER: &str = "
import { openOrder } from './orders.js';
const STATUS = Number(process.argv[2]);
globalThis.window = { sessionStorage: { getItem: () => '{\"id\":\"kept\"}', setItem() {} } };
globalThis.fetch = async (url, { method } = {}) =>
  method === 'POST' ? Response.json({ id: 'new' }, { status: 201 }) : new Response('{}', { status: STATUS });
console.log(await openOrder().then(({ id }) => id, ({ message }) => message));
";

/// An order that is signed is not thrown away because a proxy says 502 while the shop starts.
#[tokio::test]
async fn only_an_order_that_the_shop_does_not_know_is_replaced() {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in [
        ("orders.js", include_str!("../../page/orders.js")),
        ("storage.js", include_str!("../../page/storage.js")),
        ("open.js", OPEN_ORDER),
        ("package.json", r#"{"type": "module"}"#),
    ] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    for (status, expected) in [
        ("200", "kept"),
        ("404", "new"),
        ("429", "the shop answers with status 429"),
        ("500", "the shop answers with status 500"),
        ("502", "the shop answers with status 502"),
    ] {
        let mut node = Command::new("node");
        node.arg(folder.path().join("open.js")).arg(status);
        let output = node.stdin(Stdio::null()).output().await.unwrap();
        let problem = String::from_utf8_lossy(&output.stderr);
        let said = String::from_utf8_lossy(&output.stdout);
        assert_eq!(said.trim(), expected, "{status}: {problem}");
    }
}
