//! The TypeScript types and constants of the package's `./server`, made from the Rust ones.
//! The file is committed; the test fails when the two part, and says how to write it anew.

use documentolog_server::{
    LARGEST_WEBHOOK, LONGEST_REFERENCE, Refused, SECRET_LIFETIME, StoreError,
    sans_io::{DOWNLOAD_TIMEOUT, LARGEST_ANSWER, TIMEOUT},
};
use serde_json::json;
use ts_rs::{Config, TS};

use crate::{
    CompletedFiles, FileLink, ServerErrorCode, Signer, SigningRequest, SmsPerson, WebhookEvent,
};

const PACKAGE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../pkg-template");

const HEAD: &str = "\
// Made from the Rust definitions in crates/server-js. Do not edit: change the Rust, then run
//   UPDATE_BINDINGS=1 cargo test -p documentolog-server-js --lib bindings
import type { SignatureMethod } from './bindings.js';

/** JSON fields as they came. A number of more digits than 64 bits hold is a text of them. */
export type Other = Record<string, unknown>;
";

fn declaration<T: TS>(config: &Config, text: &mut String) {
    text.push('\n');
    text.push_str(&T::docs().unwrap_or_default());
    text.push_str("export ");
    text.push_str(&T::decl(config));
    text.push('\n');
}

fn name_of(code: ServerErrorCode) -> String {
    serde_json::to_value(code)
        .unwrap()
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn typescript_types_are_those_of_rust() {
    let config = Config::default();
    let mut made = HEAD.to_owned();
    let mut given = String::new();
    declaration::<SigningRequest>(&config, &mut given);
    declaration::<SmsPerson>(&config, &mut given);
    // What may be left out may be there as undefined, too; and what is only read may be a list
    // that nobody may change.
    let given = given.replace("| null", "| null | undefined");
    let given = given.replace("Array<", "ReadonlyArray<");
    made.push_str(&given.replace("string[]", "readonly string[]"));
    declaration::<WebhookEvent>(&config, &mut made);
    declaration::<Signer>(&config, &mut made);
    declaration::<CompletedFiles>(&config, &mut made);
    declaration::<FileLink>(&config, &mut made);
    declaration::<ServerErrorCode>(&config, &mut made);

    let limits = json!({
        "answer": LARGEST_ANSWER,
        "reference": LONGEST_REFERENCE,
        "webhook": LARGEST_WEBHOOK,
    });
    let times = json!({
        "answer": u64::try_from(TIMEOUT.as_millis()).unwrap(),
        "download": u64::try_from(DOWNLOAD_TIMEOUT.as_millis()).unwrap(),
        "secret": u64::try_from(SECRET_LIFETIME.as_millis()).unwrap(),
    });
    let refusals = [
        (
            ServerErrorCode::WebhookAddressUnknown,
            Refused::UnknownAddress,
        ),
        (ServerErrorCode::WebhookTooLarge, Refused::TooLarge),
        (
            ServerErrorCode::WebhookMalformed,
            Refused::Malformed(documentolog_protocol::WebhookError::NotAnObject),
        ),
        (
            ServerErrorCode::StoreFailed,
            Refused::Store(StoreError::new("a test's")),
        ),
    ];
    let statuses: serde_json::Map<_, _> = refusals
        .iter()
        .map(|(code, refused)| (name_of(*code), refused.status().into()))
        .collect();
    let mut sentences: serde_json::Map<_, _> = ServerErrorCode::OF_THE_RUNTIME
        .iter()
        .map(|(code, sentence)| (name_of(*code), (*sentence).into()))
        .collect();
    for (code, refused) in &refusals[..2] {
        sentences.insert(name_of(*code), refused.to_string().into());
    }
    for (words, name, value) in [
        (
            "The largest body that is read, and the longest reference, in bytes.",
            "limits",
            limits,
        ),
        ("Durations, in milliseconds.", "times", times),
        (
            "What a webhook is answered with that is not taken, by its code.",
            "statuses",
            statuses.into(),
        ),
        (
            "The sentences of the errors that are made in TypeScript.",
            "sentences",
            sentences.into(),
        ),
    ] {
        let value = serde_json::to_string_pretty(&value).unwrap();
        made.push_str(&format!(
            "\n/** {words} */\nexport const {name} = {value} as const;\n"
        ));
    }
    let path = std::path::Path::new(PACKAGE).join("src/server-bindings.ts");
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == made,
        "pkg-template/src/server-bindings.ts is stale: see its head"
    );
}

#[test]
fn every_code_is_listed_once() {
    let declared = ServerErrorCode::decl(&Config::default());
    let names: std::collections::BTreeSet<_> =
        ServerErrorCode::ALL.into_iter().map(name_of).collect();
    assert_eq!(names.len(), ServerErrorCode::ALL.len());
    assert_eq!(declared.matches('"').count(), names.len() * 2, "{declared}");
}

/// What an integrator looks up stands where they look.
#[test]
fn the_packages_readme_tells_of_every_server_code_event_and_field() {
    let readme = std::fs::read_to_string(std::path::Path::new(PACKAGE).join("README.md"));
    let readme = readme.unwrap();
    let declared = WebhookEvent::decl(&Config::default());
    let events = declared.split("\"type\": \"").skip(1);
    let events: Vec<_> = events
        .filter_map(|part| Some(part.split('"').next()?.to_owned()))
        .collect();
    assert_eq!(events.len(), 5, "{events:?}");
    let codes = ServerErrorCode::ALL.into_iter().map(name_of);
    let fields = SigningRequest::FIELDS.map(str::to_owned);
    for name in codes.chain(events).chain(fields) {
        assert!(
            readme.contains(&format!("`{name}`")),
            "the package's README does not tell of {name}"
        );
    }
}
