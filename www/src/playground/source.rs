//! The lines of this project's source that refuse messages and make errors, to be read
//! where the log speaks of them.

use std::collections::BTreeMap;

use axum::{
    Router,
    extract::Path,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use maud::{DOCTYPE, html};
use serde::Serialize;

use crate::state::Backend;

const GATE: &str = "src/browser/gate.rs";
const MESSAGES: &str = "crates/protocol/src/window_message.rs";
const ERRORS: &str = "src/error.rs";

const FILES: [(&str, &str); 3] = [
    (GATE, include_str!("../../../src/browser/gate.rs")),
    (
        MESSAGES,
        include_str!("../../../crates/protocol/src/window_message.rs"),
    ),
    (ERRORS, include_str!("../../../src/error.rs")),
];

/// Each reason for which the gate refuses a message, and what stands in the line that does.
const REFUSALS: [(&str, &str, &str); 7] = [
    ("untrusted", GATE, "return Err(Refusal::Untrusted)"),
    // Of a window that is no session's frame: a stranger's, or another of the service's.
    ("source", GATE, "fn refuse_foreign("),
    ("origin", GATE, "return Err(Refusal::Origin)"),
    ("flag", GATE, "return Err(Refusal::Flag)"),
    ("type", GATE, "ok_or(Refusal::Type)"),
    (
        "success",
        MESSAGES,
        "success: success.ok_or(MessageRefusal::Success)",
    ),
    ("sign-type", GATE, "ok_or(Refusal::SignType)"),
];

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Place {
    file: &'static str,
    /// From 1.
    line: usize,
}

/// Where each reason of the gate's is.
pub(super) fn refusals() -> BTreeMap<&'static str, Place> {
    REFUSALS
        .into_iter()
        .filter_map(|(reason, file, marker)| Some((reason, find(file, marker)?)))
        .collect()
}

/// Where each error code is: what it means stands there, and what to do.
pub(super) fn errors() -> BTreeMap<&'static str, Place> {
    let (file, text) = FILES[2];
    let code_in = |line: &'static str| {
        let (_, code) = line.split_once(" = \"")?;
        code.strip_suffix("\",")
    };
    text.lines()
        .enumerate()
        .filter_map(|(before, line)| {
            let line_number = before + 1;
            Some((
                code_in(line)?,
                Place {
                    file,
                    line: line_number,
                },
            ))
        })
        .collect()
}

fn find(file: &'static str, marker: &str) -> Option<Place> {
    let (_, text) = FILES.into_iter().find(|(name, _)| *name == file)?;
    let before = text.lines().position(|line| line.contains(marker))?;
    Some(Place {
        file,
        line: before + 1,
    })
}

pub(super) fn router() -> Router<Backend> {
    Router::new().route("/playground/source/{*file}", get(show))
}

/// A file, with an anchor at each line: `…/gate.rs#L31`.
async fn show(Path(file): Path<String>) -> Response {
    let Some((name, text)) = FILES.into_iter().find(|(name, _)| *name == file) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (name) }
                link rel="icon" href="/icon.svg" type="image/svg+xml";
                link rel="stylesheet" href="/page.css";
                link rel="stylesheet" href="/playground/playground.css";
            }
            body.source {
                main {
                    h1 { (name) }
                    pre tabindex="0" role="region" aria-label=(name) {
                        @for (before, line) in text.lines().enumerate() {
                            span id={ "L" (before + 1) } data-line=(before + 1) { (line) "\n" }
                        }
                    }
                }
            }
        }
    }
    .into_response()
}

#[cfg(test)]
mod tests {
    use documentolog_embed::{error::ErrorCode, event::Refusal};

    use super::*;

    /// A new reason does not compile here before it has a line.
    fn known(refusal: Refusal) -> Refusal {
        match refusal {
            Refusal::Untrusted
            | Refusal::Source
            | Refusal::Origin
            | Refusal::Flag
            | Refusal::Type
            | Refusal::Success
            | Refusal::SignType => refusal,
        }
    }

    #[test]
    fn every_reason_and_every_error_has_its_line() {
        let places = refusals();
        for refusal in [
            Refusal::Untrusted,
            Refusal::Source,
            Refusal::Origin,
            Refusal::Flag,
            Refusal::Type,
            Refusal::Success,
            Refusal::SignType,
        ] {
            let name = serde_json::to_value(known(refusal)).unwrap();
            assert!(places.contains_key(name.as_str().unwrap()), "{name}");
        }
        assert_eq!(places.len(), REFUSALS.len());
        let places = errors();
        let codes: Vec<_> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
        assert!(codes.iter().all(|code| places.contains_key(code)));
        assert_eq!(places.len(), codes.len(), "{places:?}");
    }

    /// A marker that stands in several lines could lead to the wrong one.
    #[test]
    fn each_marker_stands_in_one_line() {
        for (reason, file, marker) in REFUSALS {
            let (_, text) = FILES.into_iter().find(|(name, _)| *name == file).unwrap();
            assert_eq!(text.matches(marker).count(), 1, "{reason}");
        }
    }
}
