//! What the signer reads of the widget itself, in Kazakh, Russian and English.

/// A language of the widget's texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(
    all(test, not(target_arch = "wasm32")),
    derive(ts_rs::TS),
    ts(rename_all = "kebab-case")
)]
pub enum Locale {
    /// Kazakh.
    Kk,
    /// Russian.
    Ru,
    /// English.
    #[default]
    En,
}

/// The texts of one language.
#[derive(Debug)]
pub struct Texts {
    /// The name of the dialog and of the frame.
    pub title: &'static str,
    /// The button that closes the dialog.
    pub close: &'static str,
    /// Said while the signing page is on its way.
    pub loading: &'static str,
    /// Said when that takes longer than usual.
    pub slow: &'static str,
    /// Said when it has not come in time.
    pub failed_in_time: &'static str,
    /// Said when it cannot be shown here.
    pub failed: &'static str,
    /// Asked when a loaded page shows no sign of life.
    pub silent: &'static str,
    /// The button that tries again.
    pub retry: &'static str,
    /// The button that opens the signing page in a tab of its own.
    pub open_in_tab: &'static str,
    /// Said when that has been done.
    pub opened_in_tab: &'static str,
    /// Said while the back end is being asked.
    pub confirming: &'static str,
    /// Said when it has confirmed.
    pub signed: &'static str,
    /// Said when the page keeps the frame from NCALayer.
    pub eds_blocked_by_page: &'static str,
    /// Said when the signer has denied the frame NCALayer.
    pub eds_blocked_by_signer: &'static str,
    /// The button that takes such a notice away.
    pub dismiss: &'static str,
}

impl Locale {
    /// Reads a language tag (BCP 47) by its first part: `kk-KZ` is Kazakh.
    #[must_use]
    pub fn from_language_tag(tag: &str) -> Option<Self> {
        let (first, second) = match tag.as_bytes() {
            [first, second] | [first, second, b'-' | b'_', ..] => (first, second),
            _ => return None,
        };
        match [first.to_ascii_lowercase(), second.to_ascii_lowercase()] {
            [b'k', b'k'] => Some(Self::Kk),
            [b'r', b'u'] => Some(Self::Ru),
            [b'e', b'n'] => Some(Self::En),
            _ => None,
        }
    }

    /// The language's tag, for `lang` attributes.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kk => "kk",
            Self::Ru => "ru",
            Self::En => "en",
        }
    }

    /// The widget's texts in this language.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Kk => &Texts {
                title: "Құжатқа қол қою",
                close: "Жабу",
                loading: "Қол қою беті ашылуда…",
                slow: "Әдеттегіден ұзағырақ болып жатыр. Күте тұрыңыз…",
                failed_in_time: "Қол қою беті ашылмады. Интернет байланысын тексеріп, қайталап көріңіз.",
                failed: "Қол қою бетін осы жерде көрсету мүмкін емес. Оны жаңа қойындыда аша аласыз.",
                silent: "Қол қою беті көрінбей тұр ма?",
                retry: "Қайталау",
                open_in_tab: "Жаңа қойындыда ашу",
                opened_in_tab: "Қол қою беті жаңа қойындыда ашылды. Сонда қол қойып болған соң, осы бетке оралыңыз.",
                confirming: "Қолтаңба расталуда…",
                signed: "Құжатқа қол қойылды",
                eds_blocked_by_page: "Бұл сайтта ЭЦҚ арқылы қол қою мүмкін емес: NCALayer бағдарламасына қосылуға тыйым салынған. Басқа тәсілді таңдаңыз.",
                eds_blocked_by_signer: "Браузер NCALayer бағдарламасына қосылуға жол бермейді. ЭЦҚ арқылы қол қою үшін мекенжай жолындағы сайт параметрлерінен жергілікті желіге рұқсат беріңіз.",
                dismiss: "Түсінікті",
            },
            Self::Ru => &Texts {
                title: "Подписание документа",
                close: "Закрыть",
                loading: "Открываем страницу подписания…",
                slow: "Это занимает больше времени, чем обычно. Подождите, пожалуйста…",
                failed_in_time: "Страница подписания не открылась. Проверьте подключение к интернету и повторите попытку.",
                failed: "Показать страницу подписания здесь не удалось. Её можно открыть в новой вкладке.",
                silent: "Страница подписания не отображается?",
                retry: "Повторить",
                open_in_tab: "Открыть в новой вкладке",
                opened_in_tab: "Страница подписания открыта в новой вкладке. Подпишите документ там и вернитесь сюда.",
                confirming: "Подтверждаем подпись…",
                signed: "Документ подписан",
                eds_blocked_by_page: "На этом сайте подписать с помощью ЭЦП нельзя: доступ к NCALayer запрещён. Выберите другой способ.",
                eds_blocked_by_signer: "Браузер не даёт доступа к NCALayer. Чтобы подписать с помощью ЭЦП, разрешите доступ к локальной сети в настройках сайта рядом с адресной строкой.",
                dismiss: "Понятно",
            },
            Self::En => &Texts {
                title: "Document signing",
                close: "Close",
                loading: "Opening the signing page…",
                slow: "This is taking longer than usual. Please wait…",
                failed_in_time: "The signing page has not opened. Check your internet connection and try again.",
                failed: "The signing page cannot be shown here. You can open it in a new tab.",
                silent: "Is the signing page not showing?",
                retry: "Try again",
                open_in_tab: "Open in a new tab",
                opened_in_tab: "The signing page is open in a new tab. Sign there, then come back here.",
                confirming: "Confirming the signature…",
                signed: "The document is signed",
                eds_blocked_by_page: "This site cannot sign with EDS: access to NCALayer is blocked. Choose another way to sign.",
                eds_blocked_by_signer: "The browser does not allow access to NCALayer. To sign with EDS, allow local network access in the site settings beside the address bar.",
                dismiss: "Got it",
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn language_tags() {
        let rows = [
            ("kk", Some(Locale::Kk)),
            ("kk-KZ", Some(Locale::Kk)),
            ("KK_kz", Some(Locale::Kk)),
            ("ru-RU", Some(Locale::Ru)),
            ("en", Some(Locale::En)),
            ("de", None),
            ("", None),
            ("kkk", None),
        ];
        for (tag, locale) in rows {
            assert_eq!(Locale::from_language_tag(tag), locale, "{tag:?}");
        }
    }

    #[test]
    fn no_text_is_missing_or_shared() {
        let all = [Locale::Kk, Locale::Ru, Locale::En].map(Locale::texts);
        let columns: [fn(&Texts) -> &str; 15] = [
            |t| t.title,
            |t| t.close,
            |t| t.loading,
            |t| t.slow,
            |t| t.failed_in_time,
            |t| t.failed,
            |t| t.silent,
            |t| t.retry,
            |t| t.open_in_tab,
            |t| t.opened_in_tab,
            |t| t.confirming,
            |t| t.signed,
            |t| t.eds_blocked_by_page,
            |t| t.eds_blocked_by_signer,
            |t| t.dismiss,
        ];
        for column in columns {
            let [kk, ru, en] = all.map(column);
            assert!(!kk.is_empty() && kk != ru && ru != en && kk != en, "{en}");
        }
    }
}
