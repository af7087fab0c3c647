//! The first sentence of a text, and what comes behind it.

/// The first sentence and the rest; all of a text that has only one.
#[must_use]
pub fn first_sentence(text: &str) -> (&str, &str) {
    let text = text.trim();
    let mut behind = text.char_indices().peekable();
    while let Some((at, c)) = behind.next() {
        let next = behind.peek().map(|&(_, next)| next);
        let ends = match c {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => next.is_none_or(char::is_whitespace),
            _ => false,
        };
        if ends && next != Some('”') {
            let (first, rest) = text.split_at(at + c.len_utf8());
            return (first, rest.trim_start());
        }
    }
    (text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_where_a_reader_takes_breath() {
        for (text, first, rest) in [
            ("", "", ""),
            ("One. Two? Three.", "One.", "Two? Three."),
            ("It takes 0.1 s to join().", "It takes 0.1 s to join().", ""),
            ("两把锁，两种顺序：会怎样？看看。", "两把锁，两种顺序：会怎样？", "看看。"),
            ("No end", "No end", ""),
        ] {
            assert_eq!(first_sentence(text), (first, rest));
        }
    }
}
