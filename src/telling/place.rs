//! A line of the program in words: where several programs stand in one text, with the one that it is of.

use crate::{locale::Locale, source::SourceText};

/// The number of a line; of several programs, with the name of the one that it is of.
#[must_use]
pub fn line_words(source: &SourceText, line: u32, locale: &Locale) -> String {
    match source.own_line(line) {
        (None, line) => line.to_string(),
        (Some(file), line) => locale.format("line-of-file", &[("line", line.into()), ("file", file.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Language;

    #[test]
    fn a_line_of_one_among_several_programs_has_its_name() {
        let words =
            |source: &SourceText, line| Language::ALL.map(|language| line_words(source, line, &Locale::new(language)));
        assert_eq!(words(&SourceText::new("a.py", "x = 1\ny = 2\n"), 2), ["2", "2"]);
        let both = SourceText::together([("a.py", "x = 1\n"), ("b.py", "y = 2\nz = 3\n")]);
        assert_eq!(words(&both, 5)[0], "2 of b.py");
        assert!(words(&both, 5)[1].contains("b.py") && words(&both, 5)[1].contains('2'));
    }
}
