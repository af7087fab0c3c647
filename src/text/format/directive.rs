//! Directives of `%`-formatting: `%(key)flags width .precision letter`.
//!
//! As `unicode_format_arg_parse` in CPython's `Objects/unicodeobject.c`, and numbers as `unicode_format_arg_output` lays
//! them out. Knows no values. Tests: at the end of this file.

/// One directive.
#[expect(clippy::struct_excessive_bools, reason = "the flags of a directive are independent of each other")]
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Directive {
    /// What is between the parentheses.
    pub key: Option<String>,
    /// `-`
    pub left: bool,
    /// `+`
    pub plus: bool,
    /// A space where the minus would be.
    pub space: bool,
    /// `#`
    pub alternate: bool,
    /// `0`
    pub zero: bool,
    /// The least number of characters.
    pub width: Amount,
    /// Digits, or characters of a string.
    pub precision: Amount,
    /// How the value is written.
    pub letter: char,
    /// Where the letter stands, in characters.
    pub at: usize,
    /// It is `%%`.
    pub literal: bool,
    /// What is wrong where reading stopped; what was read before it is done first.
    pub mistake: Option<&'static str>,
}

/// The mistake of a key without an end.
pub const INCOMPLETE_KEY: &str = "incomplete format key";

/// A width or precision.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Amount {
    /// Not given.
    #[default]
    None,
    /// `*`: the next value says it.
    Star,
    /// So much.
    Given(usize),
}

impl Amount {
    /// How much it is, when it is given.
    #[must_use]
    pub fn given(self) -> Option<usize> {
        match self {
            Self::Given(amount) => Some(amount),
            Self::None | Self::Star => None,
        }
    }
}

/// Texts and the directives behind them, one after the other.
#[derive(Clone, Debug)]
pub struct Directives<'f> {
    format: &'f [char],
    at: usize,
}

impl<'f> Directives<'f> {
    /// All directives of a format.
    #[must_use]
    pub const fn of(format: &'f [char]) -> Self {
        Self { format, at: 0 }
    }

    fn peek(&self) -> Option<char> {
        self.format.get(self.at).copied()
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let next = self.peek().filter(|&c| wanted(c))?;
        self.at += 1;
        Some(next)
    }

    fn directive(&mut self) -> Directive {
        let mut directive = Directive::default();
        if let Err(mistake) = self.read(&mut directive) {
            directive.mistake = Some(mistake);
            self.at = self.format.len();
        }
        directive
    }

    fn read(&mut self, directive: &mut Directive) -> Result<(), &'static str> {
        let start = self.at;
        if self.take(|c| c == '(').is_some() {
            let key = directive.key.insert(String::new());
            *key = self.key()?;
        }
        while let Some(flag) = self.take(|c| "-+ #0".contains(c)) {
            match flag {
                '-' => directive.left = true,
                '+' => directive.plus = true,
                ' ' => directive.space = true,
                '#' => directive.alternate = true,
                _ => directive.zero = true,
            }
        }
        directive.width = self.amount("width too big")?;
        if self.take(|c| c == '.').is_some() {
            directive.precision = match self.amount("precision too big")? {
                Amount::None => Amount::Given(0),
                amount => amount,
            };
        }
        // C's length modifiers mean nothing here.
        self.take(|c| "hlL".contains(c));
        directive.at = self.at;
        directive.letter = self.take(|_| true).ok_or("incomplete format")?;
        directive.literal = directive.letter == '%' && directive.at == start;
        Ok(())
    }

    fn key(&mut self) -> Result<String, &'static str> {
        let start = self.at;
        let mut open = 1;
        while open > 0 {
            match self.take(|_| true) {
                Some('(') => open += 1,
                Some(')') => open -= 1,
                Some(_) => {}
                None => return Err(INCOMPLETE_KEY),
            }
        }
        Ok(self.format[start..self.at - 1].iter().collect())
    }

    fn amount(&mut self, too_big: &'static str) -> Result<Amount, &'static str> {
        if self.take(|c| c == '*').is_some() {
            return Ok(Amount::Star);
        }
        let start = self.at;
        while self.take(|c| c.is_ascii_digit()).is_some() {}
        let digits: String = self.format[start..self.at].iter().collect();
        if digits.is_empty() {
            return Ok(Amount::None);
        }
        let amount = digits.parse::<usize>().ok().filter(|&amount| i32::try_from(amount).is_ok());
        amount.map(Amount::Given).ok_or(too_big)
    }
}

impl Iterator for Directives<'_> {
    type Item = (String, Option<Directive>);

    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.format.len() {
            return None;
        }
        let rest = &self.format[self.at..];
        let end = rest.iter().position(|&c| c == '%').unwrap_or(rest.len());
        let literal: String = rest[..end].iter().collect();
        self.at += end;
        if self.take(|c| c == '%').is_none() {
            return Some((literal, None));
        }
        Some((literal, Some(self.directive())))
    }
}

impl Directive {
    /// A text in the width; `%05s` fills with spaces all the same.
    #[must_use]
    pub fn pad(&self, text: &str) -> String {
        let missing = self.width.given().unwrap_or(0).saturating_sub(text.chars().count());
        let mut out = String::with_capacity(missing + text.len());
        let spaces = std::iter::repeat_n(' ', missing);
        if self.left {
            out.push_str(text);
            out.extend(spaces);
        } else {
            out.extend(spaces);
            out.push_str(text);
        }
        out
    }

    /// A number in the width: sign, prefix, digits.
    #[must_use]
    pub fn number(&self, negative: bool, prefix: &str, digits: &str) -> String {
        let sign = match (negative, self.plus, self.space) {
            (true, ..) => "-",
            (_, true, _) => "+",
            (_, _, true) => " ",
            _ => "",
        };
        let prefix = if self.alternate { prefix } else { "" };
        let missing = self.width.given().unwrap_or(0).saturating_sub(sign.len() + prefix.len() + digits.len());
        let (left, zeros, right) = match (self.zero, self.left) {
            (_, true) => (0, 0, missing),
            (true, false) => (0, missing, 0),
            (false, false) => (missing, 0, 0),
        };
        let mut out = String::with_capacity(sign.len() + prefix.len() + digits.len() + missing);
        out.extend(std::iter::repeat_n(' ', left));
        out.push_str(sign);
        out.push_str(prefix);
        out.extend(std::iter::repeat_n('0', zeros));
        out.push_str(digits);
        out.extend(std::iter::repeat_n(' ', right));
        out
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::None => Ok(()),
            Self::Star => f.write_str("*"),
            Self::Given(amount) => write!(f, "{amount}"),
        }
    }
}

impl std::fmt::Display for Directive {
    /// The directive as a program would write it, without its key.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("%")?;
        let flags = [(self.left, "-"), (self.plus, "+"), (self.space, " "), (self.alternate, "#"), (self.zero, "0")];
        flags.into_iter().filter(|flag| flag.0).try_for_each(|flag| f.write_str(flag.1))?;
        write!(f, "{}", self.width)?;
        if self.precision != Amount::None {
            write!(f, ".{}", self.precision)?;
        }
        write!(f, "{}", self.letter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(format: &str) -> Directive {
        let format: Vec<char> = format.chars().collect();
        Directives::of(&format).last().unwrap().1.unwrap()
    }

    #[test]
    fn every_part_is_read() {
        let directive = only("ab%(k(e)y)-+ #0*.3ld");
        assert_eq!(directive.key.as_deref(), Some("k(e)y"));
        let flags = [directive.left, directive.plus, directive.space, directive.alternate, directive.zero];
        assert_eq!(flags, [true; 5]);
        assert_eq!((directive.width, directive.precision), (Amount::Star, Amount::Given(3)));
        assert_eq!((directive.letter, directive.at), ('d', 19));
        assert_eq!(only("%.d").precision, Amount::Given(0));
        assert_eq!([only("%%").literal, only("%5%").literal], [true, false]);
    }

    #[test]
    fn what_is_not_finished_is_told() {
        for (format, message) in [
            ("%", "incomplete format"),
            ("%5", "incomplete format"),
            ("%(a", "incomplete format key"),
            ("%99999999999d", "width too big"),
            ("%.99999999999d", "precision too big"),
        ] {
            assert_eq!(only(format).mistake, Some(message), "{format}");
        }
        assert_eq!(only("%*.99999999999d").width, Amount::Star);
        assert_eq!(only("%(a)d").mistake, None);
    }

    #[test]
    fn numbers_are_laid_out() {
        for (format, negative, digits, text) in [
            ("%5d", false, "42", "   42"),
            ("%-5d", true, "42", "-42  "),
            ("%05d", true, "42", "-0042"),
            ("%+d", false, "42", "+42"),
            ("%#06x", false, "2a", "0x002a"),
            ("%-06d", false, "42", "42    "),
        ] {
            assert_eq!(only(format).number(negative, "0x", digits), text, "{format}");
        }
    }
}
