//! Format specifications: `[[fill]align][sign][z][#][0][width][grouping][.precision][type]`.
//!
//! A text becomes a [`Spec`] here, as `parse_internal_render_format_spec` of CPython's `Python/formatter_unicode.c` reads
//! it; what the parts mean for a value is in `integer`, `decimal` and `text`. Knows no values and no machine. Tests: at
//! the end of this file.

/// A format specification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Spec {
    /// What the text is filled up with.
    pub fill: char,
    /// Where the text stands.
    pub align: Align,
    /// What stands before numbers; `None` when nothing is said.
    pub sign: Option<Sign>,
    /// `z`: a negative zero is written without its sign.
    pub positive_zero: bool,
    /// `#`
    pub alternate: bool,
    /// The least number of characters.
    pub width: usize,
    /// What stands between groups of digits.
    pub grouping: Option<char>,
    /// Digits after the point, or characters of a string.
    pub precision: Option<usize>,
    /// The presentation type; `None` when nothing is said.
    pub kind: Option<char>,
}

/// Where a text stands in its width.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Align {
    /// `<`
    Left,
    /// `>`
    Right,
    /// `^`
    Center,
    /// `=`: filled between sign and digits.
    AfterSign,
}

/// What stands before a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sign {
    /// `+`
    Always,
    /// `-`
    Negative,
    /// A space where the minus would be.
    Space,
}

/// Why a text is no format specification.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Problem {
    /// A width or precision that no text can have.
    TooManyDigits,
    /// Both `,` and `_`.
    TwoGroupings,
    /// A point without digits.
    NoPrecision,
    /// Something is left behind the type.
    Invalid,
    /// Groups of digits in a presentation that has none.
    Grouping(char, char),
}

impl Problem {
    /// The message of the `ValueError`, for a value of that class.
    #[must_use]
    pub fn message(&self, spec: &str, class: &str) -> String {
        match self {
            Self::TooManyDigits => "Too many decimal digits in format string".to_owned(),
            Self::TwoGroupings => "Cannot specify both ',' and '_'.".to_owned(),
            Self::NoPrecision => "Format specifier missing precision".to_owned(),
            Self::Invalid => format!("Invalid format specifier '{spec}' for object of type '{class}'"),
            Self::Grouping(separator, kind) => format!("Cannot specify '{separator}' with {}.", shown(*kind)),
        }
    }
}

/// A presentation type in a message.
#[must_use]
pub fn shown(kind: char) -> String {
    match kind {
        '!'..='\x7f' => format!("'{kind}'"),
        other => format!("'\\x{:x}'", u32::from(other)),
    }
}

struct Reader<'s> {
    rest: &'s str,
}

impl Reader<'_> {
    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let next = self.rest.chars().next().filter(|&c| wanted(c))?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    fn integer(&mut self) -> Result<Option<usize>, Problem> {
        let digits = self.rest.len() - self.rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = self.rest.split_at(digits);
        self.rest = rest;
        match number.parse::<i64>() {
            _ if number.is_empty() => Ok(None),
            Ok(number) => Ok(usize::try_from(number).ok()),
            Err(_) => Err(Problem::TooManyDigits),
        }
    }

    fn align(&mut self) -> Option<(Option<char>, Align)> {
        let mut chars = self.rest.chars();
        let first = chars.next()?;
        if let Some(align) = chars.next().and_then(align_of) {
            self.rest = chars.as_str();
            return Some((Some(first), align));
        }
        let align = align_of(first)?;
        self.rest = &self.rest[1..];
        Some((None, align))
    }

    fn grouping(&mut self) -> Result<Option<char>, Problem> {
        let grouping = self.take(|c| matches!(c, ',' | '_'));
        match (grouping, self.rest.chars().next()) {
            (Some(','), Some('_')) | (Some('_'), Some(',')) => Err(Problem::TwoGroupings),
            _ => Ok(grouping),
        }
    }
}

fn align_of(c: char) -> Option<Align> {
    match c {
        '<' => Some(Align::Left),
        '>' => Some(Align::Right),
        '^' => Some(Align::Center),
        '=' => Some(Align::AfterSign),
        _ => None,
    }
}

impl Spec {
    /// Reads a specification for values that stand so when nothing is said: strings left, numbers right.
    ///
    /// # Errors
    /// When the text is none.
    pub fn parse(text: &str, default: Align) -> Result<Self, Problem> {
        let mut reader = Reader { rest: text };
        let (fill, align) = reader.align().map_or((None, None), |(fill, align)| (fill, Some(align)));
        let sign = reader.take(|c| matches!(c, '+' | '-' | ' ')).map(|c| match c {
            '+' => Sign::Always,
            '-' => Sign::Negative,
            _ => Sign::Space,
        });
        let positive_zero = reader.take(|c| c == 'z').is_some();
        let alternate = reader.take(|c| c == '#').is_some();
        let zero = fill.is_none() && reader.take(|c| c == '0').is_some();
        let align = match align {
            None if zero && default == Align::Right => Align::AfterSign,
            other => other.unwrap_or(default),
        };
        let width = reader.integer()?.unwrap_or(0);
        let grouping = reader.grouping()?;
        let precision = match reader.take(|c| c == '.') {
            Some(_) => Some(reader.integer()?.ok_or(Problem::NoPrecision)?),
            None => None,
        };
        let kind = reader.take(|_| true);
        if !reader.rest.is_empty() {
            return Err(Problem::Invalid);
        }
        let fill = fill.unwrap_or(if zero { '0' } else { ' ' });
        let spec = Self { fill, align, sign, positive_zero, alternate, width, grouping, precision, kind };
        // Strings have the type `s` when nothing is said, which has no groups.
        spec.check_grouping(if default == Align::Left { 's' } else { 'd' })?;
        Ok(spec)
    }

    fn check_grouping(&self, default: char) -> Result<(), Problem> {
        match (self.grouping, self.kind.unwrap_or(default)) {
            (None, _) | (Some('_'), 'b' | 'o' | 'x' | 'X') => Ok(()),
            (Some(_), 'd' | 'e' | 'f' | 'g' | 'E' | 'F' | 'G' | '%') => Ok(()),
            (Some(separator), kind) => Err(Problem::Grouping(separator, kind)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Result<Spec, Problem> {
        Spec::parse(text, Align::Right)
    }

    #[test]
    fn every_part_is_read() {
        let spec = number("*^+z#12_.3f").unwrap();
        assert_eq!((spec.fill, spec.align, spec.sign), ('*', Align::Center, Some(Sign::Always)));
        assert_eq!((spec.positive_zero, spec.alternate, spec.width), (true, true, 12));
        assert_eq!((spec.grouping, spec.precision, spec.kind), (Some('_'), Some(3), Some('f')));
        assert_eq!(number("").unwrap().kind, None);
    }

    #[test]
    fn a_zero_before_the_width_fills_with_zeros() {
        for (text, default, fill, align) in [
            ("05", Align::Right, '0', Align::AfterSign),
            ("05", Align::Left, '0', Align::Left),
            ("<05", Align::Right, '0', Align::Left),
            ("x<05", Align::Right, 'x', Align::Left),
            ("=^5", Align::Right, '=', Align::Center),
            ("==5", Align::Right, '=', Align::AfterSign),
        ] {
            let spec = Spec::parse(text, default).unwrap();
            assert_eq!((spec.fill, spec.align), (fill, align), "{text}");
        }
    }

    #[test]
    fn what_is_no_specification_is_told() {
        for (text, problem) in [
            ("5.", Problem::NoPrecision),
            (",_", Problem::TwoGroupings),
            ("_,d", Problem::TwoGroupings),
            ("dd", Problem::Invalid),
            ("99999999999999999999", Problem::TooManyDigits),
            (",x", Problem::Grouping(',', 'x')),
            ("_c", Problem::Grouping('_', 'c')),
        ] {
            assert_eq!(number(text), Err(problem), "{text}");
        }
        assert_eq!(Spec::parse(",", Align::Left), Err(Problem::Grouping(',', 's')));
    }
}
