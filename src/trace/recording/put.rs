//! Writes one value of an event behind the other.

use std::fmt::Write;

use crate::{
    ids::TextId,
    source::Span,
    trace::{History, Place},
};

/// Where the values of an event are written to.
pub struct Out<'a> {
    /// The line.
    pub line: &'a mut String,
    /// The number that the recording gives a text.
    pub number_of: &'a mut dyn FnMut(TextId) -> u32,
    /// What the events are of, where they speak of other files than the program, or of words to come.
    pub history: Option<&'a History>,
}

impl Out<'_> {
    /// A number.
    pub fn number(&mut self, number: u64) {
        self.line.push(',');
        digits(self.line, number);
    }

    /// The place of an event.
    pub fn place(&mut self, span: Span) {
        match self.history.map(|history| history.files().place(span)) {
            Some(Place::Bytes { file, range: (start, end) }) if file > 0 => {
                self.line.push_str(",[");
                digits(self.line, u64::from(start));
                self.number(u64::from(end));
                self.number(u64::from(file));
                self.line.push(']');
            }
            _ => {
                self.number(u64::from(span.start));
                self.number(u64::from(span.end));
            }
        }
    }

    /// The word that a text is.
    pub fn word_of(&mut self, text: TextId) -> bool {
        let Some(history) = self.history else { return false };
        quoted(self.line, history.texts().get(text));
        true
    }

    /// A number that may be negative.
    pub fn signed(&mut self, number: i32) {
        self.line.push(',');
        if number < 0 {
            self.line.push('-');
        }
        digits(self.line, u64::from(number.unsigned_abs()));
    }

    /// A word, which has nothing in it that would have to be escaped.
    pub fn word(&mut self, word: &str) {
        self.line.push_str(",\"");
        self.line.push_str(word);
        self.line.push('"');
    }

    /// What stands there as it is.
    pub fn plain(&mut self, text: &str) {
        self.line.push(',');
        self.line.push_str(text);
    }

    /// A text as a value: `"s7"`.
    pub fn text_value(&mut self, text: TextId) {
        let number = (self.number_of)(text);
        self.line.push_str(",\"s");
        digits(self.line, u64::from(number));
        self.line.push('"');
    }
}

/// Writes a number; faster than formatting it.
pub fn digits(line: &mut String, mut number: u64) {
    let mut reversed = [0_u8; 20];
    let mut length = 0;
    loop {
        reversed[length] = b'0' + (number % 10) as u8;
        length += 1;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    line.extend(reversed[..length].iter().rev().map(|&digit| char::from(digit)));
}

/// Writes a text as JSON has it.
pub fn quoted(line: &mut String, text: &str) {
    line.push('"');
    let mut plain = 0;
    for (at, c) in text.char_indices() {
        let escaped = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\t' => "\\t",
            '\r' => "\\r",
            // Bare, these can be taken for the end of a line, or turn the order of a line around.
            _ if c.is_control() || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}') => "",
            _ => continue,
        };
        line.push_str(&text[plain..at]);
        plain = at + c.len_utf8();
        match escaped {
            "" => {
                // A text takes all that is written into it.
                let _ = write!(line, "\\u{:04x}", u32::from(c));
            }
            escaped => line.push_str(escaped),
        }
    }
    line.push_str(&text[plain..]);
    line.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_texts_are_read_as_they_are_written() {
        for number in [0, 9, 10, 12_345, u64::MAX] {
            let mut line = String::new();
            digits(&mut line, number);
            assert_eq!(line, number.to_string());
        }
        for text in ["", "plain", "a\"b\\c\nd\te\rf\u{0}\u{1b}[0m\u{7f}\u{85}", "锁 🔒 \u{2028}\u{202e}x"] {
            let mut line = String::new();
            quoted(&mut line, text);
            assert_eq!(serde_json::from_str::<String>(&line).expect("it is JSON"), text);
            assert!(!line.chars().any(char::is_control));
        }
    }
}
