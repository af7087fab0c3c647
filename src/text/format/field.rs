//! Templates of `str.format`: literal texts and replacement fields.
//!
//! As `MarkupIterator_next` and `FieldNameIterator_next` in CPython's `Objects/stringlib/unicode_format.h`, which find a
//! mistake only when they come to it: pieces are read one after the other. Knows no values. Tests: at the end of this
//! file.

/// A literal text and the field behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece<'t> {
    /// The text before the field, with single braces.
    pub literal: String,
    /// The field; there is none behind the last text and behind doubled braces.
    pub field: Option<Field<'t>>,
}

/// `{name!conversion:spec}`
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field<'t> {
    /// What is formatted, with attributes and indices.
    pub name: &'t str,
    /// The letter behind the `!`.
    pub conversion: Option<char>,
    /// The specification, which may hold fields itself.
    pub spec: &'t str,
}

/// One step from the value that a name begins with to what is formatted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access<'t> {
    /// `.name`
    Attribute(&'t str),
    /// `[3]`
    Index(i64),
    /// `[key]`
    Key(&'t str),
}

/// Pieces of a template, one after the other.
#[derive(Clone, Debug)]
pub struct Pieces<'t> {
    rest: &'t str,
}

impl<'t> Pieces<'t> {
    /// All pieces of a template.
    #[must_use]
    pub const fn of(template: &'t str) -> Self {
        Self { rest: template }
    }

    fn field(&mut self) -> Result<Field<'t>, &'static str> {
        let (name, end) = self.field_name()?;
        let mut field = Field { name, conversion: None, spec: "" };
        match end {
            Some('}') => return Ok(field),
            None => return Err("expected '}' before end of string"),
            Some('!') => {
                field.conversion = Some(self.next().ok_or("end of string while looking for conversion specifier")?);
                match self.next() {
                    Some('}') => return Ok(field),
                    Some(':') | None => {}
                    Some(_) => return Err("expected ':' after conversion specifier"),
                }
            }
            Some(_) => {}
        }
        field.spec = self.spec()?;
        Ok(field)
    }

    fn next(&mut self) -> Option<char> {
        let next = self.rest.chars().next()?;
        self.rest = &self.rest[next.len_utf8()..];
        Some(next)
    }

    /// The name, and what stands behind it.
    fn field_name(&mut self) -> Result<(&'t str, Option<char>), &'static str> {
        let start = self.rest;
        while let Some(c) = self.next() {
            match c {
                '{' => return Err("unexpected '{' in field name"),
                '[' => self.rest = self.rest.find(']').map_or("", |at| &self.rest[at..]),
                '}' | ':' | '!' => {
                    let length = start.len() - self.rest.len() - 1;
                    return Ok((&start[..length], Some(c)));
                }
                _ => {}
            }
        }
        Ok((start, None))
    }

    fn spec(&mut self) -> Result<&'t str, &'static str> {
        let start = self.rest;
        let mut open = 1;
        while let Some(c) = self.next() {
            match c {
                '{' => open += 1,
                '}' => open -= 1,
                _ => {}
            }
            if open == 0 {
                return Ok(&start[..start.len() - self.rest.len() - 1]);
            }
        }
        Err("unmatched '{' in format spec")
    }
}

impl<'t> Iterator for Pieces<'t> {
    type Item = Result<Piece<'t>, &'static str>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let Some(brace) = self.rest.find(['{', '}']) else {
            let literal = std::mem::take(&mut self.rest).to_owned();
            return Some(Ok(Piece { literal, field: None }));
        };
        let (literal, behind) = (&self.rest[..brace], &self.rest[brace + 1..]);
        let opens = self.rest[brace..].starts_with('{');
        let doubled = behind.starts_with(if opens { '{' } else { '}' });
        let piece = match (opens, doubled) {
            (_, true) => {
                let literal = self.rest[..=brace].to_owned();
                self.rest = &behind[1..];
                return Some(Ok(Piece { literal, field: None }));
            }
            (false, false) => Err("Single '}' encountered in format string"),
            (true, false) if behind.is_empty() => Err("Single '{' encountered in format string"),
            (true, false) => {
                self.rest = behind;
                self.field().map(|field| Piece { literal: literal.to_owned(), field: Some(field) })
            }
        };
        if piece.is_err() {
            self.rest = "";
        }
        Some(piece)
    }
}

/// The beginning of a field's name, and the steps behind it.
#[must_use]
pub fn name_parts(name: &str) -> (&str, Accesses<'_>) {
    let (first, rest) = name.split_at(name.find(['.', '[']).unwrap_or(name.len()));
    (first, Accesses { rest })
}

/// The steps behind the beginning of a field's name, one after the other: a mistake is the last of them, and comes when
/// the steps before it have been taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Accesses<'t> {
    rest: &'t str,
}

impl<'t> Accesses<'t> {
    fn step(&mut self) -> Result<Access<'t>, &'static str> {
        let (access, rest) = if let Some(attribute) = self.rest.strip_prefix('.') {
            let (attribute, rest) = attribute.split_at(attribute.find(['.', '[']).unwrap_or(attribute.len()));
            (Access::Attribute(attribute), rest)
        } else if let Some(index) = self.rest.strip_prefix('[') {
            let (key, rest) = index.split_once(']').ok_or("Missing ']' in format string")?;
            (integer(key)?.map_or(Access::Key(key), Access::Index), rest)
        } else {
            return Err("Only '.' or '[' may follow ']' in format field specifier");
        };
        if matches!(access, Access::Attribute("") | Access::Key("")) {
            return Err("Empty attribute in format string");
        }
        self.rest = rest;
        Ok(access)
    }
}

impl<'t> Iterator for Accesses<'t> {
    type Item = Result<Access<'t>, &'static str>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let step = self.step();
        if step.is_err() {
            self.rest = "";
        }
        Some(step)
    }
}

/// A name that consists of digits only.
///
/// # Errors
/// The message of the `ValueError` when it is too large.
pub fn integer(text: &str) -> Result<Option<i64>, &'static str> {
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| "Too many decimal digits in format string")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(template: &str) -> String {
        let shown = Pieces::of(template).map(|piece| match piece {
            Err(message) => format!("<{message}>"),
            Ok(Piece { literal, field: None }) => literal,
            Ok(Piece { literal, field: Some(Field { name, conversion, spec }) }) => {
                format!("{literal}({name}|{}|{spec})", conversion.unwrap_or('-'))
            }
        });
        shown.collect()
    }

    #[test]
    fn templates_are_taken_apart() {
        for (template, pieces) in [
            ("a{}b", "a(|-|)b"),
            ("{{x}}", "{x}"),
            ("{0!r:>{w}}", "(0|r|>{w})"),
            ("{a.b[c}d]:5}", "(a.b[c}d]|-|5)"),
            ("{x!s}", "(x|s|)"),
            ("a}b", "<Single '}' encountered in format string>"),
            ("a{", "<Single '{' encountered in format string>"),
            ("{a", "<expected '}' before end of string>"),
            ("{a{b}", "<unexpected '{' in field name>"),
            ("{a:{b}", "<unmatched '{' in format spec>"),
            ("{a!rx}", "<expected ':' after conversion specifier>"),
            ("{a!", "<end of string while looking for conversion specifier>"),
            ("{a!r", "<unmatched '{' in format spec>"),
        ] {
            assert_eq!(shown(template), pieces, "{template}");
        }
    }

    #[test]
    fn names_are_taken_apart() {
        use Access::{Attribute, Index, Key};
        let empty = Err("Empty attribute in format string");
        for (name, first, steps) in [
            ("a.b[3][k]", "a", vec![Ok(Attribute("b")), Ok(Index(3)), Ok(Key("k"))]),
            ("[-1]", "", vec![Ok(Key("-1"))]),
            ("0.a.[b]", "0", vec![Ok(Attribute("a")), empty]),
            ("a[]", "a", vec![empty]),
            ("a[b", "a", vec![Err("Missing ']' in format string")]),
            ("a[b]c", "a", vec![Ok(Key("b")), Err("Only '.' or '[' may follow ']' in format field specifier")]),
            ("[99999999999999999999]", "", vec![Err("Too many decimal digits in format string")]),
        ] {
            let (beginning, accesses) = name_parts(name);
            assert_eq!((beginning, accesses.collect::<Vec<_>>()), (first, steps), "{name}");
        }
        assert_eq!(integer("99999999999999999999"), Err("Too many decimal digits in format string"));
    }
}
