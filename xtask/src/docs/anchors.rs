//! The anchors of a document's headings, as GitHub and the site make them.

use std::collections::{BTreeMap, BTreeSet};

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// How the repository's documents are read.
pub(super) const MARKDOWN: Options = Options::ENABLE_TABLES.union(Options::ENABLE_STRIKETHROUGH);

/// The first heading's text, and every heading's anchor.
pub(super) fn headings(text: &str) -> (Option<String>, BTreeSet<String>) {
    let (mut title, mut anchors) = (None, BTreeSet::new());
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let mut heading: Option<String> = None;
    for event in Parser::new_ext(text, MARKDOWN) {
        match event {
            Event::Start(Tag::Heading { .. }) => heading = Some(String::new()),
            Event::Text(part) | Event::Code(part) => {
                if let Some(heading) = &mut heading {
                    heading.push_str(&part);
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let text = heading.take().unwrap_or_default();
                let anchor = anchor(&text);
                let count: &mut usize = seen.entry(anchor.clone()).or_default();
                anchors.insert(match *count {
                    0 => anchor,
                    count => format!("{anchor}-{count}"),
                });
                *count += 1;
                title.get_or_insert(text);
            }
            _ => {}
        }
    }
    (title, anchors)
}

/// Small letters, a dash for each space, and of other signs only `-` and `_`.
fn anchor(heading: &str) -> String {
    heading
        .to_lowercase()
        .chars()
        .filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-' | '_'))
        .map(|sign| if sign == ' ' { '-' } else { sign })
        .collect()
}

#[test]
fn anchors_of_headings() {
    let (title, anchors) =
        headings("# `One` & two\n\n## Next.js, Nuxt\n## a\n## a\n```sh\n# no\n```\n");
    assert_eq!(title.as_deref(), Some("One & two"));
    let expected = ["one--two", "nextjs-nuxt", "a", "a-1"].map(str::to_owned);
    assert_eq!(anchors, BTreeSet::from(expected));
}
