//! Finding, counting and replacing.
//!
//! Tests: `tests/programs/text/search.py`.

use memchr::memmem;

use crate::machine::{
    native::types::text::{Kind, Text},
    run::{exec::Exec, flow::Result},
    state::{class, object::Object, value::Value},
};
use crate::text::split::{From, units};

impl Exec<'_> {
    /// `item in bytes`
    ///
    /// # Errors
    /// `TypeError` and `ValueError` for what cannot be in bytes.
    pub fn is_in_bytes(&mut self, bytes: Value, item: Value) -> Result<bool> {
        let is_integer = self.number(item).is_some_and(|number| number.big().is_some());
        if self.text_as(item, Kind::Bytes).is_none() && !is_integer {
            return Err(self.wrong_text("", Kind::Bytes, item));
        }
        let needle = needle(self, item, Kind::Bytes)?;
        Ok(self.text(bytes).is_some_and(|text| memmem::find(text.bytes(), &needle).is_some()))
    }
}

/// `find` and `rfind`: the position in units, or -1.
pub fn find(exec: &mut Exec<'_>, a: &[Value], kind: Kind, from: From) -> Result<Value> {
    let name = if from == From::Start { "find" } else { "rfind" };
    let text = exec.text_receiver(a[0], kind, name)?;
    let found = found(exec, &text, &a[1..], from)?;
    Ok(Value::Int(found.map_or(-1, |at| at as i64)))
}

/// `index` and `rindex`.
pub fn index(exec: &mut Exec<'_>, a: &[Value], kind: Kind, from: From) -> Result<Value> {
    let name = if from == From::Start { "index" } else { "rindex" };
    let text = exec.text_receiver(a[0], kind, name)?;
    match found(exec, &text, &a[1..], from)? {
        Some(at) => Ok(Value::Int(at as i64)),
        None => {
            let message = if kind == Kind::Str { "substring not found" } else { "subsection not found" };
            Err(exec.value_error(message))
        }
    }
}

/// `count`
pub fn count(exec: &mut Exec<'_>, a: &[Value], kind: Kind) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, "count")?;
    let needle = needle(exec, a[1], kind)?;
    let Some((start, end)) = bounds(exec, &text, a[2], a[3])? else { return Ok(Value::Int(0)) };
    let part = &text.bytes()[start..end];
    let count = if needle.is_empty() { units(part, kind) + 1 } else { memmem::find_iter(part, &needle).count() };
    Ok(Value::Int(count as i64))
}

fn found(exec: &mut Exec<'_>, text: &Text, a: &[Value], from: From) -> Result<Option<usize>> {
    let needle = needle(exec, a[0], text.kind())?;
    let Some((start, end)) = bounds(exec, text, a[1], a[2])? else { return Ok(None) };
    let part = &text.bytes()[start..end];
    let at = match from {
        From::Start => memmem::find(part, &needle),
        From::End => memmem::rfind(part, &needle),
    };
    Ok(at.map(|at| text.unit(start + at)))
}

/// What is looked for; in bytes, a single one may be given as an integer.
fn needle(exec: &mut Exec<'_>, value: Value, kind: Kind) -> Result<Vec<u8>> {
    if let Some(needle) = exec.text_as(value, kind) {
        return Ok(needle.bytes().to_vec());
    }
    let class = exec.class_name(value);
    match kind {
        Kind::Str => Err(exec.type_error(&format!("must be str, not {class}"))),
        Kind::Bytes if exec.number(value).is_none() || matches!(value, Value::Float(_)) => {
            let message = format!("argument should be integer or bytes-like object, not '{class}'");
            Err(exec.type_error(&message))
        }
        Kind::Bytes => match exec.index_value(value).ok().and_then(|byte| u8::try_from(byte).ok()) {
            Some(byte) => Ok(vec![byte]),
            None => Err(exec.value_error("byte must be in range(0, 256)")),
        },
    }
}

/// The offsets between which is looked; `None` when the start is behind the end.
fn bounds(exec: &mut Exec<'_>, text: &Text, start: Value, end: Value) -> Result<Option<(usize, usize)>> {
    let length = text.units as i64;
    let mut bound = |value: Value, default: i64| -> Result<i64> {
        let at = exec.slice_part(value)?.unwrap_or(default);
        Ok(if at < 0 { (at + length).max(0) } else { at })
    };
    let start = bound(start, 0)?;
    let end = bound(end, length)?.min(length);
    if start > end {
        return Ok(None);
    }
    Ok(Some((text.offset(start as usize), text.offset(end as usize))))
}

/// `startswith` and `endswith`: one affix, or a tuple of them.
pub fn has_affix(exec: &mut Exec<'_>, a: &[Value], kind: Kind, from: From) -> Result<Value> {
    if let (Value::None, Value::None, Some(has)) = (a[2], a[3], has_plain_affix(exec, a, kind, from)) {
        return Ok(Value::bool(has));
    }
    let name = if from == From::Start { "startswith" } else { "endswith" };
    let text = exec.text_receiver(a[0], kind, name)?;
    let bounds = bounds(exec, &text, a[2], a[3])?;
    let object = exec.base_value(a[1]).object().map(|id| exec.object(id));
    let is_tuple = matches!(object, Some(Object::Tuple(_)));
    let affixes = if is_tuple { exec.sequence_items(a[1]).unwrap_or_default() } else { vec![a[1]] };
    for affix in affixes {
        let Some(affix) = exec.text_as(affix, kind) else {
            let (class, wanted) = (exec.class_name(affix), kind.name());
            let message = match (is_tuple, kind) {
                (false, _) => format!("{name} first arg must be {wanted} or a tuple of {wanted}, not {class}"),
                (true, Kind::Str) => format!("tuple for {name} must only contain str, not {class}"),
                (true, Kind::Bytes) => format!("a bytes-like object is required, not '{class}'"),
            };
            return Err(exec.type_error(&message));
        };
        let Some((start, end)) = bounds else { continue };
        let part = &text.bytes()[start..end];
        let has = match from {
            From::Start => part.starts_with(affix.bytes()),
            From::End => part.ends_with(affix.bytes()),
        };
        if has {
            return Ok(Value::TRUE);
        }
    }
    Ok(Value::FALSE)
}

/// As [`has_affix`], for one affix of a whole string; `None` for others.
fn has_plain_affix(exec: &Exec<'_>, a: &[Value], kind: Kind, from: From) -> Option<bool> {
    let (Value::Object(text), Value::Object(affix), Kind::Str) = (a[0], a[1], kind) else { return None };
    let (Object::Str(text), Object::Str(affix)) = (exec.object(text), exec.object(affix)) else { return None };
    Some(match from {
        From::Start => text.as_str().starts_with(affix.as_str()),
        From::End => text.as_str().ends_with(affix.as_str()),
    })
}

/// `removeprefix` and `removesuffix`
pub fn remove_affix(exec: &mut Exec<'_>, a: &[Value], kind: Kind, from: From) -> Result<Value> {
    let name = if from == From::Start { "removeprefix" } else { "removesuffix" };
    let text = exec.text_receiver(a[0], kind, name)?;
    let Some(affix) = exec.text_as(a[1], kind) else {
        return Err(exec.wrong_argument(&format!("{name}() argument"), kind, a[1]));
    };
    let bytes = text.bytes();
    let rest = match from {
        From::Start => bytes.strip_prefix(affix.bytes()),
        From::End => bytes.strip_suffix(affix.bytes()),
    };
    exec.text_value(kind, rest.unwrap_or(bytes))
}

/// `replace(old, new, count)`
pub fn replace(exec: &mut Exec<'_>, a: &[Value], kind: Kind) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, "replace")?;
    let mut parts = Vec::new();
    for (at, &part) in a[1..3].iter().enumerate() {
        match exec.text_as(part, kind) {
            Some(part) => parts.push(part),
            None => return Err(exec.wrong_argument(&format!("replace() argument {}", at + 1), kind, part)),
        }
    }
    let count = usize::try_from(exec.size_argument(a[3])?).unwrap_or(usize::MAX);
    let (old, new) = (parts[0].bytes(), parts[1].bytes());
    // They are counted first, so that what would be too large is never made.
    let found = places(&text, old).take(count).count();
    let grown = (text.bytes().len() + found.saturating_mul(new.len())).saturating_sub(found * old.len());
    exec.machine.space.heap.reserve(grown.saturating_mul(2))?;
    exec.work_at_once(found)?;
    if (found == 0 || old == new) && matches!(exec.class_of(a[0]), class::STR | class::BYTES) {
        return Ok(a[0]);
    }
    let mut result = Vec::with_capacity(grown);
    let mut from = 0;
    for at in places(&text, old).take(count) {
        result.extend_from_slice(&text.bytes()[from..at]);
        result.extend_from_slice(new);
        from = at + old.len();
    }
    result.extend_from_slice(&text.bytes()[from..]);
    exec.text_value(kind, &result)
}

/// Where it occurs; nothing occurs before each unit and at the end.
fn places<'t>(text: &'t Text, old: &'t [u8]) -> Box<dyn Iterator<Item = usize> + 't> {
    match old {
        [] => Box::new(
            (0..=text.bytes().len()).filter(|&at| text.kind() == Kind::Bytes || text.as_str().is_char_boundary(at)),
        ),
        [only] => Box::new(memchr::memchr_iter(*only, text.bytes())),
        _ => Box::new(memmem::find_iter(text.bytes(), old)),
    }
}
