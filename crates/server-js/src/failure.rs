//! What goes wrong in a back end, by its code.

use documentolog_protocol::{BaseUrlError, TokenResponseError, WebhookError, WebhookEvent};
use documentolog_server::RequestError;
use serde::Serialize;
#[cfg(test)]
use ts_rs::TS;

/// What went wrong. Names stay, sentences may improve.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "kebab-case")]
pub enum ServerErrorCode {
    /// It is called in a browser, where the api-key must never be.
    BrowserRefused,
    /// The runtime does not compile WebAssembly.
    WasmUnavailable,
    /// The kit's own code failed.
    ModuleCrashed,
    /// An option is unknown, missing or of the wrong type.
    OptionsInvalid,
    /// The base URL is no preset and no https origin.
    BaseUrlRefused,
    /// The api-key cannot stand in an HTTP header.
    ApiKeyMalformed,
    /// A field of the signing request is wrong. Nothing has been sent.
    RequestInvalid,
    /// No connection to the service came about, or its certificate is not trusted. Nothing has
    /// been done.
    ServiceUnreachable,
    /// The service did not answer in time. Asked for a token, it may have made the document.
    ServiceTimeout,
    /// The service refuses the api-key.
    ServiceUnauthorized,
    /// The service answers with another status than success.
    ServiceStatus,
    /// The answer broke off. Asked for a token, the service may have made the document.
    AnswerIncomplete,
    /// The answer is larger than any token.
    AnswerTooLarge,
    /// The answer is not what the guide says.
    AnswerMalformed,
    /// The service refused the request: its own `status` is not 1.
    TokenRefused,
    /// A link does not lead to the service.
    LinkRefused,
    /// A file is larger than was allowed.
    FileTooLarge,
    /// A webhook came to an address that is nobody's, or not any more.
    WebhookAddressUnknown,
    /// A webhook is larger than 256 KiB.
    WebhookTooLarge,
    /// A body is no webhook; or one of the guide's events has other fields than there, and is
    /// kept as an unknown one.
    WebhookMalformed,
    /// A webhook could not be recorded, or a secret not be kept.
    StoreFailed,
    /// The caller's signal was aborted.
    Aborted,
}

/// A failure, as it crosses to JavaScript, which makes a `DocumentologServerError` of it.
/// Never contains secrets or personal data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// What went wrong.
    pub code: ServerErrorCode,
    /// What to do about it.
    pub message: String,
    /// The option or field it is about, if there is one.
    pub field: Option<String>,
    /// The service's HTTP status, if it is about one.
    pub status: Option<u16>,
}

impl ServerErrorCode {
    /// All of them.
    pub const ALL: [Self; 22] = [
        Self::BrowserRefused,
        Self::WasmUnavailable,
        Self::ModuleCrashed,
        Self::OptionsInvalid,
        Self::BaseUrlRefused,
        Self::ApiKeyMalformed,
        Self::RequestInvalid,
        Self::ServiceUnreachable,
        Self::ServiceTimeout,
        Self::ServiceUnauthorized,
        Self::ServiceStatus,
        Self::AnswerIncomplete,
        Self::AnswerTooLarge,
        Self::AnswerMalformed,
        Self::TokenRefused,
        Self::LinkRefused,
        Self::FileTooLarge,
        Self::WebhookAddressUnknown,
        Self::WebhookTooLarge,
        Self::WebhookMalformed,
        Self::StoreFailed,
        Self::Aborted,
    ];

    /// Those that the TypeScript makes itself, since they are about its runtime; with what to
    /// do about each.
    pub const OF_THE_RUNTIME: [(Self, &str); 10] = [
        (
            Self::BrowserRefused,
            "documentolog-embed/server refuses to run in a browser: the api-key must not get there. Import it in your back end only (and test it in a Node.js environment, not in jsdom).",
        ),
        (
            Self::WasmUnavailable,
            "The runtime does not compile WebAssembly: run this in Node.js, Deno or Bun, and not in an edge runtime.",
        ),
        (
            Self::ModuleCrashed,
            "The kit's own code failed: see cause, and report it with the steps.",
        ),
        (
            Self::ServiceUnreachable,
            "The service cannot be reached: check the base URL, the network and whether its certificate is trusted here. Nothing has been done.",
        ),
        (
            Self::ServiceTimeout,
            "The service did not answer in time. Where a token was asked for, there may be a document all the same.",
        ),
        (
            Self::AnswerIncomplete,
            "The service's answer broke off. Where a token was asked for, there may be a document all the same.",
        ),
        (
            Self::AnswerTooLarge,
            "The service's answer is larger than 64 KiB: check the base URL.",
        ),
        (Self::FileTooLarge, "The file is larger than was allowed."),
        (
            Self::StoreFailed,
            "The store of webhooks failed: see cause.",
        ),
        (Self::Aborted, "Your own signal was aborted."),
    ];
}

impl Failure {
    /// One that names no field.
    pub fn new(code: ServerErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            field: None,
            status: None,
        }
    }

    /// It, about a field. The message says so, too.
    #[must_use]
    pub fn with_field(mut self, field: Option<String>) -> Self {
        if let Some(field) = &field {
            self.message = format!("{field}: {}", self.message);
        }
        self.field = field;
        self
    }

    /// What is not as the guide has it in an event that is kept all the same.
    #[must_use]
    pub fn of_unfit(event: &WebhookEvent) -> Option<Self> {
        let field = event.unfit_field()?;
        let name = event.name();
        let message = format!(
            "the field `{field}` of `{name}` is not as the guide has it: the webhook is kept, as unknown"
        );
        Some(Self {
            field: Some(field.to_owned()),
            ..Self::new(ServerErrorCode::WebhookMalformed, message)
        })
    }

    /// It, about a status.
    #[must_use]
    pub fn with_status(mut self, status: u16) -> Self {
        self.status = Some(status);
        self
    }
}

impl From<RequestError> for Failure {
    fn from(error: RequestError) -> Self {
        Self::new(ServerErrorCode::RequestInvalid, error.reason.to_string())
            .with_field(Some(camel_case(&error.field)))
    }
}

impl From<BaseUrlError> for Failure {
    fn from(error: BaseUrlError) -> Self {
        Self::new(ServerErrorCode::BaseUrlRefused, error.message())
            .with_field(Some("baseUrl".to_owned()))
    }
}

impl From<TokenResponseError> for Failure {
    fn from(error: TokenResponseError) -> Self {
        let code = match error {
            TokenResponseError::Refused { .. } => ServerErrorCode::TokenRefused,
            _ => ServerErrorCode::AnswerMalformed,
        };
        let field = match &error {
            TokenResponseError::Missing { field } | TokenResponseError::Invalid { field, .. } => {
                Some((*field).to_owned())
            }
            _ => None,
        };
        // The sentence names the field already.
        Self {
            field,
            ..Self::new(code, error.to_string())
        }
    }
}

impl From<WebhookError> for Failure {
    fn from(error: WebhookError) -> Self {
        let field = match &error {
            WebhookError::Field { field } => Some((*field).to_owned()),
            WebhookError::NotAnObject => None,
        };
        Self {
            field,
            ..Self::new(ServerErrorCode::WebhookMalformed, error.to_string())
        }
    }
}

/// A Rust field as JavaScript spells it: `sms[0].full_name` is `sms[0].fullName`.
fn camel_case(field: &str) -> String {
    let mut made = String::with_capacity(field.len());
    let mut is_next_upper = false;
    for character in field.chars() {
        match character {
            '_' => is_next_upper = true,
            _ if is_next_upper => {
                made.extend(character.to_uppercase());
                is_next_upper = false;
            }
            _ => made.push(character),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_spelt_as_in_javascript() {
        for (rust, expected) in [
            ("attachments[1]", "attachments[1]"),
            ("webhook_url", "webhookUrl"),
            ("sms[0].full_name", "sms[0].fullName"),
        ] {
            assert_eq!(camel_case(rust), expected);
        }
    }

    #[test]
    fn codes_and_sentences_that_belong_together() {
        let refused = Failure::from(TokenResponseError::Refused { status: 0 });
        assert_eq!(refused.code, ServerErrorCode::TokenRefused);
        let missing = Failure::from(TokenResponseError::Missing { field: "data" });
        assert_eq!(missing.code, ServerErrorCode::AnswerMalformed);
        assert_eq!(missing.field.as_deref(), Some("data"));
        let field = Failure::from(WebhookError::Field { field: "event" });
        assert_eq!(field.field.as_deref(), Some("event"));
    }

    #[test]
    fn what_is_not_as_the_guide_has_it_is_told_without_what_it_says() {
        let told = |body: &str| {
            let event = WebhookEvent::parse(body.as_bytes()).unwrap();
            Failure::of_unfit(&event).map(|failure| (failure.code, failure.field, failure.message))
        };
        let (code, field, message) = told(
            r#"{"event":"signer_signed","doc_id":"KZ791028302728","signer":{"name":"Нұрлан"}}"#,
        )
        .unwrap();
        assert_eq!(code, ServerErrorCode::WebhookMalformed);
        assert_eq!(field.as_deref(), Some("signer.recipient"));
        assert!(
            message.contains("`signer.recipient` of `signer_signed`"),
            "{message}"
        );
        assert!(!message.contains("791028302728") && !message.contains("Нұрлан"));
        assert_eq!(told(r#"{"event":"document_sent","doc_id":"KZ1"}"#), None);
        assert_eq!(told(r#"{"event":"ping","doc_id":7}"#), None);
    }
}
