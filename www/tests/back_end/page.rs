//! What the browser gets: policies, files and texts.

use std::collections::BTreeMap;

use reqwest::StatusCode;
use serde_json::Value;

use crate::stage::Stage;

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
const SOURCES: [&str; 6] = [
    include_str!("../../page/index.html"),
    include_str!("../../page/page.css"),
    include_str!("../../page/page.js"),
    include_str!("../../page/orders.js"),
    include_str!("../../page/storage.js"),
    include_str!("../../page/view.js"),
];

/// What stands between two marks, wherever it does.
pub(crate) fn between<'a>(
    text: &'a str,
    start: &'a str,
    end: char,
) -> impl Iterator<Item = &'a str> {
    text.split(start)
        .skip(1)
        .filter_map(move |rest| Some(rest.split_once(end)?.0))
}

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

/// Texts with their whole names, such as `states.new`.
fn texts(value: &Value, name: &str, texts: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(parts) => {
            for (part, value) in parts {
                let name = [name, part].join(".");
                self::texts(value, name.trim_start_matches('.'), texts);
            }
        }
        Value::String(text) => drop(texts.insert(name.to_owned(), text.clone())),
        other => panic!("{name} is no text: {other}"),
    }
}

fn texts_in(language: &str) -> BTreeMap<String, String> {
    texts_of(include_str!("../../page/texts.json"), language)
}

/// The texts of one language, by their whole names.
pub(crate) fn texts_of(all: &str, language: &str) -> BTreeMap<String, String> {
    let all: Value = serde_json::from_str(all).unwrap();
    let mut found = BTreeMap::new();
    texts(&all[language], "", &mut found);
    found
}

#[test]
fn three_languages_have_the_same_texts_and_none_is_left_untranslated() {
    /// Names, which are the same everywhere.
    const NAMES: [&str; 3] = [
        "methodNames.egov-qr",
        "methodNames.sms",
        "methodNames.adobe-sign",
    ];
    let (kazakh, russian, english) = (texts_in("kk"), texts_in("ru"), texts_in("en"));
    assert!(kazakh.keys().eq(english.keys()) && russian.keys().eq(english.keys()));
    for (name, text) in &english {
        let [in_kazakh, in_russian] = [&kazakh[name], &russian[name]];
        assert_eq!(
            text.contains("{time}"),
            in_kazakh.contains("{time}") && in_russian.contains("{time}"),
            "{name}"
        );
        let is_name = NAMES.contains(&name.as_str());
        assert_eq!(text == in_kazakh, is_name, "{name}: {text}");
        assert_eq!(text == in_russian, is_name, "{name}: {text}");
        assert!(is_name || in_kazakh != in_russian, "{name}: {in_kazakh}");
    }
}

#[test]
fn every_text_that_the_page_uses_is_there() {
    let texts = texts_in("en");
    let mut used: Vec<&str> = between(SOURCES[0], "data-text=\"", '"').collect();
    for source in SOURCES {
        used.extend(source.split("words.").skip(1).map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
            &rest[..end.unwrap_or(rest.len())]
        }));
    }
    assert!(used.len() > 20, "{used:?}");
    for name in used {
        let group = format!("{name}.");
        assert!(
            texts
                .keys()
                .any(|text| text == name || text.starts_with(&group)),
            "{name}"
        );
    }
    for state in [
        "new",
        "signing",
        "claimed",
        "confirmed",
        "declined",
        "closed",
        "failed",
    ] {
        assert!(texts.contains_key(&format!("states.{state}")), "{state}");
    }
}
