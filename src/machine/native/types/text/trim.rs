//! `strip`, `lstrip` and `rstrip`.
//!
//! Tests: `tests/programs/text/trim.py`.

use crate::machine::{
    native::types::text::Kind,
    run::{exec::Exec, flow::Result},
    state::value::Value,
};
use crate::text::split::{Units, is_space, trimmed};

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
