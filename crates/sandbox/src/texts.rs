//! What people read, in Kazakh, Russian and English.

use axum::http::{HeaderMap, header::ACCEPT_LANGUAGE};
use documentolog_protocol::SignatureMethod;
use serde::{Deserialize, Serialize};

/// A language of pages and messages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    En,
}

/// The texts of one language.
#[derive(Debug)]
pub(crate) struct Texts {
    pub(crate) title: &'static str,
    pub(crate) lead: &'static str,
    pub(crate) document: &'static str,
    pub(crate) open_document: &'static str,
    pub(crate) method: &'static str,
    pub(crate) sign: &'static str,
    pub(crate) reject: &'static str,
    pub(crate) close: &'static str,
    pub(crate) signing: &'static str,
    pub(crate) signed: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) declined: &'static str,
    pub(crate) closed: &'static str,
    pub(crate) already_signed: &'static str,
    pub(crate) not_your_turn: &'static str,
    pub(crate) sandbox: &'static str,
    pub(crate) sandbox_note: &'static str,
    pub(crate) fail_next: &'static str,
    pub(crate) language: &'static str,
    pub(crate) token_missing: &'static str,
    pub(crate) token_invalid: &'static str,
    pub(crate) token_expired: &'static str,
    pub(crate) not_found: &'static str,
    pub(crate) files_expired: &'static str,
    pub(crate) download_signed: &'static str,
    pub(crate) signers: &'static str,
    pub(crate) waiting: &'static str,
    pub(crate) inboxes: &'static str,
    pub(crate) inboxes_note: &'static str,
    pub(crate) no_messages: &'static str,
    pub(crate) no_mailbox: &'static str,
    pub(crate) email: &'static str,
    pub(crate) open_link: &'static str,
    pub(crate) link_expired: &'static str,
    pub(crate) for_viewing: &'static str,
    pub(crate) people: &'static str,
    pub(crate) remind: &'static str,
    pub(crate) reminded: &'static str,
    pub(crate) not_reminded: &'static str,
    /// What messages say: `{document}` is the document's identifier, `{name}` whoever
    /// else is spoken of.
    pub(crate) message_sent: &'static str,
    pub(crate) message_to_sign: &'static str,
    pub(crate) message_to_view: &'static str,
    pub(crate) message_reminder: &'static str,
    pub(crate) message_declined: &'static str,
    pub(crate) message_completed: &'static str,
    /// In the order of [`PartyStatus`](crate::document::PartyStatus).
    pub(crate) party_status: [&'static str; 8],
    /// In the order of [`Status`](crate::Status).
    pub(crate) status: [&'static str; 5],
    pub(crate) methods: [&'static str; 4],
}

impl Language {
    pub(crate) const ALL: [Self; 3] = [Self::Kk, Self::Ru, Self::En];

    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The language's own name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Kk => "Қазақша",
            Self::Ru => "Русский",
            Self::En => "English",
        }
    }

    /// What the address asks for, else the first that the browser names, else
    /// Russian, which most of the service's users read.
    pub(crate) fn choose(asked: Option<&str>, headers: &HeaderMap) -> Self {
        let accepted = headers
            .get(ACCEPT_LANGUAGE)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let first_known = |tags: &str| {
            tags.split(',').find_map(|tag| {
                let language = tag
                    .trim()
                    .split(['-', ';'])
                    .next()
                    .unwrap_or_default()
                    .to_ascii_lowercase();
                Self::ALL.into_iter().find(|known| known.tag() == language)
            })
        };
        asked
            .and_then(first_known)
            .or_else(|| first_known(accepted))
            .unwrap_or(Self::Ru)
    }

    /// A method's name for people; an unknown one as it is spelt.
    pub(crate) fn method(self, method: &SignatureMethod) -> &str {
        let place = SignatureMethod::KNOWN
            .iter()
            .position(|known| known == method);
        place.map_or(method.as_str(), |place| self.texts().methods[place])
    }

    pub(crate) fn texts(self) -> &'static Texts {
        match self {
            Self::Kk => &Texts {
                title: "Құжатқа қол қою",
                lead: "Құжатпен танысып, қол қою тәсілін таңдаңыз.",
                document: "Құжат",
                open_document: "Құжатты жаңа қойындыда ашу",
                method: "Қол қою тәсілі",
                sign: "Қол қою",
                reject: "Бас тарту",
                close: "Жабу",
                signing: "Қол қойылуда…",
                signed: "Құжатқа қол қойылды.",
                failed: "Қол қою сәтсіз аяқталды. Қайталап көріңіз.",
                declined: "Сіз құжатқа қол қоюдан бас тарттыңыз.",
                closed: "Бет жабылды. Құжатқа қол қойылған жоқ.",
                already_signed: "Бұл құжатқа бұрын қол қойылған.",
                not_your_turn: "Әзірге құжатқа басқа тарап қол қоюы керек.",
                sandbox: "Сынақ ортасы",
                sandbox_note: "Бұл — сынақ сервисі: мұндағы қолтаңбалардың заңды күші жоқ.",
                fail_next: "Келесі әрекет сәтсіз болсын",
                language: "Тіл",
                token_missing: "Сілтемеде кіру токені жоқ.",
                token_invalid: "Сілтеме жарамсыз: токен танылмады.",
                token_expired: "Сілтеменің мерзімі өтті. Құжатты қайта ашыңыз.",
                not_found: "Мұндай құжат жоқ немесе сілтеме жарамсыз.",
                files_expired: "Бұл сілтеменің мерзімі өтті.",
                download_signed: "Қолтаңбалармен бірге жүктеу",
                signers: "Қол қоюшылар",
                waiting: "қол қоюы күтілуде",
                inboxes: "Алушылардың хабарламалары",
                inboxes_note: "Сервис SMS пен электрондық пошта арқылы жіберетін хабарламалар осында қалады.",
                no_messages: "Әзірге ешкімге хабарлама жіберілген жоқ.",
                no_mailbox: "Мұндай алушы жоқ.",
                email: "Электрондық пошта",
                open_link: "Сілтемені ашу",
                link_expired: "Сілтеме 30 күн жарамды болды, оның мерзімі өтті. Жіберушіден еске салуды сұраңыз.",
                for_viewing: "Құжат танысу үшін жіберілді: қол қоюдың қажеті жоқ.",
                people: "Қатысушылар",
                remind: "Еске салу",
                reminded: "Алушыға еске салынды.",
                not_reminded: "Еске салу мүмкін болмады.",
                message_sent: "{document} құжаты жіберілді. Оның барысын сілтемеден қараңыз.",
                message_to_sign: "Сізге қол қоюға {document} құжаты жіберілді. Жіберуші: {name}. Сілтеме 30 күн жарамды.",
                message_to_view: "Сізге танысуға {document} құжаты жіберілді. Жіберуші: {name}. Сілтеме 30 күн жарамды.",
                message_reminder: "Еске саламыз: {document} құжаты сіздің қолтаңбаңызды күтуде. Жіберуші: {name}.",
                message_declined: "{document} құжатына қол қоюдан бас тартылды. Бас тартқан: {name}.",
                message_completed: "{document} құжатына барлық тарап қол қойды. Қол қойылған файл сілтемеде.",
                party_status: [
                    "кезегін күтуде",
                    "қол қоюы күтілуде",
                    "қол қойды",
                    "бас тартты",
                    "қол қоймай жапты",
                    "сілтемесінің мерзімі өтті",
                    "әлі қараған жоқ",
                    "қарап шықты",
                ],
                status: [
                    "Қол қою күтілуде",
                    "Қол қойылуда",
                    "Аяқталды",
                    "Бас тартылды",
                    "Қол қойылмады",
                ],
                methods: ["ЭЦҚ (NCALayer)", "eGov QR", "Adobe Sign", "SMS-код"],
            },
            Self::Ru => &Texts {
                title: "Подписание документа",
                lead: "Ознакомьтесь с документом и выберите способ подписания.",
                document: "Документ",
                open_document: "Открыть документ в новой вкладке",
                method: "Способ подписания",
                sign: "Подписать",
                reject: "Отклонить",
                close: "Закрыть",
                signing: "Подписываем…",
                signed: "Документ подписан.",
                failed: "Подписать не удалось. Попробуйте ещё раз.",
                declined: "Вы отклонили документ.",
                closed: "Страница закрыта. Документ не подписан.",
                already_signed: "Этот документ уже подписан.",
                not_your_turn: "Сейчас документ должна подписать другая сторона.",
                sandbox: "Тестовая среда",
                sandbox_note: "Это тестовый сервис: подписи здесь не имеют юридической силы.",
                fail_next: "Пусть следующая попытка не удастся",
                language: "Язык",
                token_missing: "В ссылке нет токена доступа.",
                token_invalid: "Ссылка недействительна: токен не распознан.",
                token_expired: "Срок действия ссылки истёк. Откройте документ заново.",
                not_found: "Такого документа нет, или ссылка недействительна.",
                files_expired: "Срок действия этой ссылки истёк.",
                download_signed: "Скачать вместе с подписями",
                signers: "Подписывающие стороны",
                waiting: "ожидается подпись",
                inboxes: "Сообщения получателей",
                inboxes_note: "Всё, что сервис отправил бы по SMS и электронной почте, остаётся здесь.",
                no_messages: "Пока никому ничего не отправлено.",
                no_mailbox: "Такого получателя нет.",
                email: "Электронная почта",
                open_link: "Открыть ссылку",
                link_expired: "Ссылка действовала 30 дней, её срок истёк. Попросите отправителя напомнить о документе.",
                for_viewing: "Документ отправлен для ознакомления: подписывать его не нужно.",
                people: "Участники",
                remind: "Напомнить",
                reminded: "Получателю отправлено напоминание.",
                not_reminded: "Напомнить не удалось.",
                message_sent: "Документ {document} отправлен. Следить за ним можно по ссылке.",
                message_to_sign: "Вам направлен на подпись документ {document}. Отправитель: {name}. Ссылка действует 30 дней.",
                message_to_view: "Вам направлен для ознакомления документ {document}. Отправитель: {name}. Ссылка действует 30 дней.",
                message_reminder: "Напоминаем: документ {document} ждёт вашей подписи. Отправитель: {name}.",
                message_declined: "Документ {document} отклонён. Кто отклонил: {name}.",
                message_completed: "Документ {document} подписан всеми сторонами. Подписанный файл — по ссылке.",
                party_status: [
                    "ждёт своей очереди",
                    "ожидается подпись",
                    "подпись поставлена",
                    "отклонено",
                    "закрыто без подписи",
                    "срок ссылки истёк",
                    "ещё не просмотрено",
                    "просмотрено",
                ],
                status: [
                    "Ожидает подписи",
                    "Подписывается",
                    "Завершён",
                    "Отклонён",
                    "Не подписан",
                ],
                methods: ["ЭЦП (NCALayer)", "eGov QR", "Adobe Sign", "Код из SMS"],
            },
            Self::En => &Texts {
                title: "Sign the document",
                lead: "Read the document and choose how to sign it.",
                document: "Document",
                open_document: "Open the document in a new tab",
                method: "How to sign",
                sign: "Sign",
                reject: "Reject",
                close: "Close",
                signing: "Signing…",
                signed: "The document is signed.",
                failed: "Signing failed. Please try again.",
                declined: "You have rejected the document.",
                closed: "The page is closed. The document is not signed.",
                already_signed: "This document has been signed already.",
                not_your_turn: "It is another party's turn to sign the document.",
                sandbox: "Sandbox",
                sandbox_note: "This is a test service: its signatures have no legal force.",
                fail_next: "Let the next try fail",
                language: "Language",
                token_missing: "The link has no access token.",
                token_invalid: "The link is not valid: its token is not recognized.",
                token_expired: "The link has expired. Please open the document again.",
                not_found: "There is no such document, or the link is not valid.",
                files_expired: "This link has expired.",
                download_signed: "Download with its signatures",
                signers: "Signers",
                waiting: "signature awaited",
                inboxes: "Recipients’ messages",
                inboxes_note: "What the service would send by SMS and e-mail stays here.",
                no_messages: "Nothing has been sent to anybody yet.",
                no_mailbox: "There is no such recipient.",
                email: "E-mail",
                open_link: "Open the link",
                link_expired: "The link was active for 30 days and has expired. Ask the sender for a reminder.",
                for_viewing: "The document was sent to be viewed: no signature is needed.",
                people: "People",
                remind: "Remind",
                reminded: "The recipient has been reminded.",
                not_reminded: "No reminder could be sent.",
                message_sent: "Document {document} has been sent. Follow it at the link.",
                message_to_sign: "Document {document} was sent to you to sign. Sender: {name}. The link is active for 30 days.",
                message_to_view: "Document {document} was sent to you to view. Sender: {name}. The link is active for 30 days.",
                message_reminder: "Reminder: document {document} awaits your signature. Sender: {name}.",
                message_declined: "Document {document} was rejected. Rejected by: {name}.",
                message_completed: "Document {document} has been signed by everybody. The signed file is at the link.",
                party_status: [
                    "waiting for their turn",
                    "signature awaited",
                    "signed",
                    "rejected",
                    "closed without signing",
                    "link expired",
                    "not viewed yet",
                    "viewed",
                ],
                status: [
                    "Awaiting signature",
                    "Being signed",
                    "Completed",
                    "Rejected",
                    "Not signed",
                ],
                methods: ["EDS (NCALayer)", "eGov QR", "Adobe Sign", "SMS code"],
            },
        }
    }
}

/// A moment in seconds since 1970, as people of every language read it.
pub(crate) fn date_for_people(unix_seconds: u64) -> String {
    let date = date(unix_seconds);
    let to_the_minute = date
        .split_once('T')
        .and_then(|(day, time)| Some(format!("{day} {} UTC", time.get(..5)?)));
    to_the_minute.unwrap_or(date)
}

/// A moment in seconds since 1970, as RFC 3339 writes it.
pub(crate) fn date(unix_seconds: u64) -> String {
    let since = std::time::Duration::from_secs(unix_seconds);
    x509_cert::der::DateTime::from_unix_duration(since)
        .map_or_else(|_| unix_seconds.to_string(), |date| date.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_those_of_rfc_3339() {
        assert_eq!(date(0), "1970-01-01T00:00:00Z");
        assert_eq!(date(1_795_532_400), "2026-11-24T15:00:00Z");
        assert_eq!(date(u64::MAX), u64::MAX.to_string());
    }

    #[test]
    fn messages_say_it_as_people_do() {
        for (text, part) in [
            // The verb agrees with "кто", and so is right for a woman, too.
            (
                Language::Ru.texts().message_declined,
                "Кто отклонил: {name}",
            ),
            (Language::En.texts().message_sent, "Follow it at the link"),
            (Language::En.step_texts().sms, "Do not share it with anyone"),
        ] {
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn people_read_dates_without_letters_between() {
        assert_eq!(date_for_people(1_795_532_459), "2026-11-24 15:00 UTC");
        assert_eq!(date_for_people(u64::MAX), u64::MAX.to_string());
    }

    #[test]
    fn the_language_is_the_one_asked_for() {
        let rows = [
            (Some("kk"), "en", Language::Kk),
            (Some("de"), "en-US,en;q=0.9", Language::En),
            (None, "de, kk-KZ;q=0.8, ru;q=0.5", Language::Kk),
            (None, "", Language::Ru),
        ];
        for (asked, accepted, expected) in rows {
            let headers = HeaderMap::from_iter([(ACCEPT_LANGUAGE, accepted.parse().unwrap())]);
            assert_eq!(
                Language::choose(asked, &headers),
                expected,
                "{asked:?} {accepted:?}"
            );
        }
    }
}
