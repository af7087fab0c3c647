//! The brackets of a text, strings and comments aside: which are open at its end, and the first that closes none.

/// A bracket that is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Open {
    /// Which.
    pub bracket: char,
    /// Where.
    pub at: u32,
}

/// The brackets of a text.
#[derive(Debug, Default)]
pub struct Brackets {
    /// Those that are open at its end, the innermost last.
    pub open: Vec<Open>,
    /// The first one that closes nothing, or something else: where, which, and what is open there.
    pub wrong: Option<(u32, char, Option<char>)>,
}

impl Brackets {
    /// Reads a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut brackets = Self::default();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            at += match c {
                '#' => rest.find('\n').unwrap_or(rest.len()),
                '\'' | '"' => string_length(rest, c),
                _ => {
                    brackets.take(c, at as u32);
                    c.len_utf8()
                }
            };
        }
        brackets
    }

    fn take(&mut self, c: char, at: u32) {
        let opener = match c {
            '(' | '[' | '{' => return self.open.push(Open { bracket: c, at }),
            ')' => '(',
            ']' => '[',
            '}' => '{',
            _ => return,
        };
        match self.open.pop() {
            Some(open) if open.bracket == opener => {}
            other => {
                self.wrong.get_or_insert((at, c, other.map(|open| open.bracket)));
            }
        }
    }
}

/// How long a string is that begins with the quote.
fn string_length(text: &str, quote: char) -> usize {
    let triple: String = std::iter::repeat_n(quote, 3).collect();
    let mark = if text.starts_with(&triple) { triple } else { quote.to_string() };
    let mut at = mark.len();
    while at < text.len() {
        let rest = &text[at..];
        if rest.starts_with(&mark) {
            return at + mark.len();
        }
        let c = rest.chars().next().unwrap_or(quote);
        if c == '\n' && mark.len() == 1 {
            return at;
        }
        at += c.len_utf8();
        if c == '\\' {
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> String {
        Brackets::of(text).open.iter().map(|open| open.bracket).collect()
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        assert_eq!(open("f(a, [1, '(', # {\n"), "([");
        assert_eq!(open("f('''(\n''', \"\\\"[\")"), "");
    }

    #[test]
    fn the_first_that_closes_nothing_is_found() {
        assert_eq!(Brackets::of("(1))").wrong, Some((3, ')', None)));
        assert_eq!(Brackets::of("([)").wrong, Some((2, ')', Some('['))));
        assert_eq!(Brackets::of("()[]{}").wrong, None);
    }
}
