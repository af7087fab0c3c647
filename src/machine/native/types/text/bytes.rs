//! `bytes`: its constructor, and the methods that `str` does not have.
//!
//! The others are in `table`. Tests: `tests/programs/text/bytes.py`.

use crate::machine::{
    language::number::Number,
    native::types::text::{
        Kind,
        codec::{decode, encode},
        translate::translate_bytes,
    },
    run::{
        exec::Exec,
        flow::{Raise, Result},
        native::{Native, Parameter, optional, pure, reads, required},
    },
    state::{class, value::Value},
};

use crate::text::literal::push_digits;

pub use crate::machine::native::types::text::{table::OF_BYTES as SHARED, translate::MAKE_BYTE_TABLE};

const CODEC: &[Parameter] =
    &[required("self"), optional("encoding", Value::Unbound), optional("errors", Value::Unbound)];

/// Methods of `bytes`.
pub const METHODS: &[Native] = &[
    pure("decode", CODEC, |exec, a| {
        exec.text_receiver(a[0], Kind::Bytes, "decode")?;
        decode(exec, "decode", a[0], &a[1..])
    }),
    pure("hex", &[required("self"), optional("sep", Value::Unbound), optional("bytes_per_sep", Value::Int(1))], hex),
    pure("translate", &[required("self"), required(""), optional("delete", Value::Unbound)], |exec, a| {
        let dropped = if a[2].is_bound() { a[2] } else { exec.text_value(Kind::Bytes, b"")? };
        translate_bytes(exec, &[a[0], a[1], dropped])
    }),
    pure("__bytes__", &[required("self")], |exec, a| Ok(exec.base_value(a[0]))),
];

/// `bytes(source, encoding, errors)`.
pub const CONSTRUCTOR: Native = reads(
    "bytes",
    &[optional("source", Value::Unbound), optional("encoding", Value::Unbound), optional("errors", Value::Unbound)],
    |exec, a| construct_as(exec, a, "bytes"),
);

/// The bytes that the arguments of `bytes` or `bytearray` say.
///
/// # Errors
/// As the constructor of that name.
pub fn construct_as(exec: &mut Exec<'_>, a: &[Value], name: &str) -> Result<Value> {
    for (value, argument) in [(a[1], "encoding"), (a[2], "errors")] {
        if value.is_bound() && exec.text_of(value).is_none() {
            let given = exec.given_class(value);
            return Err(exec.type_error(&format!("{name}() argument '{argument}' must be str, not {given}")));
        }
    }
    if !a[0].is_bound() {
        return match (a[1].is_bound(), a[2].is_bound()) {
            (true, _) => Err(exec.type_error("encoding without a string argument")),
            (false, true) => Err(exec.type_error("errors without a string argument")),
            (false, false) => exec.text_value(Kind::Bytes, b""),
        };
    }
    if !a[1].is_bound() && exec.machine.is_own(a[0]) && exec.own_bytes(a[0]) {
        return Err(Raise::PYTHON);
    }
    match exec.text(a[0]).map(|text| text.kind()) {
        Some(Kind::Str) if a[1].is_bound() => return encode(exec, name, a[0], &a[1..]),
        Some(Kind::Str) => return Err(exec.type_error("string argument without an encoding")),
        _ if a[1].is_bound() => return Err(exec.type_error("encoding without a string argument")),
        _ if a[2].is_bound() => return Err(exec.type_error("errors without a string argument")),
        Some(Kind::Bytes) if exec.class_of(a[0]) == class::BYTES => return Ok(a[0]),
        Some(Kind::Bytes) if !exec.machine.is_own(a[0]) => {
            let bytes = exec.array_bytes(a[0]);
            return exec.text_value(Kind::Bytes, &bytes);
        }
        _ => {}
    }
    if exec.machine.is_own(a[0]) {
        return Err(Raise::PYTHON);
    }
    match exec.number(a[0]) {
        Some(Number::Float(_)) | None => {
            let bytes = of_items(exec, a[0], if name == "bytes" { "bytes" } else { "byte" })?;
            exec.text_value(Kind::Bytes, &bytes)
        }
        Some(_) => zeros(exec, a[0]),
    }
}

impl Exec<'_> {
    /// Whether a class of the program says what the bytes of its objects are.
    fn own_bytes(&self, value: Value) -> bool {
        self.machine.common.names.get("__bytes__").is_some_and(|name| self.own_special(value, name).is_some())
    }
}

fn zeros(exec: &mut Exec<'_>, count: Value) -> Result<Value> {
    if let Some(Number::Big(_)) = exec.number(count) {
        return Err(exec.error(class::OVERFLOW_ERROR, "cannot fit 'int' into an index-sized integer"));
    }
    match usize::try_from(exec.index_value(count)?) {
        Ok(count) => {
            exec.machine.space.heap.reserve(count)?;
            exec.text_value(Kind::Bytes, &vec![0; count])
        }
        Err(_) => Err(exec.value_error("negative count")),
    }
}

/// The bytes that something to iterate over gives; a number that is none is refused by this word.
///
/// # Errors
/// `TypeError`, or `ValueError` when a number is no byte.
pub fn of_items(exec: &mut Exec<'_>, iterable: Value, word: &str) -> Result<Vec<u8>> {
    let items = match exec.collect(iterable) {
        Err(raise) if raise.as_exception().is_some() => {
            let message = format!("cannot convert '{}' object to bytes", exec.class_name(iterable));
            return Err(exec.type_error(&message));
        }
        items => items?,
    };
    let mut bytes = Vec::with_capacity(items.len());
    for item in items {
        match exec.size_argument(item) {
            Ok(byte) => match u8::try_from(byte) {
                Ok(byte) => bytes.push(byte),
                Err(_) => return Err(exec.value_error(&format!("{word} must be in range(0, 256)"))),
            },
            Err(raise) if exec.is_raised(raise, class::OVERFLOW_ERROR) => {
                return Err(exec.value_error(&format!("{word} must be in range(0, 256)")));
            }
            Err(raise) => return Err(raise),
        }
    }
    Ok(bytes)
}

/// `bytes.fromhex(text)`
pub const FROM_HEX: Native = pure("fromhex", &[required("cls"), required("")], |exec, a| {
    let bytes = from_hex_argument(exec, a[1])?;
    match a[0] {
        Value::Class(class::BYTES) => exec.text_value(Kind::Bytes, &bytes),
        _ => Err(Raise::PYTHON),
    }
});

/// The bytes that a text of hexadecimal digits stands for.
///
/// # Errors
/// `TypeError` when it is no text, `ValueError` when there is something else in it.
pub fn from_hex_argument(exec: &mut Exec<'_>, value: Value) -> Result<Vec<u8>> {
    let Some(text) = exec.text_of(value).map(str::to_owned) else {
        let message = format!("fromhex() argument must be str, not {}", exec.given_class(value));
        return Err(exec.type_error(&message));
    };
    from_hex(&text)
        .map_err(|at| exec.value_error(&format!("non-hexadecimal number found in fromhex() arg at position {at}")))
}

/// The bytes of pairs of hexadecimal digits, between which there may be spaces; or the position of what is none.
fn from_hex(text: &str) -> std::result::Result<Vec<u8>, usize> {
    let mut bytes = Vec::new();
    let mut digits = text.chars().enumerate().peekable();
    loop {
        while digits.next_if(|(_, c)| c.is_ascii_whitespace() || *c == '\x0b').is_some() {}
        let Some((at, high)) = digits.next() else { return Ok(bytes) };
        let high = high.to_digit(16).ok_or(at)?;
        let low = digits.next().and_then(|(_, low)| low.to_digit(16)).ok_or(at + 1)?;
        bytes.push((high * 16 + low) as u8);
    }
}

/// `bytes.hex(sep, bytes_per_sep)`
fn hex(exec: &mut Exec<'_>, a: &[Value]) -> Result<Value> {
    let bytes = exec.text_receiver(a[0], Kind::Bytes, "hex")?;
    exec.machine.space.heap.reserve(bytes.units.saturating_mul(3))?;
    let separator = match a[1] {
        Value::Unbound => String::new(),
        given => match exec.text(given) {
            Some(text) if text.units != 1 => return Err(exec.value_error("sep must be length 1.")),
            Some(text) if text.bytes()[0].is_ascii() => char::from(text.bytes()[0]).to_string(),
            Some(_) => return Err(exec.value_error("sep must be ASCII.")),
            None => {
                let message = format!("object of type '{}' has no len()", exec.class_name(given));
                return Err(exec.type_error(&message));
            }
        },
    };
    let group = exec.size_argument(a[2])?;
    let size = usize::try_from(group.unsigned_abs()).unwrap_or(usize::MAX);
    let size = if separator.is_empty() { 0 } else { size };
    // Groups are counted from the right, or with a negative size from the left.
    let first = if group > 0 && size > 0 { bytes.units % size } else { 0 };
    let mut digits = String::with_capacity(bytes.units * 3);
    for (at, &byte) in bytes.bytes().iter().enumerate() {
        if size > 0 && at > 0 && at % size == first % size {
            digits.push_str(&separator);
        }
        push_digits(&mut digits, byte.into(), 2);
    }
    exec.string(&digits)
}
