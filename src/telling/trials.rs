//! What is said of many runs of a program: how each kind of end is called, and how they ended all together.

use super::names::printable;
use crate::{
    host::{EndKind, Group},
    locale::Locale,
};

/// A kind of end in a word or two.
#[must_use]
pub fn kind_word(locale: &Locale, kind: EndKind) -> String {
    locale.text(&format!("trials-kind-{}", kind.key()))
}

/// The sign of a kind of end: it says the same as its colour.
#[must_use]
pub const fn kind_sign(kind: EndKind) -> &'static str {
    if kind.is_good() { "✓" } else { "✗" }
}

/// How so many runs ended, in a sentence; the groups are those by kind of end.
#[must_use]
pub fn summary(locale: &Locale, runs: u64, ends: &[Group]) -> String {
    let parts: Vec<String> = ends
        .iter()
        .map(|group| locale.format(&format!("trials-count-{}", group.kind.key()), &[("count", group.count.into())]))
        .collect();
    let parts = parts.join(&locale.text("trials-separator"));
    locale.format("trials-summary", &[("runs", runs.into()), ("parts", parts.into())])
}

/// What runs printed, in one line.
#[must_use]
pub fn one_line(locale: &Locale, output: Option<&str>) -> String {
    match output {
        None => locale.text("trials-other-outputs"),
        Some(text) if text.trim().is_empty() => locale.text("trials-no-output"),
        Some(text) => printable(&text.lines().collect::<Vec<_>>().join(" / ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn every_kind_of_end_has_its_words_in_both_languages() {
        for language in Language::ALL {
            let locale = Locale::new(language);
            for kind in EndKind::ALL {
                assert!(locale.has(&format!("trials-kind-{}", kind.key())), "{kind:?}");
                assert!(locale.has(&format!("trials-count-{}", kind.key())), "{kind:?}");
                assert_eq!(kind_sign(kind) == "✓", kind == EndKind::Finished);
            }
        }
    }

    #[test]
    fn an_output_is_one_line_without_anything_that_speaks_to_a_terminal() {
        let locale = Locale::new(Language::English);
        assert_eq!(one_line(&locale, Some("a\nb\x1b[2J\n")), "a / b\\u{1b}[2J");
        assert_eq!(one_line(&locale, Some("\n")), "nothing printed");
        assert_eq!(one_line(&locale, None), "other outputs");
    }
}
