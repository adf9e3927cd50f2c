//! Answers that refuse. None repeats what was sent.

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use serde_json::json;

use crate::document::ActionError;

/// A refused request, as JSON.
#[derive(Debug)]
pub(crate) struct Refusal {
    status: StatusCode,
    code: &'static str,
    message: String,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            code,
            message: message.into(),
        }
    }

    /// A field that is well formed and cannot be done.
    pub(crate) fn unprocessable(field: &str, problem: &str) -> Self {
        Self::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            "unprocessable",
            format!("`{field}` {problem}"),
        )
    }

    pub(crate) fn no_document() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "document",
            "there is no such document",
        )
    }

    /// A step's capability that is not known, or not any more.
    pub(crate) fn no_step() -> Self {
        Self::new(
            StatusCode::NOT_FOUND,
            "step",
            "there is no such step: begin again on the signing page",
        )
    }

    pub(crate) fn internal() -> Self {
        Self::new(
            StatusCode::INTERNAL_SERVER_ERROR,
            "internal",
            "the sandbox failed: see its log",
        )
    }
}

impl From<ActionError> for Refusal {
    fn from(error: ActionError) -> Self {
        let (status, code) = match error {
            ActionError::MethodNotOffered => (StatusCode::UNPROCESSABLE_ENTITY, "method"),
            ActionError::AlreadySigned => (StatusCode::CONFLICT, "already-signed"),
            ActionError::Declined => (StatusCode::CONFLICT, "declined"),
            ActionError::NotYet => (StatusCode::CONFLICT, "not-your-turn"),
            ActionError::NobodyToRemind => (StatusCode::CONFLICT, "nobody-to-remind"),
            ActionError::NothingWritten => (StatusCode::CONFLICT, "nothing-written"),
            ActionError::Expired => (StatusCode::GONE, "expired"),
        };
        Self::new(status, code, error.to_string())
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({"status": 0, "error": {"code": self.code, "message": self.message}});
        (self.status, Json(body)).into_response()
    }
}
