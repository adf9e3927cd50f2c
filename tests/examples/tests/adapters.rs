//! The adapters for React 18, React 19 and Vue 3, and the custom element, as the frameworks
//! really run them, in a browser.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use anyhow::{Context, Result};
use documentolog_e2e::{Browser, Engine, in_time, token_for_a_new_document};
use documentolog_examples::{Example, SANDBOX, folder, sandbox};
use serde_json::{Value, json};

/// A test page of `tests/package/pages`, in a browser.
struct Adapter {
    browser: Browser,
    tokens: Vec<String>,
    _pages: Example,
}

impl Adapter {
    async fn open(name: &str) -> Result<Self> {
        let sandbox = sandbox()?;
        let mut tokens = Vec::new();
        for _ in 0..4 {
            tokens.push(token_for_a_new_document(sandbox).await?.expose().to_owned());
        }
        let pages = Example::serve(&folder("tests/package/dist")).await?;
        let browser = Browser::start(Engine::Chromium).await?;
        browser
            .client
            .goto(&format!("{}/{name}/", pages.origin))
            .await?;
        browser.until("window.isLoaded").await?;
        Ok(Self {
            browser,
            tokens,
            _pages: pages,
        })
    }

    /// Renders the adapter with options of this generation; with a token function unless
    /// they have a token.
    async fn render(&self, generation: u32, mut options: Value, what: &str) -> Result<()> {
        options["generation"] = json!(generation);
        options["baseUrl"] = json!(SANDBOX);
        options["tokens"] = json!(self.tokens);
        let script = "render(...arguments)";
        self.browser
            .client
            .execute(script, vec![options, json!(what)])
            .await?;
        Ok(())
    }

    /// Waits until there is one frame, and it shows the signing page.
    async fn is_ready(&self) -> Result<()> {
        self.browser
            .until("signingFrames().length === 1 && told.at(-1)?.at(-1) !== 'loading' && told.some(([, , type]) => type === 'ready')")
            .await
    }

    /// Does what is still to be done in the page: effects, microtasks, timers that are due.
    async fn settle(&self) -> Result<()> {
        let script = "const done = arguments[0]; requestAnimationFrame(() => setTimeout(done, 50))";
        self.browser.client.execute_async(script, vec![]).await?;
        Ok(())
    }

    async fn value(&self, expression: &str) -> Result<Value> {
        self.browser.value(expression).await
    }

    async fn sign(&self) -> Result<()> {
        self.browser
            .until("signingFrames().length === 1 && (signingFrames()[0].getRootNode().host.id = 'widget')")
            .await?;
        self.browser.enter_signing_frame("#widget").await?;
        self.browser.find("body[data-state=ready]").await?;
        self.browser.click("#sign").await?;
        self.browser.leave_signing_frame().await
    }
}

/// One mounted component is one frame and one token request, also where StrictMode mounts
/// it twice.
async fn one_frame_and_one_token_request(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    page.render(1, json!({}), "component").await?;
    page.is_ready().await?;
    page.settle().await?;
    assert_eq!(page.value("requests").await?, json!([1]));
    assert_eq!(page.value("signingFrames().length").await?, 1);
    page.browser.quit().await
}

/// Whatever is rendered anew with the same token source leaves the frame alone, and the
/// last render's callback is the one that is called.
async fn the_latest_callback_is_called_and_nothing_reloads(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    page.render(1, json!({}), "component").await?;
    page.is_ready().await?;
    page.value("(signingFrames()[0].marked = true)").await?;
    for generation in 2..=4 {
        page.render(generation, json!({}), "component").await?;
        page.settle().await?;
    }
    assert_eq!(page.value("signingFrames()[0].marked").await?, true);
    assert_eq!(page.value("requests").await?, json!([1]));
    page.sign().await?;
    page.browser
        .until("told.some(([, name]) => name === 'onSigned')")
        .await?;
    assert_eq!(
        page.value("told.filter(([, , type]) => type === 'signed')")
            .await?,
        json!([[4, "onEvent", "signed"], [4, "onSigned", "signed"]])
    );
    page.browser.quit().await
}

/// Another token is another document: a new session. The one before it goes in silence.
async fn another_token_is_another_session(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    let (first, second) = (&page.tokens[0], &page.tokens[1]);
    page.render(1, json!({"token": first}), "component").await?;
    page.is_ready().await?;
    page.value("(signingFrames()[0].marked = true)").await?;
    // The same text in the service's whole answer is the same token.
    let answer = json!({"token": {"status": 1, "data": {"access_token": first}}});
    page.render(2, json!({"token": first}), "component").await?;
    page.render(3, answer, "component").await?;
    page.settle().await?;
    assert_eq!(page.value("signingFrames()[0].marked").await?, true);

    page.render(4, json!({"token": second}), "component")
        .await?;
    page.browser
        .until("signingFrames().length === 1 && !signingFrames()[0].marked")
        .await?;
    page.sign().await?;
    page.browser
        .until("told.some(([, name]) => name === 'onSigned')")
        .await?;
    assert_eq!(
        page.value("told.filter(([, name]) => name === 'onClosed')")
            .await?,
        json!([])
    );
    page.browser.quit().await
}

/// What is read once, at the opening, cannot be changed in silence.
async fn a_change_that_comes_too_late_is_told(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    let options = |locale: &str| json!({"locale": locale, "timeouts": {"load": 20_000}, "permissions": ["camera"]});
    page.render(1, options("kk"), "component").await?;
    page.is_ready().await?;
    page.render(2, options("kk"), "component").await?;
    page.settle().await?;
    assert_eq!(page.value("warnings").await?, json!([]));
    page.render(3, options("ru"), "component").await?;
    page.settle().await?;
    page.render(4, options("ru"), "component").await?;
    page.settle().await?;
    let warnings = page.value("warnings").await?;
    assert_eq!(warnings.as_array().unwrap().len(), 1, "{warnings}");
    assert!(
        warnings[0].as_str().unwrap().contains("\"locale\""),
        "{warnings}"
    );
    page.browser.quit().await
}

/// A session that began with a `confirm` asks it, whatever has been rendered since: without one
/// the browser's word would be taken for a yes.
async fn a_confirm_that_goes_is_asked_all_the_same(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    page.render(1, json!({"denies": true}), "component").await?;
    page.is_ready().await?;
    page.render(2, json!({}), "component").await?;
    page.settle().await?;
    let warnings = page.value("warnings").await?;
    assert_eq!(warnings.as_array().unwrap().len(), 1, "{warnings}");
    assert!(
        warnings[0].as_str().unwrap().contains("\"confirm\""),
        "{warnings}"
    );
    page.sign().await?;
    page.browser
        .until("told.some(([, , type]) => type === 'failed')")
        .await?;
    assert_eq!(page.value("asked").await?, json!([1]));
    page.browser.quit().await
}

/// What is unmounted leaves nothing behind and tells nothing any more, and can be mounted
/// again.
async fn unmounting_leaves_nothing(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    let before = page.value("document.body.innerHTML").await?;
    for generation in 1..=3 {
        page.render(generation, json!({}), "component").await?;
        page.is_ready().await?;
        page.render(generation, json!({}), "nothing").await?;
        page.browser.until("signingFrames().length === 0").await?;
        page.settle().await?;
        assert_eq!(page.value("listeners").await?, 0);
        assert_eq!(
            page.value(
                "told.filter(([, , type]) => !['loading', 'ready', 'activity'].includes(type))"
            )
            .await?,
            json!([])
        );
        page.value("(told.length = 0)").await?;
    }
    let after = page
        .value("document.body.innerHTML.replaceAll('<!---->', '')")
        .await?;
    assert_eq!(
        after,
        json!(before.as_str().unwrap().replace("<!---->", ""))
    );
    // Between mounting and unmounting there may be no time at all.
    page.value("(render({ generation: 9, tokens: [] }), render({}, 'nothing'))")
        .await?;
    page.settle().await?;
    assert_eq!(page.value("requests").await?, json!([1, 2, 3]));
    page.browser.quit().await
}

/// The dialog that a button opens: state, the latest options, one session at a time.
async fn on_demand(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    page.render(1, json!({}), "hook").await?;
    page.browser.find("#state[data-phase=idle]").await?;
    assert_eq!(page.value("requests").await?, json!([]));
    page.browser.click("#open").await?;
    page.browser.find("#state[data-phase=ready]").await?;
    assert_eq!(page.value("hook.sign() === hook.sign()").await?, true);
    assert_eq!(page.value("requests").await?, json!([1]));
    // A retry asks the latest function.
    page.render(2, json!({}), "hook").await?;
    page.settle().await?;
    page.value("hook.retry()").await?;
    page.browser.until("requests.length === 2").await?;
    assert_eq!(page.value("requests").await?, json!([1, 2]));
    page.browser.find("#state[data-phase=ready]").await?;
    page.sign().await?;
    page.browser
        .find("#state[data-phase=ended][data-outcome=signed]")
        .await?;
    // And again, for another document.
    page.value("hook.sign()").await?;
    page.browser
        .find("#state[data-phase=ready]:not([data-outcome])")
        .await?;
    page.value("hook.close()").await?;
    page.browser
        .find("#state[data-phase=ended][data-outcome=closed]")
        .await?;
    // What is open when the component goes, goes with it.
    page.value("hook.sign()").await?;
    page.browser.until("signingFrames().length === 1").await?;
    page.render(3, json!({}), "nothing").await?;
    page.browser
        .until("signingFrames().length === 0 && !document.querySelector('dialog')")
        .await?;
    assert_eq!(page.value("listeners").await?, 0);
    page.browser.quit().await
}

/// What `sign()` would refuse, an adapter does not drop in silence: without its `confirm` a
/// session would take the browser's word.
async fn a_wrong_option_is_refused(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    let rows = [
        (json!({"misspells": true}), "confrim"),
        (json!({"confirm": "yes"}), "confirm"),
        (json!({"confirm": {}}), "confirm"),
    ];
    for (options, field) in rows {
        page.render(1, options.clone(), "component").await?;
        page.browser.until("failures.length > 0").await?;
        let refused = json!([["options-invalid", field]]);
        assert_eq!(page.value("failures").await?, refused);
        page.render(1, json!({}), "nothing").await?;
        page.settle().await?;
        page.value("(failures.length = 0)").await?;

        page.render(1, options, "hook").await?;
        page.browser.find("#state[data-phase=idle]").await?;
        page.value("(hook.sign(), true)").await?;
        page.browser
            .find(&format!(
                "#state[data-phase=ended][data-error=options-invalid][data-field={field}]"
            ))
            .await?;
        assert_eq!(page.value("failures").await?, refused);
        page.render(1, json!({}), "nothing").await?;
        page.settle().await?;
        page.value("(failures.length = 0)").await?;
    }
    // Where it is the callback itself that is wrong, the state says so.
    for field in ["onEvent", "onDiagnostic"] {
        page.render(1, json!({field: "yes"}), "hook").await?;
        page.browser.find("#state[data-phase=idle]").await?;
        page.value("(hook.sign(), true)").await?;
        page.browser
            .find(&format!(
                "#state[data-phase=ended][data-error=options-invalid][data-field={field}]"
            ))
            .await?;
        page.render(1, json!({}), "nothing").await?;
        page.settle().await?;
    }
    assert_eq!(
        page.value("told.filter(([, , type]) => type === 'ready')")
            .await?,
        json!([])
    );
    page.browser.quit().await
}

/// A session that has been told to close gives way, also where the widget does so only when the
/// page's handler is done.
async fn closing_and_signing_anew(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    page.render(1, json!({}), "hook").await?;
    page.browser.find("#state[data-phase=idle]").await?;
    page.value(
        "(window.whenTold = (type) => {
            if (type !== 'ready') return;
            window.whenTold = undefined;
            hook.close();
            window.second = hook.sign();
        }, window.first = hook.sign(), true)",
    )
    .await?;
    page.browser
        .until("window.second && first !== second && first.phase === 'ended' && second.phase === 'ready'")
        .await?;
    page.browser.find("#state[data-phase=ready]").await?;
    assert_eq!(page.value("signingFrames().length").await?, 1);
    assert_eq!(page.value("hook.sign() === second").await?, true);
    page.browser.quit().await
}

macro_rules! in_each_framework {
    ($($test:ident),+ $(,)?) => {
        $(mod $test {
            #[tokio::test]
            async fn in_react_18() -> anyhow::Result<()> {
                documentolog_e2e::in_time(super::$test("react-18")).await
            }

            #[tokio::test]
            async fn in_react_19() -> anyhow::Result<()> {
                documentolog_e2e::in_time(super::$test("react-19")).await
            }

            #[tokio::test]
            async fn in_vue() -> anyhow::Result<()> {
                documentolog_e2e::in_time(super::$test("vue")).await
            }
        })+
    };
}

in_each_framework!(
    one_frame_and_one_token_request,
    the_latest_callback_is_called_and_nothing_reloads,
    another_token_is_another_session,
    a_change_that_comes_too_late_is_told,
    a_confirm_that_goes_is_asked_all_the_same,
    unmounting_leaves_nothing,
    on_demand,
    a_wrong_option_is_refused,
    closing_and_signing_anew,
);

/// An effect that opens a session and closes it is done twice by StrictMode, and the second time
/// opens another.
async fn an_effect_opens_a_dialog_in_strict_mode(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    page.render(1, json!({"opens": true}), "hook").await?;
    page.browser.find("#state[data-phase=ready]").await?;
    page.settle().await?;
    assert_eq!(page.value("signingFrames().length").await?, 1);
    assert_eq!(
        page.value("hook.sign().phase !== 'ended'").await?,
        true,
        "it is the session that is open"
    );
    // As in production, where it is done once.
    assert_eq!(
        page.value("told.filter(([, , type]) => type === 'closed')")
            .await?,
        json!([])
    );
    page.render(1, json!({}), "nothing").await?;
    page.browser.until("signingFrames().length === 0").await?;
    page.browser.quit().await
}

#[tokio::test]
async fn an_effect_opens_a_dialog_in_strict_mode_in_react_18() -> Result<()> {
    in_time(an_effect_opens_a_dialog_in_strict_mode("react-18")).await
}

#[tokio::test]
async fn an_effect_opens_a_dialog_in_strict_mode_in_react_19() -> Result<()> {
    in_time(an_effect_opens_a_dialog_in_strict_mode("react-19")).await
}

/// A session that ends while its component is hidden does not stand in the way of another; how it
/// has ended is told when the component is back.
async fn what_ends_out_of_sight_gives_way(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    page.render(1, json!({}), "hook").await?;
    page.browser.find("#state[data-phase=idle]").await?;
    page.value("(hook.sign(), true)").await?;
    page.browser.find("#state[data-phase=ready]").await?;
    page.render(1, json!({}), "hook-waiting").await?;
    page.browser
        .until("!document.querySelector('#state').checkVisibility()")
        .await?;
    page.value("(window.first = hook.sign(), true)").await?;
    page.sign().await?;
    page.browser.until("first.phase === 'ended'").await?;
    page.value("(window.second = hook.sign(), true)").await?;
    page.browser
        .until("second !== first && second.phase === 'ready'")
        .await?;
    page.render(1, json!({}), "hook").await?;
    page.browser
        .until("told.some(([, name]) => name === 'onSigned')")
        .await?;
    page.browser
        .find("#state[data-phase=ready]:not([data-outcome])")
        .await?;
    assert_eq!(page.value("hook.sign() === second").await?, true);
    page.browser.quit().await
}

#[tokio::test]
async fn what_ends_out_of_sight_gives_way_in_react_18() -> Result<()> {
    in_time(what_ends_out_of_sight_gives_way("react-18")).await
}

#[tokio::test]
async fn what_ends_out_of_sight_gives_way_in_react_19() -> Result<()> {
    in_time(what_ends_out_of_sight_gives_way("react-19")).await
}

/// A misspelt handler is refused, as an option is; what React and JSX let a component have is not.
#[tokio::test]
async fn names_of_reacts_own_are_no_options() -> Result<()> {
    in_time(async {
        let page = Adapter::open("react-19").await?;
        let own =
            json!({"children": "none", "data-test": "a", "aria-label": "b", "onStalled": null});
        page.render(1, own, "component").await?;
        page.is_ready().await?;
        page.render(1, json!({}), "nothing").await?;
        page.browser.until("signingFrames().length === 0").await?;
        page.render(2, json!({"onSinged": "a"}), "component")
            .await?;
        page.browser.until("failures.length > 0").await?;
        assert_eq!(
            page.value("failures").await?,
            json!([["options-invalid", "onSinged"]])
        );
        page.browser.quit().await
    })
    .await
}

/// A boundary that waits hides what is in it. Its session goes on, and what that tells meanwhile
/// is told when the boundary shows it again.
async fn what_waits_keeps_its_session(name: &str) -> Result<()> {
    let page = Adapter::open(name).await?;
    page.render(1, json!({}), "component").await?;
    page.is_ready().await?;
    page.value("(signingFrames()[0].marked = true)").await?;
    page.render(2, json!({}), "component-waiting").await?;
    page.browser
        .until("!document.querySelector('.place').checkVisibility()")
        .await?;
    page.settle().await?;
    assert_eq!(page.value("signingFrames()[0]?.marked").await?, true);
    page.render(3, json!({"throws": true}), "component").await?;
    page.browser
        .until("document.querySelector('.place').checkVisibility()")
        .await?;
    page.sign().await?;
    // One handler throws, and the other hears of it.
    page.browser
        .until("told.some(([, name]) => name === 'onSigned')")
        .await?;
    assert_eq!(page.value("requests").await?, json!([1]));

    page.render(4, json!({}), "hook").await?;
    page.value("(told.length = 0, hook.sign(), true)").await?;
    page.browser.find("#state[data-phase=ready]").await?;
    page.render(4, json!({}), "hook-waiting").await?;
    page.browser
        .until("!document.querySelector('#state').checkVisibility()")
        .await?;
    page.value("hook.close()").await?;
    page.settle().await?;
    let closed = "told.filter(([, , type]) => type === 'closed').map(([, name]) => name)";
    assert_eq!(page.value(closed).await?, json!([]));
    page.render(4, json!({}), "hook").await?;
    page.browser
        .find("#state[data-phase=ended][data-outcome=closed]")
        .await?;
    assert_eq!(page.value(closed).await?, json!(["onEvent", "onClosed"]));
    page.browser.quit().await
}

#[tokio::test]
async fn what_waits_keeps_its_session_in_react_18() -> Result<()> {
    in_time(what_waits_keeps_its_session("react-18")).await
}

#[tokio::test]
async fn what_waits_keeps_its_session_in_react_19() -> Result<()> {
    in_time(what_waits_keeps_its_session("react-19")).await
}

/// A component that `<KeepAlive>` puts away has no frame: its session is closed, and one is
/// opened when it comes back.
#[tokio::test]
async fn kept_alive_in_vue() -> Result<()> {
    in_time(async {
        let page = Adapter::open("vue").await?;
        page.render(1, json!({}), "kept").await?;
        page.is_ready().await?;
        assert_eq!(page.value("requests").await?, json!([1]));
        page.render(1, json!({}), "kept-away").await?;
        page.browser.until("signingFrames().length === 0").await?;
        page.settle().await?;
        assert_eq!(page.value("listeners").await?, 0);
        page.render(2, json!({}), "kept").await?;
        page.browser.until("signingFrames().length === 1").await?;
        assert_eq!(page.value("requests").await?, json!([1, 2]));
        page.sign().await?;
        page.browser
            .until("told.some(([, name]) => name === 'onSigned')")
            .await?;
        page.browser.quit().await
    })
    .await
}

/// So is a dialog that a button opened: it would stay over what is shown in its place.
#[tokio::test]
async fn a_dialog_goes_with_its_kept_component_in_vue() -> Result<()> {
    in_time(async {
        let page = Adapter::open("vue").await?;
        page.render(1, json!({}), "kept-hook").await?;
        page.browser.find("#state[data-phase=idle]").await?;
        page.value("(hook.sign(), true)").await?;
        page.browser.find("#state[data-phase=ready]").await?;
        page.render(1, json!({}), "kept-away").await?;
        page.browser
            .until("signingFrames().length === 0 && !document.querySelector('dialog')")
            .await?;
        page.settle().await?;
        assert_eq!(page.value("listeners").await?, 0);
        page.render(2, json!({}), "kept-hook").await?;
        page.browser.find("#state[data-phase=ended]").await?;
        page.value("(hook.sign(), true)").await?;
        page.browser.find("#state[data-phase=ready]").await?;
        assert_eq!(page.value("requests").await?, json!([1, 2]));
        assert_eq!(
            page.value("told.filter(([, , type]) => type === 'closed')")
                .await?,
            json!([])
        );
        page.browser.quit().await
    })
    .await
}

/// What `sign()` would refuse, the element does not drop in silence.
#[tokio::test]
async fn the_element_refuses_a_wrong_option() -> Result<()> {
    in_time(async {
        let rows = [
            (json!({"misspells": true}), "confrim"),
            (json!({"confirm": "yes"}), "confirm"),
            (json!({"onEvent": "yes"}), "onEvent"),
            (json!({"onDiagnostic": "yes"}), "onDiagnostic"),
        ];
        for (options, field) in rows {
            let page = Adapter::open("element").await?;
            page.render(1, options, "").await?;
            page.value("(define(), true)").await?;
            page.browser
                .until("failures.length > 0 && element.session.phase === 'ended'")
                .await?;
            assert_eq!(
                page.value("failures").await?,
                json!([["options-invalid", field]])
            );
            page.browser.quit().await?;
        }
        Ok(())
    })
    .await
}

/// The element: properties from before its definition, attributes, events across shadow
/// roots, moves, removal, a second definition.
#[tokio::test]
async fn the_element() -> Result<()> {
    in_time(async {
        let page = Adapter::open("element").await?;
        page.render(1, json!({"locale": "kk"}), "").await?;
        page.settle().await?;
        assert_eq!(page.value("requests").await?, json!([]), "it is not defined yet");
        page.browser.client.execute_async("const done = arguments[0]; define().then(() => done())", vec![]).await?;
        page.browser.until("told.some(([type]) => type === 'ready')").await?;
        assert_eq!(page.value("requests").await?, json!([1]));
        assert_eq!(page.value("Object.keys(element)").await?, json!([]), "its properties are its own");
        assert_eq!(page.value("element.querySelector('div').lang").await?, "kk");
        assert_eq!(page.value("getComputedStyle(element).display").await?, "block");
        assert_eq!(page.value("told.every(([name, type, is_its]) => name === type && is_its)").await?, true);
        let html = page.value("element.outerHTML").await?;
        assert!(!html.as_str().unwrap().contains(&page.tokens[0]), "{html}");

        // Moved at once, it is in the page: the widget itself opens the frame anew, with its token.
        page.value("(signingFrames()[0].marked = true)").await?;
        page.value("document.querySelector('#place').append(element)").await?;
        page.browser.until("signingFrames().length === 1 && !signingFrames()[0].marked").await?;
        assert_eq!(page.value("requests").await?, json!([1]));
        assert_eq!(page.value("element.session.phase !== 'ended'").await?, true);

        // Templates make a function at each render: the same document.
        page.value("(window.before = element.session, element.token = () => Promise.reject(), true)").await?;
        page.settle().await?;
        assert_eq!(page.value("element.session === before").await?, true);
        // What is not there yet is no token.
        page.value("(element.token = null, true)").await?;
        page.settle().await?;
        assert_eq!(page.value("element.session ?? 'none'").await?, "none");

        // Defined twice, under the same name or another.
        let defined = page.browser.client.execute_async(
            "const done = arguments[0]; define().then(({ define }) => { define(); define('x-sign'); done(document.createElement('x-sign') instanceof customElements.get('documentolog-sign')) })",
            vec![],
        ).await?;
        assert_eq!(defined, true);

        // Another token is another session.
        page.value("(element.token = 'another.token.of-nobody')").await?;
        page.browser.until("element.session && element.session.phase !== 'requesting-token'").await?;
        assert_eq!(page.value("told.filter(([type]) => type === 'closed')").await?, json!([]));
        assert_eq!(page.value("requests").await?, json!([1]));

        page.value("element.remove()").await?;
        page.browser.until("element.session === undefined && signingFrames().length === 0").await?;
        assert_eq!(page.value("listeners").await?, 0);
        page.browser.quit().await.context("the browser does not end")
    })
    .await
}
