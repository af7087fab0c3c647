//! `strip`, `lstrip` and `rstrip`.
//!
//! Tests: `tests/programs/text/trim.py`.

use crate::machine::{
    native::types::text::{Kind, split::Units},
    run::{exec::Exec, flow::Result},
    state::value::Value,
};

/// `strip(chars)` at the ends that the two say.
pub fn strip(exec: &mut Exec<'_>, a: &[Value], kind: Kind, name: &str, ends: (bool, bool)) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, name)?;
    let chars: Option<Vec<char>> = match a[1] {
        Value::None => None,
        given => match exec.text_as(given, kind) {
            Some(chars) => {
                let mut chars: Vec<char> = Units::new(kind, chars.bytes()).map(|(_, c)| c).collect();
                chars.sort_unstable();
                Some(chars)
            }
            None if kind == Kind::Str => return Err(exec.type_error(&format!("{name} arg must be None or str"))),
            None => return Err(exec.wrong_text("", kind, given)),
        },
    };
    let unwanted = |c: char| chars.as_ref().map_or_else(|| is_space(kind, c), |chars| chars.binary_search(&c).is_ok());
    let rest = trimmed(kind, text.bytes(), ends, &unwanted);
    exec.text_value(kind, rest)
}

/// The text without the unwanted units at its ends.
pub fn trimmed<'t>(kind: Kind, text: &'t [u8], ends: (bool, bool), unwanted: &dyn Fn(char) -> bool) -> &'t [u8] {
    let wanted = |&(_, c): &(usize, char)| !unwanted(c);
    let mut rest = text;
    if ends.0 {
        let start = Units::new(kind, rest).find(wanted).map_or(rest.len(), |(at, _)| at);
        rest = &rest[start..];
    }
    if ends.1 {
        let last = Units::new(kind, rest).rfind(wanted);
        let end = last.map_or(0, |(at, c)| at + if kind == Kind::Str { c.len_utf8() } else { 1 });
        rest = &rest[..end];
    }
    rest
}

/// Whether it is whitespace: `_PyUnicode_IsWhitespace`, or `Py_ISSPACE` for bytes.
pub fn is_space(kind: Kind, c: char) -> bool {
    match kind {
        Kind::Bytes => matches!(c, ' ' | '\t'..='\r'),
        Kind::Str => c.is_whitespace() || ('\x1c'..='\x1f').contains(&c),
    }
}
