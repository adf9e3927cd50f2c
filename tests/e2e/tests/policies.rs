//! The widget under the policies of strict pages, and what it says where one of them
//! stands in the way of signing.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use anyhow::Result;
use documentolog_e2e::{DIALOG, Engine, FIRST, HOST, Page, Policy, in_chromium, in_each_engine};
use serde_json::{Value, json};

/// The strictest Content-Security-Policy with Trusted Types is not violated once.
async fn a_strict_policy_is_kept(engine: Engine) -> Result<()> {
    let page = Page::open_under(engine, Policy::Strict).await?;
    for (place, host) in [(FIRST, HOST), (None, DIALOG)] {
        page.session("first", place).await?;
        page.sign_in(host).await?;
        assert_eq!(page.outcome("first").await?["type"], "signed");
    }
    assert_eq!(page.browser.value("violations").await?, json!([]));
    page.end().await
}

/// Where the frame or WebAssembly is blocked for good, the document can be signed in a
/// tab, and the page is told why by a typed error.
async fn where_framing_fails_a_tab_signs(engine: Engine) -> Result<()> {
    for (policy, code) in [
        (Policy::NoWasm, "wasm-unavailable"),
        (Policy::NoFrame, "blocked-by-csp"),
    ] {
        let page = Page::open_under(engine, policy).await?;
        let token = page.tokens(1).await?.remove(0);
        page.start("first", FIRST, json!({"token": token, "locale": "kk"}))
            .await?;
        assert_eq!(page.stalls("first").await?, code);
        assert_eq!(
            page.in_shadow(HOST, "shadow.querySelector('[role=alert]').textContent")
                .await?,
            json!("Қол қою бетін осы жерде көрсету мүмкін емес. Оны жаңа қойындыда аша аласыз.")
        );
        page.browser.click_part(HOST, "open-in-tab").await?;
        page.until_kept(
            "first",
            "first.events.some(({ type }) => type === 'opened-in-tab')",
        )
        .await?;
        // A new token may be for a new document: nothing offers it a second time.
        let offered = "[...shadow.querySelectorAll('button')].filter((button) => button.checkVisibility()).map(({ part }) => part.value)";
        let offered = page.in_shadow(HOST, offered).await?;
        assert_eq!(offered, json!(["open-in-tab"]), "{policy:?}");
        let everything = "document.documentElement.outerHTML + shadow.innerHTML";
        let everything = page.in_shadow(HOST, everything).await?;
        assert!(!everything.as_str().unwrap().contains(&token), "{policy:?}");
        let own = page.browser.client.window().await?;
        let tab = page.browser.other_window(&own).await?;
        page.browser.client.switch_to_window(tab).await?;
        page.browser.find("body[data-state=ready]").await?;
        assert_eq!(
            page.browser
                .value("[window.opener, document.referrer]")
                .await?,
            json!([null, ""]),
            "the tab has a hold of the page"
        );
        page.browser.click("#sign").await?;
        page.browser.find("body[data-state=signed]").await?;
        page.browser.client.close_window().await?;
        page.browser.client.switch_to_window(own).await?;
        // Without WebAssembly nothing was begun.
        let events = match policy {
            Policy::NoWasm => json!(["stalled", "opened-in-tab"]),
            _ => json!(["loading", "stalled", "opened-in-tab"]),
        };
        assert_eq!(
            page.kept("first").await?,
            json!({
                "events": events,
                "outcome": null, "refused": [], "phase": "stalled",
            }),
            "{policy:?}"
        );
        page.browser.value("first.session.close()").await?;
        assert_eq!(
            page.outcome("first").await?,
            json!({"type": "closed", "by": "page"})
        );
        // In the dialog, the signer's own Close tells the page what was wrong.
        page.start("first", None, json!({"token": page.tokens(1).await?[0]}))
            .await?;
        page.stalls("first").await?;
        page.browser.click_part(DIALOG, "close").await?;
        assert_eq!(page.outcome("first").await?["code"], code);
        assert_eq!(
            page.browser
                .value("[document.querySelectorAll('dialog').length, document.body.lastElementChild.tagName]")
                .await?,
            json!([0, "MAIN"])
        );
        // The abort signal works here as well, and so does another try.
        let options = json!({"token": page.tokens(1).await?[0], "abortable": true});
        page.start("first", FIRST, options).await?;
        page.stalls("first").await?;
        page.press(HOST, "retry").await?;
        page.until_kept(
            "first",
            "first.events.filter(({ type }) => type === 'stalled').length === 2",
        )
        .await?;
        page.browser.value("first.controller.abort()").await?;
        assert_eq!(page.outcome("first").await?["code"], "aborted");
        assert_eq!(
            page.browser
                .value("document.querySelector('#first').childElementCount")
                .await?,
            json!(0)
        );
        page.end().await?;
    }
    Ok(())
}

/// Without WebAssembly a tab is offered for no token and no address that Rust would refuse, and
/// a token is not waited for any longer; what the page takes out of the document is closed.
async fn without_webassembly_the_rules_are_the_same(engine: Engine) -> Result<()> {
    let page = Page::open_under(engine, Policy::NoWasm).await?;
    let token = json!(page.tokens(1).await?[0]);
    let origin = json!(page.parties.sandbox.origin());
    let given = |value: Value| json!({"token": value, "baseUrl": origin});
    let at = |address: &str| json!({"token": token, "baseUrl": address});
    let refused = [
        json!({"tokens": [null], "timeouts": {"token": 500}}),
        given(Value::Null),
        given(json!("a b")),
        // {"exp":1}
        given(json!("e30.eyJleHAiOjF9.c2ln")),
        given(json!({"status": 0, "data": {"access_token": token}})),
        given(json!({"status": "1", "access_token": token})),
        at("HTTPS://sign.example.kz"),
        at("http://sign.example.kz"),
        at("https://user:pass@sign.example.kz"),
        at("https://sign.example.kz/path"),
        at("https://sign.example.kz?x"),
        at("https://*.example.kz"),
        at("https://sign..kz"),
        at("https://sign.kz."),
        at("https://-sign.kz"),
        at("https://қол.қаз"),
        at("https://[::2]"),
        at("https://127.1"),
        at("https://01.1.1.1"),
        at("https://0x7f000001"),
        at("https://sign.kz:"),
        at("https://sign.kz:0"),
        at("https://sign.kz:65536"),
    ];
    for options in refused {
        page.start("first", FIRST, options.clone()).await?;
        let code = page.outcome("first").await?["code"].clone();
        assert_eq!(code, "wasm-unavailable", "{options}");
        assert_eq!(page.kept("first").await?["events"], json!(["failed"]));
    }
    let taken = [
        given(json!({"status": 1, "data": {"access_token": token}})),
        given(json!({"access_token": token})),
        // {"exp":"1"}
        given(json!("e30.eyJleHAiOiIxIn0.c2ln")),
        at("documentolog-business"),
        at("https://Sign.Example.KZ:8443/"),
        at("https://10.0.0.7"),
        at("http://shop.localhost"),
        at("http://[::1]:4100"),
    ];
    for options in taken {
        page.start("first", FIRST, options.clone()).await?;
        assert_eq!(page.stalls("first").await?, "wasm-unavailable", "{options}");
        page.browser
            .value(&format!("document.querySelector('{HOST}').remove()"))
            .await?;
        assert_eq!(
            page.outcome("first").await?,
            json!({"type": "closed", "by": "page"}),
            "{options}"
        );
    }
    // One that is over when its token comes shows nothing: a dialog would take the focus.
    let script = "const [origin, token, done] = arguments;
        (async () => {
          let dialogs = 0;
          const { showModal } = HTMLDialogElement.prototype;
          HTMLDialogElement.prototype.showModal = function () {
            dialogs++;
            showModal.call(this);
          };
          let give;
          const promise = new Promise((resolve) => (give = resolve));
          // The page's own: what a driver's script imports is not under the page's policy.
          const session = embed.sign({ token: () => promise, baseUrl: origin });
          // It is loaded already: after these it waits for the token.
          const tasks = async () => { for (let task = 0; task < 10; task++) await new Promise((done) => setTimeout(done)); };
          await tasks();
          session.close();
          give(token);
          await tasks();
          return [dialogs, (await session.outcome).type];
        })().then(done, (error) => done(String(error)))";
    let told = page
        .browser
        .client
        .execute_async(script, vec![origin, token])
        .await?;
    assert_eq!(told, json!([0, "closed"]));
    page.end().await
}

const BLOCKED: &str = "first.diagnostics.filter((d) => d.type === 'local-network-blocked')";
const NOTICE: &str = "[shadow.querySelector('[part=dismiss]').checkVisibility(), shadow.querySelector('[part=notice-text]').textContent]";

/// A page whose own policy keeps the frame from NCALayer is told so, and so is the
/// signer, who can still sign in other ways.
async fn a_page_that_blocks_ncalayer_is_told(engine: Engine) -> Result<()> {
    let page = Page::open(engine).await?;
    for policy in [
        Policy::None,
        Policy::NoLocalNetwork,
        Policy::OwnLocalNetwork,
    ] {
        page.go(policy).await?;
        let options = json!({"token": page.tokens(1).await?[0], "locale": "ru"});
        page.start("first", FIRST, options).await?;
        page.until_phase("first", "ready").await?;
        // Firefox and WebKit do not guard the local network yet.
        let is_blocked = engine == Engine::Chromium && policy != Policy::None;
        let told = page
            .browser
            .value(&format!("{BLOCKED}.map((d) => d.by)"))
            .await?;
        let notice = page.in_shadow(HOST, NOTICE).await?;
        if is_blocked {
            assert_eq!(told, json!(["page"]), "{policy:?}");
            let text = "На этом сайте подписать с помощью ЭЦП нельзя: доступ к NCALayer запрещён. \
                        Выберите другой способ.";
            assert_eq!(notice, json!([true, text]), "{policy:?}");
            page.browser.click_part(HOST, "dismiss").await?;
            // Its button had the focus, and goes.
            page.until_in_shadow(
                HOST,
                "!shadow.querySelector('[part=dismiss]').checkVisibility() && shadow.activeElement?.localName === 'iframe'",
            )
            .await?;
        } else {
            assert_eq!(told, json!([]), "{policy:?}");
            assert_eq!(notice, json!([false, ""]), "{policy:?}");
        }
        page.browser.enter_signing_frame(HOST).await?;
        page.browser.sign_by("sms", &page.parties).await?;
        page.browser.leave_signing_frame().await?;
        assert_eq!(page.outcome("first").await?["method"], "sms", "{policy:?}");
    }
    page.end().await
}

in_each_engine!(
    a_strict_policy_is_kept,
    where_framing_fails_a_tab_signs,
    without_webassembly_the_rules_are_the_same,
    a_page_that_blocks_ncalayer_is_told,
);

/// A signer who has denied the permission is told how to give it, as long as it is
/// denied.
async fn a_signer_who_has_denied_ncalayer_is_told() -> Result<()> {
    let page = Page::open(Engine::Chromium).await?;
    page.browser
        .set_permission("loopback-network", "denied")
        .await?;
    page.session("first", FIRST).await?;
    page.until_kept("first", &format!("{BLOCKED}.length"))
        .await?;
    assert_eq!(
        page.browser
            .value(&format!("{BLOCKED}.map((d) => d.by)"))
            .await?,
        json!(["signer"])
    );
    let text = "The browser does not allow access to NCALayer. To sign with EDS, allow local network access in the \
                site settings beside the address bar.";
    assert_eq!(page.in_shadow(HOST, NOTICE).await?, json!([true, text]));
    page.browser
        .set_permission("loopback-network", "granted")
        .await?;
    page.until_in_shadow(
        HOST,
        "!shadow.querySelector('[part=dismiss]').checkVisibility()",
    )
    .await?;
    page.end().await
}

/// What a page gets that opens NCALayer's socket: its greeting, or how it was closed.
async fn knock(page: &Page) -> Result<Value> {
    let url = page.parties.sandbox.ncalayer_url();
    let script = "const [url, done] = arguments; const socket = new WebSocket(url); \
                  socket.onmessage = ({ data }) => done(JSON.parse(data)); \
                  socket.onclose = ({ code }) => done(code)";
    Ok(page
        .browser
        .client
        .execute_async(script, vec![json!(url)])
        .await?)
}

/// With the guard on, the frame reaches NCALayer by the permissions that the widget
/// gives it and by nothing else; the signer's permission is needed besides.
async fn the_frame_reaches_ncalayer_by_its_permissions_alone() -> Result<()> {
    let rows = [
        (Policy::None, true, json!({"result": {"version": "1.4"}})),
        (Policy::None, false, json!(1006)),
        (Policy::NoLocalNetwork, true, json!(1006)),
        (Policy::OwnLocalNetwork, true, json!(1006)),
    ];
    for (policy, is_granted, expected) in rows {
        let page = Page::open_on_public_network(policy, is_granted).await?;
        page.session("first", FIRST).await?;
        page.browser.enter_signing_frame(HOST).await?;
        let got = knock(&page).await?;
        assert_eq!(got, expected, "{policy:?}, granted: {is_granted}");
        page.browser.leave_signing_frame().await?;
        // A frame of the same page without the widget's `allow`.
        let token = page.tokens(1).await?.remove(0);
        let plain = format!(
            "{}/external/sign/embedded?sParams={token}",
            page.parties.sandbox.origin()
        );
        page.add_frame(&plain).await?;
        page.browser.find("#other").await?.enter_frame().await?;
        page.browser.find("body[data-state=ready]").await?;
        assert_eq!(knock(&page).await?, json!(1006), "without allow");
        page.browser.leave_signing_frame().await?;
        page.end().await?;
    }
    Ok(())
}

in_chromium!(
    a_signer_who_has_denied_ncalayer_is_told,
    the_frame_reaches_ncalayer_by_its_permissions_alone,
);
