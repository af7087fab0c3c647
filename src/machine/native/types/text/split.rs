//! Taking apart and joining: `split`, `rsplit`, `splitlines`, `partition`, `rpartition`, `join`.
//!
//! Tests: `tests/programs/text/split.py`.

use memchr::memmem;

use crate::machine::{
    native::types::text::{Kind, Text},
    run::{
        exec::Exec,
        flow::{Raise, Result},
    },
    state::{class, object::Object, value::Value},
};
use crate::text::split::{From, between, lines, words};

/// `split(sep, maxsplit)` and `rsplit`.
pub fn split(exec: &mut Exec<'_>, a: &[Value], kind: Kind, from: From) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, if from == From::Start { "split" } else { "rsplit" })?;
    let most = usize::try_from(exec.size_argument(a[2])?).unwrap_or(usize::MAX);
    let mut parts = match a[1] {
        Value::None => {
            reserve(exec, text.bytes().iter().filter(|&&byte| may_be_space(byte, b' ')).take(most).count())?;
            words(kind, text.bytes(), most, from)
        }
        separator => match exec.text_as(separator, kind) {
            None => return Err(exec.wrong_text("must be str or None", kind, separator)),
            Some(separator) if separator.units == 0 => return Err(exec.value_error("empty separator")),
            Some(separator) => {
                reserve(exec, memmem::find_iter(text.bytes(), separator.bytes()).take(most).count())?;
                between(text.bytes(), separator.bytes(), most, from)
            }
        },
    };
    if from == From::End {
        parts.reverse();
    }
    listed(exec, kind, &parts)
}

/// Whether there are room and time for the parts between so many places: what would be too much is never taken apart.
fn reserve(exec: &mut Exec<'_>, places: usize) -> Result<()> {
    exec.work_at_once(places)?;
    const EACH: usize = size_of::<&[u8]>() + size_of::<Value>() + size_of::<Object>();
    Ok(exec.machine.space.heap.reserve(places.saturating_mul(EACH))?)
}

/// Whether white space may begin with the byte: ASCII's up to there, or that of Unicode.
const fn may_be_space(byte: u8, last: u8) -> bool {
    byte <= last || matches!(byte, 0xc2 | 0xe1 | 0xe2 | 0xe3)
}

fn listed(exec: &mut Exec<'_>, kind: Kind, parts: &[&[u8]]) -> Result<Value> {
    let mut items = Vec::with_capacity(parts.len());
    for part in parts {
        items.push(exec.text_value(kind, part)?);
    }
    exec.list(items)
}

/// `splitlines(keepends)`
pub fn split_lines(exec: &mut Exec<'_>, a: &[Value], kind: Kind) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, "splitlines")?;
    let keep = exec.machine.truth(a[1]).ok_or(Raise::PYTHON)?;
    reserve(exec, text.bytes().iter().filter(|&&byte| may_be_space(byte, 0x1e)).count())?;
    listed(exec, kind, &lines(kind, text.bytes(), keep))
}

/// `partition(sep)` and `rpartition`.
pub fn partition(exec: &mut Exec<'_>, a: &[Value], kind: Kind, from: From) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, if from == From::Start { "partition" } else { "rpartition" })?;
    let Some(separator) = exec.text_as(a[1], kind) else { return Err(exec.wrong_text("must be str", kind, a[1])) };
    if separator.units == 0 {
        return Err(exec.value_error("empty separator"));
    }
    let (bytes, wanted) = (text.bytes(), separator.bytes());
    let parts = match (from, memmem::find(bytes, wanted), memmem::rfind(bytes, wanted)) {
        (From::Start, Some(at), _) | (From::End, _, Some(at)) => [&bytes[..at], wanted, &bytes[at + wanted.len()..]],
        (From::Start, ..) => [bytes, b"", b""],
        (From::End, ..) => [b"", b"", bytes],
    };
    let parts = [exec.text_value(kind, parts[0])?, exec.text_value(kind, parts[1])?, exec.text_value(kind, parts[2])?];
    exec.tuple(&parts)
}

/// `join(iterable)`
pub fn join(exec: &mut Exec<'_>, a: &[Value], kind: Kind) -> Result<Value> {
    let separator = exec.text_receiver(a[0], kind, "join")?;
    let items = match exec.collect(a[1]) {
        Err(raise) if raise.as_exception().is_some() => return Err(exec.type_error("can only join an iterable")),
        items => items?,
    };
    if let [only] = items[..]
        && matches!((kind, exec.class_of(only)), (Kind::Str, class::STR) | (Kind::Bytes, class::BYTES))
    {
        return Ok(only);
    }
    let mut parts = Vec::with_capacity(items.len());
    for (at, &item) in items.iter().enumerate() {
        match exec.text_as(item, kind) {
            Some(part) => parts.push(part),
            None if exec.statics.buffer.is_some_and(|name| exec.own_special(item, name).is_some()) => {
                return Err(Raise::PYTHON);
            }
            None => {
                let wanted = if kind == Kind::Str { "str instance" } else { "a bytes-like object" };
                let message = format!("sequence item {at}: expected {wanted}, {} found", exec.class_name(item));
                return Err(exec.type_error(&message));
            }
        }
    }
    let length = parts.iter().map(|part| part.bytes().len() + separator.bytes().len()).sum();
    exec.machine.space.heap.reserve(length)?;
    let parts: Vec<&[u8]> = parts.iter().map(Text::bytes).collect();
    exec.text_value(kind, &parts.join(separator.bytes()))
}
