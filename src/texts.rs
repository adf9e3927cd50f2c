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
}

impl Locale {
    /// Reads a language tag (BCP 47) by its first part: `kk-KZ` is Kazakh.
    #[must_use]
    pub fn from_language_tag(tag: &str) -> Option<Self> {
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        [Self::Kk, Self::Ru, Self::En]
            .into_iter()
            .find(|locale| language.eq_ignore_ascii_case(locale.as_str()))
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
            },
            Self::Ru => &Texts {
                title: "Подписание документа",
                close: "Закрыть",
                loading: "Открываем страницу подписания…",
            },
            Self::En => &Texts {
                title: "Document signing",
                close: "Close",
                loading: "Opening the signing page…",
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
        let columns: [fn(&Texts) -> &str; 3] = [|t| t.title, |t| t.close, |t| t.loading];
        for column in columns {
            let [kk, ru, en] = all.map(column);
            assert!(!kk.is_empty() && kk != ru && ru != en && kk != en, "{en}");
        }
    }
}
