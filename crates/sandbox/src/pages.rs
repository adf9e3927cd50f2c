//! What all pages share.

use axum::{
    extract::{FromRequestParts, Query, rejection::QueryRejection},
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};
use maud::{DOCTYPE, Markup, html};
use serde::Deserialize;

use crate::{faults::Fault, texts::Language};

/// No inline script or style, nothing from elsewhere but NCALayer on the signer's own
/// computer. Who may frame a page is said by [`framed`].
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; \
                      connect-src 'self' ws://127.0.0.1:* wss://127.0.0.1:*; \
                      img-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";

#[derive(Deserialize)]
struct LanguageQuery {
    lang: Option<String>,
}

/// The language in which a page is asked for, by its address (`?lang=kk`) or by the browser.
impl<S: Send + Sync> FromRequestParts<S> for Language {
    type Rejection = QueryRejection;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, QueryRejection> {
        let Query(LanguageQuery { lang }) = Query::from_request_parts(parts, state).await?;
        Ok(Self::choose(lang.as_deref(), &parts.headers))
    }
}

/// The script of most pages.
const SIGNING: &str = "/assets/signing.js";

/// A page.
pub(crate) fn page(
    status: StatusCode,
    language: Language,
    state: &str,
    content: &Markup,
) -> Response {
    titled(status, language, language.texts().title, state, content)
}

/// A page with a title of its own.
pub(crate) fn titled(
    status: StatusCode,
    language: Language,
    title: &str,
    state: &str,
    content: &Markup,
) -> Response {
    whole(status, language, title, state, None, SIGNING, content)
}

/// A page that stands for another party's, on which the signer decides.
pub(crate) fn elsewhere(
    language: Language,
    title: &str,
    state: &str,
    content: &Markup,
) -> Response {
    whole(
        StatusCode::OK,
        language,
        title,
        state,
        None,
        "/assets/decision.js",
        content,
    )
}

/// Lets anybody frame a page: the signing page and what takes its place in the frame are made for
/// it. No other page is, since whoever frames one can lay it under what people mean to click.
pub(crate) fn framed(mut page: Response) -> Response {
    page.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(POLICY),
    );
    page
}

/// The signing page, whose messages may be as no service should post them.
pub(crate) fn signing(
    status: StatusCode,
    language: Language,
    state: &str,
    fault: Option<Fault>,
    content: &Markup,
) -> Response {
    let fault = match fault {
        Some(Fault::Messages(fault)) => Some(fault.as_str()),
        _ => None,
    };
    framed(whole(
        status,
        language,
        language.texts().title,
        state,
        fault,
        SIGNING,
        content,
    ))
}

fn whole(
    status: StatusCode,
    language: Language,
    title: &str,
    state: &str,
    fault: Option<&str>,
    script: &str,
    content: &Markup,
) -> Response {
    let texts = language.texts();
    let document = html! {
        (DOCTYPE)
        html lang=(language.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                link rel="stylesheet" href="/assets/pages.css";
                script type="module" src=(script) {}
            }
            body data-state=(state) data-fault=[fault] {
                (content)
                footer {
                    details #sandbox-panel {
                        summary { (texts.sandbox) }
                        p { (texts.sandbox_note) }
                        @if state == "ready" {
                            label { input #fail-next type="checkbox"; " " (texts.fail_next) }
                        }
                    }
                    nav aria-label=(texts.language) {
                        @for other in Language::ALL {
                            button type="button" id={ "lang-" (other.tag()) } data-language=(other.tag())
                                lang=(other.tag()) aria-pressed=(other == language) { (other.name()) }
                        }
                    }
                }
            }
        }
    };
    let policy = format!("{POLICY}; frame-ancestors 'none'");
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy.as_str()),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (status, headers, document).into_response()
}

/// `GET /`: what this is, for whoever opens its address.
pub(crate) async fn home(language: Language) -> Response {
    let content = html! {
        main {
            h1 { "documentolog-sandbox" }
            p { (language.texts().sandbox_note) }
            ul {
                li { code { "POST /json/external/oauth/token" } }
                li { code { "GET /external/sign/embedded?sParams=…" } }
                li { a href="/rct/sample.pdf" { code { "GET /rct/sample.pdf" } } }
                li { a href="/sandbox/inbox" { code { "GET /sandbox/inbox" } } }
                li { a href="/sandbox/openapi.json" { code { "GET /sandbox/openapi.json" } } }
            }
        }
    };
    page(StatusCode::OK, language, "home", &content)
}

/// A page that says why there is nothing to sign.
pub(crate) fn problem(status: StatusCode, language: Language, message: &str) -> Response {
    let content = html! {
        main {
            h1 { (language.texts().title) }
            p.result role="alert" { (message) }
        }
    };
    page(status, language, "error", &content)
}
