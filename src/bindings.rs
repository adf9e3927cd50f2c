//! The TypeScript types of what crosses to JavaScript, made from the Rust ones.
//! The file is committed; the test fails when the two part, and says how to
//! write it anew.

use ts_rs::{Config, TS};

use crate::{
    error::ErrorCode,
    event::{BlockedBy, ClosedBy, Diagnostic, Outcome, Phase, Progress, Refusal},
    texts::Locale,
};

const SOURCES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/pkg-template/src");

const HEAD: &str = "\
// Made from the Rust definitions in src/. Do not edit: change the Rust, then run
//   UPDATE_BINDINGS=1 cargo test -p documentolog-embed --lib bindings

/** A way to sign. The service may add methods: those come as it spells them. */
export type SignatureMethod = 'eds' | 'egov-qr' | 'sms' | 'adobe-sign' | (string & {});
";

fn declaration<T: TS>(config: &Config, text: &mut String) {
    text.push('\n');
    text.push_str(&T::docs().unwrap_or_default());
    text.push_str("export ");
    text.push_str(&T::decl(config));
    text.push('\n');
}

#[test]
fn typescript_types_are_those_of_rust() {
    let config = Config::default();
    let mut made = HEAD.to_owned();
    // The errors that the loader makes itself, since Rust cannot.
    for (name, code) in [
        ("wasmUnavailable", ErrorCode::WasmUnavailable),
        ("widgetCrashed", ErrorCode::WidgetCrashed),
        ("aborted", ErrorCode::Aborted),
    ] {
        let message = serde_json::to_string(code.message()).unwrap();
        made.push_str(&format!(
            "\n/** The sentence of `{}`. */\nexport const {name} =\n  {message};\n",
            code.as_str()
        ));
    }
    made.push_str(&format!(
        "\n/** The attribute of a blank frame for a session to take. */\nexport const spareFrame = '{}';\n",
        crate::view::SPARE_FRAME
    ));
    declaration::<Outcome>(&config, &mut made);
    declaration::<ClosedBy>(&config, &mut made);
    declaration::<Progress>(&config, &mut made);
    declaration::<Phase>(&config, &mut made);
    declaration::<Diagnostic>(&config, &mut made);
    declaration::<BlockedBy>(&config, &mut made);
    declaration::<Refusal>(&config, &mut made);
    declaration::<ErrorCode>(&config, &mut made);
    declaration::<Locale>(&config, &mut made);
    check("bindings.ts", &made);
}

/// What the surface needs that stands in for the widget where WebAssembly may not run.
#[test]
fn the_fallbacks_texts_are_those_of_rust() {
    let mut made = HEAD.lines().take(2).collect::<Vec<_>>().join("\n");
    made.push_str("\n\n/** Where the service is, by a preset's name. */\nexport const presets: Record<string, string> = {\n");
    for name in ["doculite", "documentolog-business"] {
        let origin = documentolog_protocol::BaseUrl::parse(name).unwrap();
        made.push_str(&format!("  '{name}': '{}',\n", origin.origin()));
    }
    made.push_str(&format!(
        "}};\n\n/** For how many milliseconds a token is waited for, unless the page says. */\nexport const tokenTimeout = {};\n",
        crate::timeouts::Timeouts::default().token
    ));
    assert!(crate::view::STYLE.contains(crate::view::DIALOG_HOST));
    made.push_str(&format!(
        "\n/** The attribute of a host element in which a dialog is open. */\nexport const dialogHost = '{}';\n",
        crate::view::DIALOG_HOST
    ));
    made.push_str("\n/** What the signer reads. */\nexport const texts = ");
    let texts: serde_json::Map<_, _> = [Locale::Kk, Locale::Ru, Locale::En]
        .map(|locale| {
            let texts = locale.texts();
            let words = serde_json::json!({
                "title": texts.title,
                "close": texts.close,
                "failed": texts.failed,
                "retry": texts.retry,
                "openInTab": texts.open_in_tab,
                "openedInTab": texts.opened_in_tab,
            });
            (locale.as_str().to_owned(), words)
        })
        .into_iter()
        .collect();
    made.push_str(&serde_json::to_string_pretty(&texts).unwrap());
    made.push_str(
        " as const;\n\n/** The style sheet of the widget's elements. */\nexport const style = ",
    );
    made.push_str(&serde_json::to_string(crate::view::STYLE).unwrap());
    made.push_str(";\n");
    check("fallback-texts.ts", &made);
}

/// Compares a committed file with what is made now, or writes it.
#[track_caller]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
fn check(name: &str, made: &str) {
    let path = std::path::Path::new(SOURCES).join(name);
    if std::env::var_os("UPDATE_BINDINGS").is_some() {
        std::fs::write(&path, made).unwrap();
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        committed == made,
        "pkg-template/src/{name} is stale: see its head"
    );
}

/// The names that Rust writes are those that the types promise.
#[test]
fn names_are_those_of_the_types() {
    let config = Config::default();
    let rows: [(String, Vec<&str>); 2] = [
        (
            ErrorCode::decl(&config),
            ErrorCode::ALL.iter().map(|code| code.as_str()).collect(),
        ),
        (
            Phase::decl(&config),
            [
                Phase::Idle,
                Phase::RequestingToken,
                Phase::Loading,
                Phase::Ready,
                Phase::Stalled,
                Phase::Confirming,
                Phase::Ended,
            ]
            .map(Phase::as_str)
            .to_vec(),
        ),
    ];
    for (declaration, names) in rows {
        for name in &names {
            assert!(
                declaration.contains(&format!("\"{name}\"")),
                "{name} is not in {declaration}"
            );
        }
        assert_eq!(
            declaration.matches('"').count(),
            names.len() * 2,
            "{declaration}"
        );
    }
}

/// What an integrator looks up stands where they look.
#[test]
fn the_packages_readme_tells_of_every_code_and_event() {
    let readme = std::fs::read_to_string(std::path::Path::new(SOURCES).join("../README.md"));
    let readme = readme.unwrap();
    let config = Config::default();
    let names = |declaration: String| -> Vec<String> {
        let parts = declaration.split("\"type\": \"");
        parts
            .skip(1)
            .filter_map(|part| Some(part.split('"').next()?.to_owned()))
            .collect()
    };
    let events = [
        names(Progress::decl(&config)),
        names(Outcome::decl(&config)),
    ]
    .concat();
    assert!(events.len() > 8, "{events:?}");
    let codes = ErrorCode::ALL.iter().map(|code| code.as_str().to_owned());
    let rest = ["stalled", "failed"].map(str::to_owned);
    for name in codes.chain(events).chain(rest) {
        assert!(
            readme.contains(&format!("`{name}`")),
            "the package's README does not tell of {name}"
        );
    }
}
