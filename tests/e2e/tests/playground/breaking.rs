//! What is broken on purpose: each attack is refused, and each fault gives the code or the reason
//! that is documented.

use anyhow::Result;
use documentolog_e2e::{Engine, Playground, in_each_engine};
use serde_json::json;

/// Each attack is refused with the reason that the gate documents, and the log leads to
/// the line that refuses it.
async fn every_attack_is_refused(engine: Engine) -> Result<()> {
    let playground = Playground::start(engine).await?;
    for place in ["inline", "modal"] {
        for (attack, reason, line) in [
            ("synthetic", "untrusted", "return Err(Refusal::Untrusted)"),
            ("stranger", "source", "fn refuse_foreign("),
            ("second", "source", "fn refuse_foreign("),
            ("navigated", "origin", "return Err(Refusal::Origin)"),
        ] {
            playground.go(&format!("place={place}")).await?;
            // It opens a session by itself.
            playground.press(&format!("#attack-{attack}")).await?;
            playground
                .logged(&format!("[data-kind=attack][data-name={attack}]"))
                .await?;
            playground
                .logged(&format!("[data-reason={reason}]"))
                .await?;
            assert_ne!(
                playground
                    .browser
                    .value("document.querySelector('#status').dataset.phase")
                    .await?,
                json!("idle"),
                "{attack} has ended the session"
            );
            let ends = "[data-kind=outcome], [data-name=confirming]";
            let ends = format!("document.querySelectorAll('#log li:is({ends})').length");
            assert_eq!(playground.browser.value(&ends).await?, json!(0), "{attack}");
            let link = format!("document.querySelector('#log li[data-reason={reason}] a').href");
            let link = playground.browser.value(&link).await?;
            assert_eq!(playground.browser.value("violations").await?, json!([]));
            playground
                .browser
                .client
                .goto(link.as_str().unwrap())
                .await?;
            // WebKit's driver goes on before the address has found its target.
            let target = "document.querySelector(':target')";
            let shown = format!("{target}?.textContent");
            let shown = playground.browser.first(&shown).await?;
            assert!(shown.as_str().unwrap().contains(line), "{attack}: {shown}");
        }
    }
    playground.end().await
}

/// What must come of a fault.
enum Becomes {
    /// An error with this code, while the session goes on.
    Stalled(&'static str),
    /// Messages that are refused, for this reason among others; then it can be closed.
    Refused(&'static str),
    /// A session that ends like this, once, with these settings besides.
    Ends(&'static str, &'static str),
}

/// Each fault of the service's pages gives the code that the package's README has for it.
async fn every_faulty_page_gives_the_documented_code(engine: Engine) -> Result<()> {
    use Becomes::Stalled;
    let framing = match engine {
        Engine::Chromium => "framing-refused",
        _ => "frame-silent",
    };
    let faults = [
        ("redirect", Stalled("frame-silent")),
        ("no-content", Stalled("load-timeout")),
        ("hang", Stalled("load-timeout")),
        ("slow", Stalled("load-timeout")),
        ("attachment", Stalled("load-timeout")),
        ("not-found", Stalled("frame-silent")),
        ("server-error", Stalled("frame-silent")),
        ("x-frame-options", Stalled("frame-silent")),
        ("frame-ancestors", Stalled(framing)),
    ];
    faults_become(engine, faults).await
}

/// Each fault of the service's messages is refused for the documented reason, or changes
/// nothing.
async fn every_faulty_message_is_refused(engine: Engine) -> Result<()> {
    use Becomes::{Ends, Refused};
    let faults = [
        ("messages-burst", Refused("flag")),
        ("messages-huge", Refused("type")),
        ("messages-cyclic", Refused("flag")),
        ("messages-deep", Refused("flag")),
        ("messages-prototype-keys", Refused("flag")),
        ("messages-malformed", Refused("success")),
        ("messages-late", Ends("&fate=close", "closed")),
        ("messages-twice", Ends("&fate=sign", "signed")),
    ];
    faults_become(engine, faults).await
}

async fn faults_become(
    engine: Engine,
    faults: impl IntoIterator<Item = (&'static str, Becomes)>,
) -> Result<()> {
    use Becomes::{Ends, Refused, Stalled};
    let playground = Playground::start(engine).await?;
    for (fault, becomes) in faults {
        // A slow machine may take its time with a page that is in order.
        let more = match becomes {
            Stalled("load-timeout") => "&timeouts.load=700",
            Stalled(_) => "&timeouts.silence=500",
            Refused(_) => "",
            Ends(settings, _) => settings,
        };
        playground
            .go(&format!("place=inline&fault={fault}{more}"))
            .await?;
        playground.open().await?;
        match becomes {
            Stalled(code) => {
                playground
                    .logged(&format!("[data-name=stalled][data-code={code}]"))
                    .await?;
                if fault == "redirect" {
                    // It has lied meanwhile.
                    playground.logged("[data-reason=origin]").await?;
                }
                if fault == "slow" {
                    playground.logged("[data-name=ready]").await?;
                }
                playground.press("#close").await?;
            }
            Refused(reason) => {
                playground
                    .logged(&format!("[data-reason={reason}]"))
                    .await?;
                playground.press("#close").await?;
            }
            Ends(..) => {}
        }
        playground.logged("[data-kind=outcome]").await?;
        playground.until_over().await?;
        let ends = "[...document.querySelectorAll('#log li[data-kind=outcome]')].map(({ dataset }) => dataset.name)";
        let ends = playground.browser.value(ends).await?;
        let expected = match becomes {
            Ends(_, end) => end,
            _ => "closed",
        };
        assert_eq!(ends, json!([expected]), "{fault}");
    }
    playground.end().await
}

in_each_engine!(
    every_attack_is_refused,
    every_faulty_page_gives_the_documented_code,
    every_faulty_message_is_refused,
);
