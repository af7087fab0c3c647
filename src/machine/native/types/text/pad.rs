//! `center`, `ljust`, `rjust`, `zfill` and `expandtabs`.
//!
//! Tests: `tests/programs/text/pad.py`.

use crate::machine::{
    native::types::text::Kind,
    run::{exec::Exec, flow::Result},
    state::{class, value::Value},
};
use crate::text::split::Units;

/// Where the text goes in its width.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    /// `ljust`
    Left,
    /// `rjust`
    Right,
    /// `center`
    Center,
}

/// `ljust(width, fill)` and the like.
pub fn justify(exec: &mut Exec<'_>, a: &[Value], kind: Kind, name: &str, place: Place) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, name)?;
    let width = exec.size_argument(a[1])?;
    let fill = fill(exec, a[2], kind, name)?;
    let missing = usize::try_from(width).unwrap_or(0).saturating_sub(text.units);
    let left = match place {
        Place::Left => 0,
        Place::Right => missing,
        // As CPython's `pad`: the odd one goes left when the width is odd.
        Place::Center => missing / 2 + (missing & width as usize & 1),
    };
    exec.machine.space.heap.reserve(missing.saturating_mul(fill.len()).saturating_add(text.bytes().len()))?;
    let padded = [&fill.repeat(left), text.bytes(), &fill.repeat(missing - left)].concat();
    exec.text_value(kind, &padded)
}

fn fill(exec: &mut Exec<'_>, value: Value, kind: Kind, name: &str) -> Result<Vec<u8>> {
    if !value.is_bound() {
        return Ok(b" ".to_vec());
    }
    match (exec.text_as(value, kind), kind) {
        (Some(fill), _) if fill.units == 1 => Ok(fill.bytes().to_vec()),
        (Some(_), Kind::Str) => Err(exec.type_error("The fill character must be exactly one character long")),
        (None, Kind::Str) => {
            let message = format!("The fill character must be a unicode character, not {}", exec.class_name(value));
            Err(exec.type_error(&message))
        }
        (_, Kind::Bytes) => {
            let class = exec.class_name(value);
            Err(exec.type_error(&format!("{name}() argument 2 must be a byte string of length 1, not {class}")))
        }
    }
}

/// `zfill(width)`: zeros behind the sign.
pub fn zero_fill(exec: &mut Exec<'_>, a: &[Value], kind: Kind) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, "zfill")?;
    let width = usize::try_from(exec.size_argument(a[1])?).unwrap_or(0);
    let missing = width.saturating_sub(text.units);
    exec.machine.space.heap.reserve(missing)?;
    let bytes = text.bytes();
    let sign = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let filled = [&bytes[..sign], &b"0".repeat(missing), &bytes[sign..]].concat();
    exec.text_value(kind, &filled)
}

/// `expandtabs(tabsize)`
pub fn expand_tabs(exec: &mut Exec<'_>, a: &[Value], kind: Kind) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, "expandtabs")?;
    let tab = usize::try_from(exec.size_argument(a[1])?).unwrap_or(0);
    let tabs = text.bytes().iter().fold(0usize, |tabs, &byte| tabs + usize::from(byte == b'\t'));
    if tabs == 0 && exec.class_of(a[0]) == class::STR {
        return Ok(a[0]);
    }
    if tabs.saturating_mul(tab) >= i64::MAX as usize {
        return Err(exec.error(class::OVERFLOW_ERROR, "result is too long"));
    }
    exec.machine.space.heap.reserve(tabs.saturating_mul(tab).saturating_add(text.bytes().len()))?;
    let mut expanded = Vec::new();
    let mut column = 0;
    let mut start = 0;
    for (at, c) in Units::new(kind, text.bytes()) {
        match c {
            '\t' => {
                expanded.extend_from_slice(&text.bytes()[start..at]);
                start = at + 1;
                let count = if tab == 0 { 0 } else { tab - column % tab };
                expanded.resize(expanded.len() + count, b' ');
                column += count;
            }
            '\n' | '\r' => column = 0,
            _ => column += 1,
        }
    }
    expanded.extend_from_slice(&text.bytes()[start..]);
    exec.text_value(kind, &expanded)
}
