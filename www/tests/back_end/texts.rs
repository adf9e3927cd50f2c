//! What the shop's page and the playground say: the same in three languages, and all that they use.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::{page, playground};

/// A page, by what it says.
struct Page {
    texts: &'static str,
    /// Its own sources, in which texts are named. The first is its HTML.
    sources: &'static [&'static str],
    /// Texts that are names, and the same everywhere.
    names: &'static [&'static str],
    /// Texts for which Kazakh and Russian have the same word.
    shared_words: &'static [&'static str],
    /// What is put into texts, and so stands in each language's.
    placeholders: &'static [&'static str],
}

const PAGES: [Page; 2] = [
    Page {
        texts: include_str!("../../page/texts.json"),
        sources: &page::SOURCES,
        names: &[
            "methodNames.egov-qr",
            "methodNames.sms",
            "methodNames.adobe-sign",
        ],
        shared_words: &[],
        placeholders: &["{time}"],
    },
    Page {
        texts: include_str!("../../page/playground/texts.json"),
        sources: &playground::SOURCES,
        names: &[
            "choices.methods.egov-qr",
            "choices.methods.sms",
            "choices.methods.adobe-sign",
            "choices.locale.kk",
            "choices.locale.ru",
            "choices.locale.en",
            "choices.fault.x-frame-options",
            "choices.fault.frame-ancestors",
        ],
        shared_words: &["logTitle", "codeTitle", "kinds.refused"],
        placeholders: &["{count}", "{example}", "{status}"],
    },
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

impl Page {
    /// The texts of one language, by their whole names, such as `states.new`.
    fn texts_in(&self, language: &str) -> BTreeMap<String, String> {
        let all: Value = serde_json::from_str(self.texts).unwrap();
        let mut found = BTreeMap::new();
        collect(&all[language], "", &mut found);
        found
    }
}

fn collect(value: &Value, name: &str, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(parts) => {
            for (part, value) in parts {
                let name = [name, part].join(".");
                collect(value, name.trim_start_matches('.'), found);
            }
        }
        Value::String(text) => drop(found.insert(name.to_owned(), text.clone())),
        other => panic!("{name} is no text: {other}"),
    }
}

#[test]
fn three_languages_have_the_same_texts_and_none_is_left_untranslated() {
    for page in PAGES {
        let [kazakh, russian, english] = ["kk", "ru", "en"].map(|language| page.texts_in(language));
        assert!(kazakh.keys().eq(english.keys()) && russian.keys().eq(english.keys()));
        for (name, text) in &english {
            let [in_kazakh, in_russian] = [&kazakh[name], &russian[name]];
            for placeholder in page.placeholders {
                let has = |text: &str| text.contains(placeholder);
                assert_eq!(has(text), has(in_kazakh) && has(in_russian), "{name}");
            }
            let is_name = page.names.contains(&name.as_str());
            assert_eq!(text == in_kazakh, is_name, "{name}: {text}");
            assert_eq!(text == in_russian, is_name, "{name}: {text}");
            let is_shared = is_name || page.shared_words.contains(&name.as_str());
            assert_eq!(in_kazakh == in_russian, is_shared, "{name}: {in_kazakh}");
        }
    }
}

#[test]
fn every_text_that_a_page_uses_is_there() {
    for page in PAGES {
        let texts = page.texts_in("en");
        let mut used: BTreeSet<&str> = between(page.sources[0], "data-text=\"", '"').collect();
        for source in page.sources {
            used.extend(source.split("words.").skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_ascii_alphanumeric());
                &rest[..end.unwrap_or(rest.len())]
            }));
        }
        // A sentence may end with the word.
        used.remove("");
        assert!(used.len() > 20, "{used:?}");
        for name in used {
            let group = format!("{name}.");
            let is_there = |text: &String| text == name || text.starts_with(&group);
            assert!(texts.keys().any(is_there), "{name}");
        }
    }
}

/// As the sandbox's control API names them.
#[test]
fn every_status_of_a_document_at_the_service_has_its_text() {
    use documentolog_sandbox::Status::{Completed, Declined, InProgress, NotSigned, Signing};
    let texts = PAGES[1].texts_in("en");
    for status in [InProgress, Signing, Completed, Declined, NotSigned] {
        let name = serde_json::to_value(status).unwrap();
        let name = format!("serviceStates.{}", name.as_str().unwrap());
        assert!(texts.contains_key(&name), "{name}");
    }
}

#[test]
fn every_state_of_an_order_has_its_text() {
    let texts = PAGES[0].texts_in("en");
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
