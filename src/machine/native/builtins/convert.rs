//! Numbers out of texts, and texts out of numbers: `int`, `float`, `hex`, `chr` and the like.

use num_bigint::BigInt;
use num_traits::{FromPrimitive, Signed};

use crate::machine::{
    language::number::Number,
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, optional, pure, reads, required},
    },
    state::{class, object::Object, value::Value},
};
use crate::{
    program::well_known,
    text::{
        format::integer::{MOST_DIGITS, TOO_MANY_DIGITS},
        literal::{in_ascii, quoted},
        parse::{float, in_ascii_digits, integer},
    },
};

/// The functions.
pub const FUNCTIONS: &[Native] = &[
    pure("bin", &[required("")], |exec, a| in_base(exec, a[0], "0b", 2)),
    pure("oct", &[required("")], |exec, a| in_base(exec, a[0], "0o", 8)),
    pure("hex", &[required("")], |exec, a| in_base(exec, a[0], "0x", 16)),
    pure("chr", &[required("")], |exec, a| {
        let Ok(code) = i32::try_from(exec.integer_value(a[0])?) else {
            return Err(exec.error(class::OVERFLOW_ERROR, "Python int too large to convert to C int"));
        };
        // Surrogates are no characters of a text here.
        match u32::try_from(code).ok().and_then(char::from_u32) {
            Some(character) => exec.character(character),
            None => Err(exec.value_error("chr() arg not in range(0x110000)")),
        }
    }),
    pure("ord", &[required("")], ord),
    reads("ascii", &[required("")], |exec, a| {
        let text = exec.machine.repr(a[0]).ok_or(Raise::PYTHON)?;
        exec.string(&in_ascii(&text))
    }),
];

fn in_base(exec: &mut Exec<'_>, value: Value, prefix: &str, base: u32) -> Result<Value> {
    let number = match exec.number(value) {
        Some(Number::Int(number)) => BigInt::from(number),
        Some(Number::Big(number)) => number,
        _ => BigInt::from(exec.index_value(value)?),
    };
    let sign = if number.is_negative() { "-" } else { "" };
    exec.string(&format!("{sign}{prefix}{}", number.abs().to_str_radix(base)))
}

fn ord(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let found = match exec.base_value(a[0]).object().map(|id| exec.object(id)) {
        Some(Object::Str(text)) => Ok((text.len(), text.as_str().chars().next().map(u32::from))),
        Some(Object::Bytes(bytes)) => Ok((bytes.len(), bytes.first().copied().map(u32::from))),
        Some(Object::ByteArray(bytes)) => Ok((bytes.len(), bytes.first().copied().map(u32::from))),
        _ => Err(exec.class_name(a[0])),
    };
    match found {
        Ok((1, Some(code))) => Ok(Value::Int(i64::from(code))),
        Ok((length, _)) => {
            let message = format!("ord() expected a character, but string of length {length} found");
            Err(exec.type_error(&message))
        }
        Err(kind) => Err(exec.type_error(&format!("ord() expected string of length 1, but {kind} found"))),
    }
}

/// `int(x)`, `int(text, base)`.
pub const INT: Native = pure("int", &[optional("", Value::Unbound), optional("base", Value::Unbound)], |exec, a| {
    if !a[0].is_bound() {
        return match a[1].is_bound() {
            true => Err(exec.type_error("int() missing string argument")),
            false => Ok(Value::Int(0)),
        };
    }
    if exec.own_special(a[0], well_known::INT).is_some() || exec.own_special(a[0], well_known::INDEX).is_some() {
        return Err(Raise::PYTHON);
    }
    if let Some(text) = exec.literal_text(a[0]) {
        let base = if a[1].is_bound() { exec.integer_value(a[1])? } else { BigInt::from(10) };
        // One of more than 64 bits is as wrong as any other.
        return parsed(exec, a[0], &text, i64::try_from(base).unwrap_or(-1));
    }
    if a[1].is_bound() {
        let base = exec.integer_value(a[1])?;
        if base != BigInt::from(0) && !(BigInt::from(2)..=BigInt::from(36)).contains(&base) {
            return Err(exec.value_error("int() base must be >= 2 and <= 36, or 0"));
        }
        return Err(exec.type_error("int() can't convert non-string with explicit base"));
    }
    match exec.number(a[0]) {
        Some(Number::Float(number)) => exec.truncated(number),
        Some(number) => exec.number_value(number),
        None => {
            let kind = exec.class_name(a[0]);
            let message =
                format!("int() argument must be a string, a bytes-like object or a real number, not '{kind}'");
            Err(exec.type_error(&message))
        }
    }
});

/// `float(x)`.
pub const FLOAT: Native = pure("float", &[optional("", Value::float(0.0))], |exec, a| {
    if exec.own_special(a[0], well_known::FLOAT).is_some() || exec.own_special(a[0], well_known::INDEX).is_some() {
        return Err(Raise::PYTHON);
    }
    if let Some(text) = exec.literal_text(a[0]) {
        return match float(&text) {
            Some(number) => Ok(Value::float(number)),
            None => {
                let text = exec.machine.repr(a[0]).unwrap_or_default();
                Err(exec.value_error(&format!("could not convert string to float: {text}")))
            }
        };
    }
    match exec.number(a[0]) {
        Some(Number::Float(number)) => Ok(Value::float(number)),
        Some(Number::Int(number)) => Ok(Value::float(number as f64)),
        Some(Number::Big(number)) => match crate::machine::language::number::big_to_float(&number) {
            Some(number) => Ok(Value::float(number)),
            None => Err(exec.error(class::OVERFLOW_ERROR, "int too large to convert to float")),
        },
        None => {
            let message =
                format!("float() argument must be a string or a real number, not '{}'", exec.class_name(a[0]));
            Err(exec.type_error(&message))
        }
    }
});

impl Exec<'_> {
    /// The text of a string or of bytes, to be read as a number.
    fn literal_text(&self, value: Value) -> Option<String> {
        match self.object(self.base_value(value).object()?) {
            Object::Str(text) => Some(in_ascii_digits(text.as_str())),
            Object::Bytes(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            Object::ByteArray(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            _ => None,
        }
    }

    /// A float without its fraction.
    ///
    /// # Errors
    /// When it is no finite number.
    pub fn truncated(&mut self, number: f64) -> Result<Value> {
        if number.is_nan() {
            return Err(self.value_error("cannot convert float NaN to integer"));
        }
        match BigInt::from_f64(number.trunc()) {
            Some(whole) => self.big_value(&whole),
            None => Err(self.error(class::OVERFLOW_ERROR, "cannot convert float infinity to integer")),
        }
    }
}

fn parsed(exec: &mut Exec<'_>, value: Value, text: &str, base: i64) -> Result<Value> {
    if base != 0 && !(2..=36).contains(&base) {
        return Err(exec.value_error("int() base must be >= 2 and <= 36, or 0"));
    }
    let Some(literal) = integer(text, base as u32) else {
        let shown = exec.machine.repr(value).unwrap_or_else(|| quoted(text));
        return Err(exec.value_error(&format!("invalid literal for int() with base {base}: {shown}")));
    };
    let digits = literal.digits.len();
    let most = exec.machine.space.most_digits;
    if digits > most && !literal.base.is_power_of_two() {
        let message = TOO_MANY_DIGITS.replace(';', &format!(": value has {digits} digits;"));
        let message = message.replace(&MOST_DIGITS.to_string(), &most.to_string());
        return Err(exec.value_error(&message));
    }
    exec.big_value(&literal.value())
}
