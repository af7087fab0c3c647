//! `translate` and `maketrans`.
//!
//! Tests: `tests/programs/text/translate.py`.

use crate::machine::{
    native::types::text::Kind,
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, optional, pure, required},
    },
    state::{class, object::Object, value::Value},
};

/// `str.translate(table)`
pub fn translate(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let text = exec.text_receiver(a[0], Kind::Str, "translate")?;
    let mut translated = String::new();
    exec.work_at_once(text.units)?;
    for c in text.as_str().chars() {
        match exec.item(a[1], Value::Int(i64::from(u32::from(c)))) {
            Ok(stand_in) => push_stand_in(exec, &mut translated, stand_in)?,
            Err(raise) if exec.is_raised(raise, class::LOOKUP_ERROR) => translated.push(c),
            Err(raise) => return Err(raise),
        }
    }
    exec.string(&translated)
}

fn push_stand_in(exec: &mut Exec<'_>, translated: &mut String, stand_in: Value) -> Result<()> {
    if stand_in == Value::None {
        return Ok(());
    }
    if let Some(text) = exec.text_of(stand_in) {
        translated.push_str(text);
        return exec.machine.space.heap.reserve(translated.len()).map_err(Raise::from);
    }
    if exec.number(stand_in).is_none() || matches!(stand_in, Value::Float(_)) {
        return Err(exec.type_error("character mapping must return integer, None or str"));
    }
    match exec.index_value(stand_in).ok().and_then(|code| u32::try_from(code).ok()).and_then(char::from_u32) {
        Some(c) => {
            translated.push(c);
            Ok(())
        }
        None => Err(exec.value_error("character mapping must be in range(0x110000)")),
    }
}

/// `str.maketrans(x, y, z)`
pub const MAKE_TABLE: Native = pure(
    "maketrans",
    &[required("cls"), required(""), optional("", Value::Unbound), optional("", Value::Unbound)],
    |exec, a| {
        let table = exec.allocate(Object::Dict(Box::default()))?;
        let entries = if a[2].is_bound() { pairs(exec, a)? } else { single_entries(exec, a[1])? };
        for (key, value) in entries {
            exec.store_item(table, key, value)?;
        }
        Ok(table)
    },
);

type Entries = Vec<(Value, Value)>;

fn code(c: char) -> Value {
    Value::Int(i64::from(u32::from(c)))
}

/// A dict whose keys are characters or their codes.
fn single_entries(exec: &mut Exec<'_>, dict: Value) -> Result<Entries> {
    if !exec.class_of(dict).eq(&class::DICT) {
        return Err(exec.type_error("if you give only one argument to maketrans it must be a dict"));
    }
    let mut entries = Entries::new();
    for (key, value) in exec.dict_entries(dict) {
        let single = exec.str_of(key).map(|text| (text.len(), text.as_str().chars().next()));
        let key = match single {
            Some((1, Some(c))) => code(c),
            Some(_) => return Err(exec.value_error("string keys in translate table must be of length 1")),
            None if exec.number(key).is_some() && !matches!(key, Value::Float(_)) => key,
            None => return Err(exec.type_error("keys in translate table must be strings or integers")),
        };
        entries.push((key, value));
    }
    Ok(entries)
}

/// Characters and those that stand in for them; those of a third text are dropped.
fn pairs(exec: &mut Exec<'_>, a: &[Value]) -> Result<Entries> {
    let mut texts: Vec<Vec<char>> = Vec::new();
    for (at, &value) in a[1..].iter().enumerate().filter(|(_, value)| value.is_bound()) {
        let Some(text) = exec.text_of(value) else {
            let message = match at {
                0 => "first maketrans argument must be a string if there is a second argument".to_owned(),
                _ => format!("maketrans() argument {} must be str, not {}", at + 1, exec.given_class(value)),
            };
            return Err(exec.type_error(&message));
        };
        texts.push(text.chars().collect());
    }
    if texts[0].len() != texts[1].len() {
        return Err(exec.value_error("the first two maketrans arguments must have equal length"));
    }
    let stand_ins = texts[0].iter().zip(&texts[1]).map(|(&from, &to)| (code(from), code(to)));
    let dropped = texts.get(2).into_iter().flatten().map(|&c| (code(c), Value::None));
    Ok(stand_ins.chain(dropped).collect())
}

/// `bytes.translate(table, delete)`
pub fn translate_bytes(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let bytes = exec.text_receiver(a[0], Kind::Bytes, "translate")?;
    let table = match a[1] {
        Value::None => None,
        table => match exec.text_as(table, Kind::Bytes) {
            Some(table) if table.units == 256 => Some(table),
            Some(_) => return Err(exec.value_error("translation table must be 256 characters long")),
            None => return Err(exec.wrong_text("", Kind::Bytes, table)),
        },
    };
    let Some(dropped) = exec.text_as(a[2], Kind::Bytes) else { return Err(exec.wrong_text("", Kind::Bytes, a[2])) };
    let mut is_dropped = [false; 256];
    dropped.bytes().iter().for_each(|&byte| is_dropped[usize::from(byte)] = true);
    let kept = bytes.bytes().iter().filter(|&&byte| !is_dropped[usize::from(byte)]);
    let translated: Vec<u8> =
        kept.map(|&byte| table.as_ref().map_or(byte, |table| table.bytes()[usize::from(byte)])).collect();
    exec.text_value(Kind::Bytes, &translated)
}

/// `bytes.maketrans(from, to)`
pub const MAKE_BYTE_TABLE: Native = pure("maketrans", &[required("cls"), required(""), required("")], |exec, a| {
    let mut texts = Vec::new();
    for &value in &a[1..] {
        match exec.text_as(value, Kind::Bytes) {
            Some(text) => texts.push(text),
            None => return Err(exec.wrong_text("", Kind::Bytes, value)),
        }
    }
    if texts[0].units != texts[1].units {
        return Err(exec.value_error("maketrans arguments must have same length"));
    }
    let mut table: Vec<u8> = (0..=255).collect();
    for (&from, &to) in texts[0].bytes().iter().zip(texts[1].bytes()) {
        table[usize::from(from)] = to;
    }
    exec.text_value(Kind::Bytes, &table)
});
