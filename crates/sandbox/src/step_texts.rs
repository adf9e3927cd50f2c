//! What people read while they sign: the four ways, step by step.

use crate::texts::Language;

/// The texts of one language.
#[derive(Debug)]
pub(crate) struct StepTexts {
    /// Back to the choice of methods.
    pub(crate) back: &'static str,
    pub(crate) try_again: &'static str,
    pub(crate) eds_connecting: &'static str,
    pub(crate) eds_choose_key: &'static str,
    pub(crate) eds_no_answer: &'static str,
    pub(crate) eds_checking: &'static str,
    pub(crate) eds_cancelled: &'static str,
    pub(crate) eds_failed: &'static str,
    pub(crate) eds_refused: &'static str,
    pub(crate) qr_lead: &'static str,
    pub(crate) qr_image: &'static str,
    pub(crate) qr_app: &'static str,
    pub(crate) qr_phone: &'static str,
    pub(crate) qr_waiting: &'static str,
    pub(crate) qr_expired: &'static str,
    pub(crate) qr_refused: &'static str,
    /// With `{ending}`, the last digits of the phone number.
    pub(crate) sms_sent: &'static str,
    /// Where the request gives no phone number.
    pub(crate) sms_sent_somewhere: &'static str,
    pub(crate) sms_code: &'static str,
    pub(crate) sms_confirm: &'static str,
    pub(crate) sms_again: &'static str,
    /// With `{seconds}`.
    pub(crate) sms_again_in: &'static str,
    pub(crate) sms_digits: &'static str,
    /// With `{left}`.
    pub(crate) sms_wrong: &'static str,
    pub(crate) sms_expired: &'static str,
    pub(crate) sms_no_tries: &'static str,
    /// Of a code that has been used up, rightly or wrongly, while it is too soon for another.
    pub(crate) sms_used_up: &'static str,
    /// The message itself, with `{code}` and `{doc}`.
    pub(crate) sms: &'static str,
    pub(crate) adobe_leaving: &'static str,
    pub(crate) adobe_title: &'static str,
    pub(crate) adobe_lead: &'static str,
    pub(crate) adobe_sign: &'static str,
    pub(crate) adobe_refuse: &'static str,
    pub(crate) adobe_refused: &'static str,
    pub(crate) phone_title: &'static str,
    pub(crate) phone_lead: &'static str,
    pub(crate) phone_confirm: &'static str,
    pub(crate) phone_refuse: &'static str,
    pub(crate) phone_signed: &'static str,
    pub(crate) phone_refused: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) link_unknown: &'static str,
    pub(crate) link_used: &'static str,
}

impl Language {
    pub(crate) fn step_texts(self) -> &'static StepTexts {
        match self {
            Self::Kk => &KK,
            Self::Ru => &RU,
            Self::En => &EN,
        }
    }
}

const KK: StepTexts = StepTexts {
    back: "Басқа тәсіл",
    try_again: "Қайталау",
    eds_connecting: "NCALayer бағдарламасына қосылуда…",
    eds_choose_key: "NCALayer терезесінде кілтіңізді таңдап, құпиясөзін енгізіңіз.",
    eds_no_answer: "NCALayer жауап бермейді. Бағдарламаны іске қосып, қайталап көріңіз.",
    eds_checking: "Қолтаңба тексерілуде…",
    eds_cancelled: "NCALayer терезесінде қол қоюды болдырмадыңыз. Қайталап көріңіз.",
    eds_failed: "NCALayer қол қоя алмады. Кілт пен құпиясөзді тексеріңіз.",
    eds_refused: "Қолтаңба қабылданбады: ол басқа адамның кілтімен қойылған немесе басқа құжатқа тиесілі.",
    qr_lead: "eGov Mobile қолданбасында QR-кодты сканерлеп, телефонда қол қоюды растаңыз.",
    qr_image: "eGov Mobile үшін QR-код",
    qr_app: "eGov Mobile қолданбасын ашу",
    qr_phone: "Телефонның орнына: сынақ бетін ашу",
    qr_waiting: "Телефондағы растау күтілуде…",
    qr_expired: "QR-кодтың мерзімі өтті.",
    qr_refused: "Телефонда қол қойылмады. Қайталап көріңіз.",
    sms_sent: "Код соңғы цифрлары {ending} болатын нөмірге жіберілді.",
    sms_sent_somewhere: "Сізге SMS-код жіберілді.",
    sms_code: "SMS-тегі 6 цифр",
    sms_confirm: "Растау",
    sms_again: "Кодты қайта жіберу",
    sms_again_in: "Кодты қайта жіберу ({seconds} секундтан кейін)",
    sms_digits: "SMS-тегі 6 цифрды енгізіңіз.",
    sms_wrong: "Код қате. Қалған әрекет саны: {left}.",
    sms_expired: "Кодтың мерзімі өтті. Жаңа код сұраңыз.",
    sms_no_tries: "Код үш рет қате енгізілді. Жаңа код сұраңыз немесе басқа тәсілді таңдаңыз.",
    sms_used_up: "Бұл код енді жарамсыз. Жаңа код сұраңыз немесе басқа тәсілді таңдаңыз.",
    sms: "{code} — {doc} құжатына қол қою коды. Оны ешкімге айтпаңыз.",
    adobe_leaving: "Adobe Sign бетіне өтуде…",
    adobe_title: "Құжатқа қол қою",
    adobe_lead: "Бұл — сынақ ортасындағы Adobe бетін алмастыратын бет.",
    adobe_sign: "Қол қою",
    adobe_refuse: "Қол қоймай қайту",
    adobe_refused: "Adobe Sign бетінде қол қойылмады. Қайталап көріңіз.",
    phone_title: "Қол қоюды растау",
    phone_lead: "Бұл — сынақ ортасындағы телефонды алмастыратын бет.",
    phone_confirm: "Растау",
    phone_refuse: "Растамау",
    phone_signed: "Құжатқа қол қойылды. Бұл бетті жабуға болады.",
    phone_refused: "Құжатқа қол қойылған жоқ. Бұл бетті жабуға болады.",
    failed: "Қол қою мүмкін болмады. Қол қою бетінде қайтадан бастаңыз.",
    link_unknown: "Бұл сілтеме жарамсыз. Қол қою бетінде қайтадан бастаңыз.",
    link_used: "Бұл сілтеме пайдаланылған немесе мерзімі өткен.",
};

const RU: StepTexts = StepTexts {
    back: "Другой способ",
    try_again: "Повторить",
    eds_connecting: "Подключаемся к NCALayer…",
    eds_choose_key: "Выберите ключ в окне NCALayer и введите пароль.",
    eds_no_answer: "NCALayer не отвечает. Запустите программу и повторите попытку.",
    eds_checking: "Проверяем подпись…",
    eds_cancelled: "Вы отменили подписание в окне NCALayer. Попробуйте ещё раз.",
    eds_failed: "NCALayer не смог подписать. Проверьте ключ и пароль.",
    eds_refused: "Подпись не принята: она сделана чужим ключом или относится к другому документу.",
    qr_lead: "Отсканируйте QR-код в приложении eGov Mobile и подтвердите подписание на телефоне.",
    qr_image: "QR-код для eGov Mobile",
    qr_app: "Открыть eGov Mobile",
    qr_phone: "Вместо телефона: открыть тестовую страницу",
    qr_waiting: "Ждём подтверждения на телефоне…",
    qr_expired: "Срок действия QR-кода истёк.",
    qr_refused: "Документ не подписан на телефоне. Попробуйте ещё раз.",
    sms_sent: "Код отправлен на номер, который оканчивается на {ending}.",
    sms_sent_somewhere: "Вам отправлен код в SMS.",
    sms_code: "6 цифр из SMS",
    sms_confirm: "Подтвердить",
    sms_again: "Отправить код ещё раз",
    sms_again_in: "Отправить код ещё раз (через {seconds} с)",
    sms_digits: "Введите 6 цифр из SMS.",
    sms_wrong: "Код неверный. Осталось попыток: {left}.",
    sms_expired: "Срок действия кода истёк. Запросите новый.",
    sms_no_tries: "Код трижды введён неверно. Запросите новый или выберите другой способ.",
    sms_used_up: "Этот код больше не действует. Запросите новый или выберите другой способ.",
    sms: "{code} — код для подписания документа {doc}. Никому его не сообщайте.",
    adobe_leaving: "Переходим на страницу Adobe Sign…",
    adobe_title: "Подписание документа",
    adobe_lead: "Это страница тестовой среды, которая стоит вместо страницы Adobe.",
    adobe_sign: "Подписать",
    adobe_refuse: "Вернуться без подписи",
    adobe_refused: "Документ не подписан на странице Adobe Sign. Попробуйте ещё раз.",
    phone_title: "Подтверждение подписания",
    phone_lead: "Это страница тестовой среды, которая стоит вместо телефона.",
    phone_confirm: "Подтвердить",
    phone_refuse: "Не подтверждать",
    phone_signed: "Документ подписан. Эту страницу можно закрыть.",
    phone_refused: "Документ не подписан. Эту страницу можно закрыть.",
    failed: "Подписать не удалось. Начните заново на странице подписания.",
    link_unknown: "Эта ссылка недействительна. Начните заново на странице подписания.",
    link_used: "Эта ссылка уже использована, или срок её действия истёк.",
};

const EN: StepTexts = StepTexts {
    back: "Another way",
    try_again: "Try again",
    eds_connecting: "Connecting to NCALayer…",
    eds_choose_key: "Choose your key in NCALayer's window and enter its password.",
    eds_no_answer: "NCALayer does not answer. Start it and try again.",
    eds_checking: "Checking the signature…",
    eds_cancelled: "You cancelled in NCALayer's window. Please try again.",
    eds_failed: "NCALayer could not sign. Check the key and its password.",
    eds_refused: "The signature is not accepted: it is by somebody else's key, or of another document.",
    qr_lead: "Scan the QR code with the eGov Mobile app and confirm on your phone.",
    qr_image: "QR code for eGov Mobile",
    qr_app: "Open eGov Mobile",
    qr_phone: "In place of a phone: open the test page",
    qr_waiting: "Waiting for your phone…",
    qr_expired: "The QR code has expired.",
    qr_refused: "It was not signed on the phone. Please try again.",
    sms_sent: "A code has been sent to the number that ends in {ending}.",
    sms_sent_somewhere: "A code has been sent to you by SMS.",
    sms_code: "6 digits from the SMS",
    sms_confirm: "Confirm",
    sms_again: "Send the code again",
    sms_again_in: "Send the code again (in {seconds} s)",
    sms_digits: "Enter the 6 digits from the SMS.",
    sms_wrong: "The code is wrong. Tries left: {left}.",
    sms_expired: "The code has expired. Ask for a new one.",
    sms_no_tries: "The code was wrong three times. Ask for a new one or choose another way.",
    sms_used_up: "This code is no longer valid. Ask for a new one or choose another way.",
    sms: "{code} is your code to sign the document {doc}. Do not share it with anyone.",
    adobe_leaving: "Going to Adobe Sign…",
    adobe_title: "Sign the document",
    adobe_lead: "This page of the sandbox stands for Adobe's.",
    adobe_sign: "Sign",
    adobe_refuse: "Go back without signing",
    adobe_refused: "It was not signed at Adobe Sign. Please try again.",
    phone_title: "Confirm the signature",
    phone_lead: "This page of the sandbox stands for your phone.",
    phone_confirm: "Confirm",
    phone_refuse: "Do not confirm",
    phone_signed: "The document is signed. You can close this page.",
    phone_refused: "The document is not signed. You can close this page.",
    failed: "Signing failed. Begin again on the signing page.",
    link_unknown: "This link is not valid. Begin again on the signing page.",
    link_used: "This link has been used or has expired.",
};

#[cfg(test)]
mod tests {
    use documentolog_protocol::SignatureMethod;

    use super::*;

    /// The field is what to enter, the panel's title is the way to sign.
    #[test]
    fn the_sms_field_is_not_called_as_its_panel() {
        for language in Language::ALL {
            let title = language.method(&SignatureMethod::Sms);
            let field = language.step_texts().sms_code;
            assert_ne!(title, field, "{}", language.tag());
            assert!(field.contains('6'), "{field}");
        }
    }

    /// To reject the document, to cancel in NCALayer's window and not to confirm on the phone are
    /// three acts: the service tells the document's owner of the first only.
    #[test]
    fn only_to_reject_the_document_is_called_so() {
        for (language, stem) in [
            (Language::Kk, "бас тарт"),
            (Language::Ru, "отклон"),
            (Language::En, "reject"),
        ] {
            let (texts, steps) = (language.texts(), language.step_texts());
            let is_called_so = |text: &str| text.to_lowercase().contains(stem);
            for text in [texts.reject, texts.declined, texts.message_declined] {
                assert!(is_called_so(text), "{text}");
            }
            for text in [
                steps.eds_cancelled,
                steps.qr_refused,
                steps.adobe_refuse,
                steps.adobe_refused,
                steps.phone_refuse,
                steps.phone_refused,
            ] {
                assert!(!is_called_so(text), "{text}");
            }
        }
    }
}
