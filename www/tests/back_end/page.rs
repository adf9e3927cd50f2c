//! What the browser gets: policies and files.

use std::{path::Path, process::Stdio};

use reqwest::StatusCode;
use serde_json::json;
use tempfile::TempDir;
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
pub(crate) const SOURCES: [&str; 8] = [
    include_str!("../../page/index.html"),
    include_str!("../../page/page.css"),
    include_str!("../../page/page.js"),
    include_str!("../../page/ending.js"),
    include_str!("../../page/focus.js"),
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
    let folder = folder_with(&[
        ("orders.js", include_str!("../../page/orders.js")),
        ("storage.js", include_str!("../../page/storage.js")),
        ("open.js", OPEN_ORDER),
    ]);
    for (status, expected) in [
        ("200", "kept"),
        ("404", "new"),
        ("429", "the shop answers with status 429"),
        ("500", "the shop answers with status 500"),
        ("502", "the shop answers with status 502"),
    ] {
        let said = run(&folder.path().join("open.js"), status).await;
        assert_eq!(said, expected, "{status}");
    }
}

/// What the page shows of the signature, with no more of a document than that takes: a step's
/// progress and note, and the sentence above.
const SHOW: &str = "
import { readFileSync } from 'node:fs';
import { endOf, endOfError } from './ending.js';
import { show } from './view.js';
const words = JSON.parse(readFileSync(new URL('texts.json', import.meta.url))).en;
const elements = {};
const element = () => ({ dataset: {}, textContent: '', note: { textContent: '' }, querySelector() { return this.note; }, removeAttribute() {} });
globalThis.document = {
  documentElement: {},
  body: element(),
  querySelector: (selector) => (elements[selector] ??= element()),
  querySelectorAll: () => [],
};
const { ended, ...known } = JSON.parse(process.argv[2]);
const end = ended?.code ? endOfError(ended) : ended?.type ? endOf(ended) : {};
const receivedAt = '2025-01-01T00:00:00Z';
const webhooks = (known.heard ?? []).map((event) => ({ event, receivedAt }));
show({ words, language: 'en', order: {}, isHeard: true, confirmed: 'new', seen: 'new', ...known, webhooks, ...end });
const signature = elements['#step-signature'];
const note = signature.note.textContent.replace(/, \\d.*/, '');
console.log([signature.dataset.progress, note, elements['#state'].textContent].join(' | '));
";

#[tokio::test]
async fn the_webhooks_word_and_a_claim_stand_whatever_the_session_came_to() {
    let folder = folder_with(&[
        ("ending.js", include_str!("../../page/ending.js")),
        ("view.js", include_str!("../../page/view.js")),
        ("texts.json", include_str!("../../page/texts.json")),
        ("show.js", SHOW),
    ]);
    let claim = json!({"code": "confirm-failed", "claim": {"type": "signed", "method": "eds"}});
    let timeout = json!({"code": "load-timeout"});
    for (known, expected) in [
        (
            json!({"ended": timeout}),
            "stopped | did not open · load-timeout | The signing page did not open. Please try again.",
        ),
        // The customer closes the widget while it waits for the webhook.
        (
            json!({"ended": claim, "confirmed": "signing"}),
            "claimed | the browser says: signed · EDS | \
             Your browser says it is signed. Waiting for the service to confirm…",
        ),
        (
            json!({"ended": claim, "confirmed": "confirmed", "heard": ["signer_signed", "document_completed"]}),
            "done | the browser says: signed · EDS | Signed, and confirmed by webhook. Your bicycle is waiting!",
        ),
        // They sign in a tab and close the widget, which shows a frame that has not come.
        (
            json!({"ended": timeout, "confirmed": "confirmed", "heard": ["signer_signed", "document_completed"]}),
            "done | by webhook | Signed, and confirmed by webhook. Your bicycle is waiting!",
        ),
        (
            json!({"ended": {"type": "closed"}, "confirmed": "declined", "heard": ["signer_declined"]}),
            "stopped | rejected (by webhook | You have rejected the contract. Do get in touch if you have questions.",
        ),
        (
            json!({"seen": "failed", "order": null, "trouble": "gone"}),
            "stopped | not yet | This order is no longer known. Please start a new one.",
        ),
        (
            json!({"seen": "failed", "order": null, "trouble": "unavailable"}),
            "stopped | not yet | The shop is not available at the moment. Try again in a minute.",
        ),
    ] {
        let said = run(&folder.path().join("show.js"), &known.to_string()).await;
        assert_eq!(said, expected, "{known}");
    }
}

/// A folder with these modules.
fn folder_with(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let package = ("package.json", r#"{"type": "module"}"#);
    for (name, text) in files.iter().copied().chain([package]) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

/// What a module prints when it is run with an argument.
async fn run(module: &Path, argument: &str) -> String {
    let mut node = Command::new("node");
    node.arg(module).arg(argument).stdin(Stdio::null());
    let output = node.output().await.unwrap();
    let problem = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{argument}: {problem}");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}
