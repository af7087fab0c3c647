//! What is said of a search of every interleaving: how each kind of end is called.

use crate::{explore::Kind, locale::Locale};

/// A kind of end in a word.
#[must_use]
pub fn check_kind_word(locale: &Locale, kind: Kind) -> String {
    let key = match kind {
        Kind::Livelock => "check-kind-livelock".to_owned(),
        other => format!("trials-kind-{}", other.name()),
    };
    locale.text(&key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn every_kind_of_end_has_its_word_in_both_languages() {
        let kinds = [Kind::Deadlock, Kind::Stuck, Kind::Livelock, Kind::Failed, Kind::Finished, Kind::Limit];
        for language in Language::ALL {
            let locale = Locale::new(language);
            for kind in kinds {
                let word = check_kind_word(&locale, kind);
                assert!(!word.is_empty() && !word.contains("kind-"), "{kind:?}: {word}");
            }
        }
    }
}
