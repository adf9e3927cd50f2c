//! What can go wrong with a signing page, on demand: for tests of those who embed it.

use std::time::Duration;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
};
use maud::{DOCTYPE, html};
use serde::{Deserialize, Serialize};

use crate::{refusal::Refusal, state::Service};

/// How long a hanging page keeps its reader waiting.
const HANG: Duration = Duration::from_secs(10 * 60);

/// What is wrong with every signing page from now on: see
/// [`Sandbox::set_fault`](crate::Sandbox::set_fault).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "NamedFault", into = "NamedFault")]
pub enum Fault {
    /// It redirects to a page of another origin (the sandbox under its other loopback
    /// name), which posts the message of a signature. Only a sandbox that listens on
    /// `127.0.0.1` has two.
    Redirect,
    /// It answers 204, with nothing to show.
    NoContent,
    /// It never answers.
    Hang,
    /// It answers only after this time.
    Slow(Duration),
    /// It answers 404, with a page.
    NotFound,
    /// It answers 500, with nothing.
    ServerError,
    /// It answers with `X-Frame-Options: DENY`.
    XFrameOptions,
    /// It answers with `Content-Security-Policy: frame-ancestors 'none'`.
    FrameAncestors,
    /// It answers with a file to save.
    Attachment,
    /// It works, but posts messages as no service should.
    Messages(MessageFault),
}

/// What is wrong with a page's messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MessageFault {
    /// Each message is posted twice.
    Twice,
    /// After `user-close` comes the message of a signature.
    Late,
    /// At first come 10,000 messages that are not the guide's.
    Burst,
    /// At first come messages with 64 MiB of text, bare and as `type` and `signType`.
    Huge,
    /// At first comes an object that holds itself.
    Cyclic,
    /// At first comes an object 1,000 deep.
    Deep,
    /// At first come objects with the guide's properties in `__proto__` and
    /// `constructor`.
    PrototypeKeys,
    /// At first come null, numbers, arrays, and properties of wrong types.
    Malformed,
}

impl MessageFault {
    /// Every one.
    pub const ALL: [Self; 8] = [
        Self::Twice,
        Self::Late,
        Self::Burst,
        Self::Huge,
        Self::Cyclic,
        Self::Deep,
        Self::PrototypeKeys,
        Self::Malformed,
    ];

    /// Its name, as in the control API (after `messages-`) and for the page's script.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Twice => "twice",
            Self::Late => "late",
            Self::Burst => "burst",
            Self::Huge => "huge",
            Self::Cyclic => "cyclic",
            Self::Deep => "deep",
            Self::PrototypeKeys => "prototype-keys",
            Self::Malformed => "malformed",
        }
    }
}

/// A fault as the control API spells it: by name, with what else belongs to it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct NamedFault {
    name: String,
    /// How long [`Fault::Slow`] takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    milliseconds: Option<u64>,
}

impl From<Fault> for NamedFault {
    fn from(fault: Fault) -> Self {
        let milliseconds = match fault {
            Fault::Slow(time) => u64::try_from(time.as_millis()).ok(),
            _ => None,
        };
        Self {
            name: fault.name(),
            milliseconds,
        }
    }
}

impl TryFrom<NamedFault> for Fault {
    type Error = String;

    fn try_from(named: NamedFault) -> Result<Self, String> {
        let milliseconds = named.milliseconds.unwrap_or_default();
        let fault =
            Self::all(Duration::from_millis(milliseconds)).find(|fault| fault.name() == named.name);
        match (fault, named.milliseconds) {
            (None, _) => Err(format!("`name` is one of {}", names().join(", "))),
            (Some(Self::Slow(_)), None) => {
                Err("`milliseconds` is missing: slow takes a time".to_owned())
            }
            (Some(Self::Slow(time)), _) if time > HANG => Err(format!(
                "`milliseconds` is at most {}: to answer never, name hang",
                HANG.as_millis()
            )),
            (Some(Self::Slow(time)), _) => Ok(Self::Slow(time)),
            (Some(_), Some(_)) => Err("`milliseconds` belongs to slow only".to_owned()),
            (Some(fault), None) => Ok(fault),
        }
    }
}

impl Fault {
    /// Refuses what a sandbox at this origin cannot do.
    pub(crate) fn check(self, origin: &str) -> Result<(), String> {
        match self {
            Self::Redirect => elsewhere(origin).map(drop),
            _ => Ok(()),
        }
    }

    /// Every one, slow by this much.
    fn all(slow: Duration) -> impl Iterator<Item = Self> {
        let pages = [
            Self::Redirect,
            Self::NoContent,
            Self::Hang,
            Self::Slow(slow),
            Self::NotFound,
            Self::ServerError,
            Self::XFrameOptions,
            Self::FrameAncestors,
            Self::Attachment,
        ];
        pages
            .into_iter()
            .chain(MessageFault::ALL.map(Self::Messages))
    }

    /// Its name in the control API.
    fn name(self) -> String {
        let name = match self {
            Self::Redirect => "redirect",
            Self::NoContent => "no-content",
            Self::Hang => "hang",
            Self::Slow(_) => "slow",
            Self::NotFound => "not-found",
            Self::ServerError => "server-error",
            Self::XFrameOptions => "x-frame-options",
            Self::FrameAncestors => "frame-ancestors",
            Self::Attachment => "attachment",
            Self::Messages(fault) => return format!("messages-{}", fault.as_str()),
        };
        name.to_owned()
    }
}

/// Every fault's name in the control API.
pub(crate) fn names() -> Vec<String> {
    Fault::all(Duration::ZERO).map(Fault::name).collect()
}

/// What a faulty page answers in place of itself, if it does.
pub(crate) async fn answer(service: &Service, fault: Fault) -> Option<Response> {
    let with = |name, value| {
        let mut response = axum::response::Html("<p>documentolog-sandbox").into_response();
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
        Some(response)
    };
    match fault {
        Fault::Redirect => Some(match elsewhere(&service.origin) {
            Ok(url) => Redirect::temporary(&url).into_response(),
            Err(problem) => {
                tracing::error!("{problem}");
                Refusal::new(StatusCode::INTERNAL_SERVER_ERROR, "fault", problem).into_response()
            }
        }),
        Fault::NoContent => Some(StatusCode::NO_CONTENT.into_response()),
        Fault::Hang => {
            tokio::time::sleep(HANG).await;
            Some(StatusCode::GATEWAY_TIMEOUT.into_response())
        }
        Fault::Slow(time) => {
            tokio::time::sleep(time).await;
            None
        }
        Fault::NotFound => {
            Some((StatusCode::NOT_FOUND, axum::response::Html("<h1>404")).into_response())
        }
        Fault::ServerError => Some(StatusCode::INTERNAL_SERVER_ERROR.into_response()),
        Fault::XFrameOptions => with(header::X_FRAME_OPTIONS, "DENY"),
        Fault::FrameAncestors => with(
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; frame-ancestors 'none'",
        ),
        Fault::Attachment => with(
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"page.html\"",
        ),
        Fault::Messages(_) => None,
    }
}

/// The page on the other origin, which lies.
pub(crate) async fn show_elsewhere() -> Response {
    let document = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { "documentolog-sandbox" }
                script type="module" src="/assets/elsewhere.js" {}
            }
            body data-state="elsewhere" {}
        }
    };
    let headers = [
        // No `frame-ancestors`: it lies to whoever frames it.
        (
            header::CONTENT_SECURITY_POLICY,
            "default-src 'none'; script-src 'self'; base-uri 'none'; form-action 'none'",
        ),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, document).into_response()
}

/// The page at the sandbox's other loopback name: the same server, another origin. At another
/// address than this there is none, and a redirect to the origin that is trusted tests nothing.
fn elsewhere(origin: &str) -> Result<String, String> {
    let port = origin
        .strip_prefix("http://127.0.0.1")
        .filter(|rest| rest.is_empty() || rest.starts_with(':'))
        .ok_or_else(|| {
            format!(
                "`redirect` leads to another origin of the sandbox, and {origin} has none: listen on 127.0.0.1"
            )
        })?;
    Ok(format!("http://localhost{port}/sandbox/elsewhere"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elsewhere_is_another_origin_or_nowhere() {
        for (origin, expected) in [
            ("http://127.0.0.1:4100", Some("http://localhost:4100")),
            ("http://127.0.0.1", Some("http://localhost")),
            ("http://127.0.0.10:4100", None),
            ("http://[::1]:4100", None),
            ("http://0.0.0.0:4100", None),
            ("http://[::]:4100", None),
            ("http://192.168.0.7:4100", None),
        ] {
            let expected = expected.map(|origin| format!("{origin}/sandbox/elsewhere"));
            assert_eq!(elsewhere(origin).ok(), expected, "{origin}");
        }
    }
}
