//! What the browser gets: policies, files and texts.

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

/// Every text is there in every language, and nothing is left untranslated.
#[test]
fn three_languages_have_the_same_texts() {
    let texts: Value = serde_json::from_str(include_str!("../../page/texts.json")).unwrap();
    let html = include_str!("../../page/index.html");
    let keys = |texts: &Value| -> Vec<String> {
        let texts = texts.as_object().unwrap();
        texts
            .keys()
            .cloned()
            .chain(texts["states"].as_object().unwrap().keys().cloned())
            .collect()
    };
    let english = keys(&texts["en"]);
    for language in ["kk", "ru"] {
        assert_eq!(keys(&texts[language]), english, "{language}");
        for key in english
            .iter()
            .filter(|key| texts["en"][key.as_str()].is_string())
        {
            assert_ne!(
                texts[language][key.as_str()],
                texts["en"][key.as_str()],
                "{language}: {key}"
            );
        }
    }
    for used in html
        .split("data-text=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        assert!(
            english.iter().any(|key| key == used),
            "the page uses {used}"
        );
    }
}
