//! Webhooks as the page may show them: their shape, with placeholders for everything that
//! is about a person or opens a file.

use documentolog_protocol::WebhookEvent;
use documentolog_server::StoredWebhook;
use serde_json::{Map, Value, json};

/// Fields that say which event it is, and of which document.
const PLAIN: [&str; 2] = ["event", "doc_id"];

/// The guide's placeholders stand for whoever signs.
const SIGNER_NAME: &str = "Сейтқали Нұрлан";

pub(super) fn shown(webhook: &StoredWebhook) -> Value {
    json!({
        "event": webhook.event.name(),
        "isUnfit": webhook.event.unfit_field().is_some(),
        "receivedAt": webhook.received_at,
        "body": body(&webhook.event),
    })
}

fn body(event: &WebhookEvent) -> Value {
    let Value::Object(fields) = event.to_json() else {
        return Value::Null;
    };
    let fields: Map<String, Value> = fields
        .into_iter()
        .map(|(name, value)| {
            let value = match name.as_str() {
                known if PLAIN.contains(&known) && value.is_string() => value,
                "signer" if value.is_object() => {
                    json!({"name": SIGNER_NAME, "recipient": crate::PLACEHOLDER_IIN})
                }
                _ => masked(value),
            };
            (name, value)
        })
        .collect();
    Value::Object(fields)
}

/// Links without what opens them, and nothing of what is not known: a number may be an IIN.
fn masked(value: Value) -> Value {
    match value {
        Value::String(text) => match text.split_once('?') {
            Some((link, _)) if link.starts_with("http") => json!(format!("{link}?…")),
            _ => json!("…"),
        },
        Value::Number(_) => json!("…"),
        Value::Array(values) => values.into_iter().map(masked).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .map(|(name, value)| (name, masked(value)))
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_about_people_or_opens_files_is_not_shown() {
        let body = |event: Value| {
            body(&WebhookEvent::parse(event.to_string().as_bytes()).unwrap()).to_string()
        };
        let signed = body(json!({
            "event": "signer_signed", "doc_id": "KZ1", "note": "of 791028302728",
            "signer": {"name": "Бекова Айгерім", "recipient": "791028302728", "phone": "+77010000000"},
        }));
        assert!(signed.contains("signer_signed") && signed.contains("KZ1"));
        for personal in ["Бекова", "791028302728", "7701"] {
            assert!(!signed.contains(personal), "{signed}");
        }
        let link = "https://example.kz/external/media/download/1?capability=secret";
        let files = json!([{"name": "a.pdf", "link": link}]);
        let completed = body(json!({
            "event": "document_completed", "doc_id": "KZ1", "document": link,
            "download_all_files": link, "download_files": files,
            "download_files_with_eds": files, "download_files_with_eds_ez": files,
        }));
        assert!(completed.contains("https://example.kz/external/media/download/1?…"));
        assert!(!completed.contains("secret"), "{completed}");
        let unknown = body(json!({"event": "new_one", "who": "Бекова Айгерім"}));
        assert!(!unknown.contains("Бекова"), "{unknown}");
        for unfit in [
            json!({"event": "signer_signed", "doc_id": {"of": 791028302728_u64}, "signer": null}),
            json!({"event": "signer_signed", "doc_id": 791028302728_u64, "signer": "Бекова"}),
            json!({"event": "signer_signed", "signer": ["Бекова", 791028302728_u64]}),
        ] {
            let unfit = body(unfit);
            assert!(unfit.contains("signer_signed") && !unfit.contains(SIGNER_NAME));
            for personal in ["Бекова", "791028302728"] {
                assert!(!unfit.contains(personal), "{unfit}");
            }
        }
    }
}
