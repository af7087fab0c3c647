//! Words of a scenario in the languages of the screen.

use crate::locale::Language;

/// A text in English and Chinese; either may be missing.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Words {
    /// English.
    pub en: String,
    /// Chinese.
    pub zh: String,
}

impl Words {
    /// A text that is the same in every language, such as the name of a file.
    #[must_use]
    pub fn same(text: &str) -> Self {
        Self { en: text.to_owned(), zh: text.to_owned() }
    }

    /// The text in this language; in the other one if it is missing.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::English => (&self.en, &self.zh),
            Language::Chinese => (&self.zh, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }

    /// Whether there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.zh.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_shows_the_other_one() {
        let words = Words { en: "lock".to_owned(), zh: String::new() };
        assert_eq!(words.get(Language::Chinese), "lock");
        assert_eq!(Words { zh: "锁".to_owned(), ..words }.get(Language::Chinese), "锁");
        assert!(Words::default().is_empty() && !Words::same("x").is_empty());
    }
}
