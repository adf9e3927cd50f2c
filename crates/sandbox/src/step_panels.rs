//! What the signing page shows while a method's steps are taken. All of it is in the
//! page from the start, hidden; the script shows what is needed.

use documentolog_protocol::SignatureMethod;
use maud::{Markup, html};

use crate::{step_texts::StepTexts, texts::Language};

/// The panels of these methods.
pub(crate) fn panels(methods: &[SignatureMethod], language: Language) -> Markup {
    let texts = language.step_texts();
    html! {
        @for method in methods {
            @match method {
                SignatureMethod::Eds => (panel(method, language, &eds(texts))),
                SignatureMethod::EgovQr => (panel(method, language, &egov_qr(texts))),
                SignatureMethod::Sms => (panel(method, language, &sms(texts))),
                SignatureMethod::AdobeSign => (panel(method, language, &adobe_sign(texts))),
                _ => {}
            }
        }
    }
}

fn panel(method: &SignatureMethod, language: Language, content: &Markup) -> Markup {
    let name = method.as_str();
    html! {
        section.step id={ "step-" (name) } aria-labelledby={ "step-" (name) "-title" } hidden {
            h2 id={ "step-" (name) "-title" } tabindex="-1" { (language.method(method)) }
            (content)
            @if *method != SignatureMethod::AdobeSign {
                button.back type="button" { (language.step_texts().back) }
            }
        }
    }
}

fn eds(texts: &StepTexts) -> Markup {
    html! {
        p.step-status role="status" aria-live="polite"
            data-connecting=(texts.eds_connecting) data-choose-key=(texts.eds_choose_key)
            data-no-answer=(texts.eds_no_answer) data-checking=(texts.eds_checking)
            data-cancelled=(texts.eds_cancelled) data-failed=(texts.eds_failed) data-refused=(texts.eds_refused) {}
        button.retry.primary type="button" hidden { (texts.try_again) }
    }
}

fn egov_qr(texts: &StepTexts) -> Markup {
    html! {
        div.scan {
            p { (texts.qr_lead) }
            img.qr alt=(texts.qr_image) width="240" height="240";
            p.on-phone { a.app { (texts.qr_app) } }
            p { a.phone target="_blank" rel="noopener noreferrer" { (texts.qr_phone) } }
        }
        p.step-status role="status" aria-live="polite"
            data-waiting=(texts.qr_waiting) data-expired=(texts.qr_expired) data-refused=(texts.qr_refused) {}
        button.retry.primary type="button" hidden { (texts.try_again) }
    }
}

fn sms(texts: &StepTexts) -> Markup {
    html! {
        p.step-status role="status" aria-live="polite"
            data-sent=(texts.sms_sent) data-sent-somewhere=(texts.sms_sent_somewhere)
            data-no-tries=(texts.sms_no_tries) data-used-up=(texts.sms_used_up) {}
        form.code novalidate {
            label for="sms-code" { (texts.sms_code) }
            input #sms-code type="text" inputmode="numeric" autocomplete="one-time-code" maxlength="6"
                aria-describedby="sms-problem";
            p #sms-problem .problem role="alert"
                data-digits=(texts.sms_digits) data-wrong=(texts.sms_wrong) data-expired=(texts.sms_expired) {}
            div.buttons {
                button.primary #sms-confirm type="submit" { (texts.sms_confirm) }
                button #sms-again type="button" data-ready=(texts.sms_again) data-waiting=(texts.sms_again_in) disabled {
                    (texts.sms_again)
                }
            }
        }
    }
}

fn adobe_sign(texts: &StepTexts) -> Markup {
    html! { p.step-status role="status" aria-live="polite" data-leaving=(texts.adobe_leaving) {} }
}
