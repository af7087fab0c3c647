//! Formatted parts of f-strings.
//!
//! Tests: `tests/programs/text/f_strings.py`.

use crate::machine::{
    run::{
        exec::Exec,
        flow::{Flow, Raise, Result},
    },
    state::{frame::Then, object::Object, value::Value},
};
use crate::{
    program::{Conversion, Register},
    text::literal::in_ascii,
};

impl Exec<'_> {
    /// `dst` = `format(value, spec)` after the conversion.
    pub fn format_part(&mut self, conversion: Conversion, dst: Register, value: Value, spec: Register) -> Result<Flow> {
        let spec = if spec == Register::NONE { Value::Unbound } else { self.stack.get(spec) };
        if let (Conversion::None | Conversion::Str, Value::Unbound) = (conversion, spec) {
            // What most parts are.
            let plain = match value {
                Value::Int(number) => Some(self.string(&number.to_string())?),
                Value::Object(id) if matches!(self.object(id), Object::Str(_)) => Some(value),
                _ => None,
            };
            if let Some(plain) = plain {
                self.stack.set(dst, plain);
                return Ok(Flow::Next);
            }
        }
        let text = self.text_of(spec).unwrap_or_default().to_owned();
        match self.format_converted(conversion, value, &text) {
            Err(Raise::PYTHON) => {
                let letter = self.string(letter_of(conversion))?;
                let spec = if spec.is_bound() { spec } else { self.string("")? };
                self.call_library(self.statics.library.format, &[value, letter, spec], Then::Store(dst))
            }
            other => {
                let text = self.string(&other?)?;
                self.stack.set(dst, text);
                Ok(Flow::Next)
            }
        }
    }

    fn format_converted(&mut self, conversion: Conversion, value: Value, spec: &str) -> Result<String> {
        let converted = match conversion {
            Conversion::None => return self.formatted(value, spec),
            Conversion::Str => self.machine.str(value),
            Conversion::Repr => self.machine.repr(value),
            Conversion::Ascii => self.machine.repr(value).map(|text| in_ascii(&text)),
        };
        let text = converted.ok_or(Raise::PYTHON)?;
        if spec.is_empty() {
            return Ok(text);
        }
        let text = self.string(&text)?;
        self.plainly_formatted(text, spec)
    }
}

/// A conversion as it is written behind the `!`.
fn letter_of(conversion: Conversion) -> &'static str {
    match conversion {
        Conversion::None => "",
        Conversion::Str => "s",
        Conversion::Repr => "r",
        Conversion::Ascii => "a",
    }
}
