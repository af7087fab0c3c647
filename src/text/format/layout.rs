//! Texts brought to a width, and numbers put together from sign, prefix, digits and the rest.
//!
//! As `calc_number_widths` in CPython's `Python/formatter_unicode.c` and `_PyUnicode_InsertThousandsGrouping` do it. Knows
//! no values. Tests: in `integer` and `decimal`, whose numbers are laid out here.

use std::borrow::Cow;

use crate::text::format::spec::{Align, Sign, Spec};

/// The parts of a number as it is written.
#[derive(Clone, Debug, Default)]
pub struct Parts<'s> {
    /// It is less than zero.
    pub negative: bool,
    /// `0x` and the like.
    pub prefix: &'s str,
    /// The digits before the point.
    pub digits: &'s str,
    /// The point and all that follows.
    pub rest: &'s str,
    /// How many digits a group has.
    pub group: usize,
}

/// A text in its width.
#[must_use]
pub fn pad(spec: &Spec, text: &str) -> String {
    let missing = spec.width.saturating_sub(text.chars().count());
    let (left, right) = match spec.align {
        Align::Left => (0, missing),
        Align::Right | Align::AfterSign => (missing, 0),
        Align::Center => (missing / 2, missing - missing / 2),
    };
    let mut out = String::with_capacity(text.len() + missing * spec.fill.len_utf8());
    fill(&mut out, spec.fill, left);
    out.push_str(text);
    fill(&mut out, spec.fill, right);
    out
}

fn fill(out: &mut String, fill: char, count: usize) {
    out.extend(std::iter::repeat_n(fill, count));
}

/// A number in its width.
#[must_use]
pub fn number(spec: &Spec, parts: &Parts<'_>) -> String {
    let sign = match (parts.negative, spec.sign) {
        (true, _) => "-",
        (false, Some(Sign::Always)) => "+",
        (false, Some(Sign::Space)) => " ",
        (false, _) => "",
    };
    let outside = sign.len() + parts.prefix.len() + parts.rest.chars().count();
    let zeros = spec.fill == '0' && spec.align == Align::AfterSign;
    let least = if zeros { spec.width.saturating_sub(outside) } else { 0 };
    let digits = grouped(parts.digits, spec.grouping, parts.group, least);
    // Digits and what stands between them are ASCII.
    let missing = spec.width.saturating_sub(outside + digits.len());
    let (left, inside, right) = match spec.align {
        Align::Left => (0, 0, missing),
        Align::Right => (missing, 0, 0),
        Align::Center => (missing / 2, 0, missing - missing / 2),
        Align::AfterSign => (0, missing, 0),
    };
    let length = sign.len() + parts.prefix.len() + digits.len() + parts.rest.len();
    let mut out = String::with_capacity(length + missing * spec.fill.len_utf8());
    fill(&mut out, spec.fill, left);
    out.push_str(sign);
    out.push_str(parts.prefix);
    fill(&mut out, spec.fill, inside);
    out.push_str(&digits);
    out.push_str(parts.rest);
    fill(&mut out, spec.fill, right);
    out
}

/// Digits in groups, with zeros before them up to the least width.
fn grouped(digits: &str, separator: Option<char>, group: usize, least: usize) -> Cow<'_, str> {
    let Some(separator) = separator.filter(|_| !digits.is_empty()) else {
        let zeros = if digits.is_empty() { 0 } else { least.saturating_sub(digits.len()) };
        return if zeros == 0 { Cow::Borrowed(digits) } else { ("0".repeat(zeros) + digits).into() };
    };
    let mut reversed = Vec::new();
    let mut left = digits.bytes().rev().map(char::from);
    let mut remaining = digits.len();
    loop {
        for _ in 0..group {
            reversed.push(left.next().unwrap_or('0'));
            remaining = remaining.saturating_sub(1);
            if remaining == 0 && reversed.len() >= least {
                return reversed.into_iter().rev().collect::<String>().into();
            }
        }
        reversed.push(separator);
    }
}
