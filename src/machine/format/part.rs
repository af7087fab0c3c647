//! Formatted parts of f-strings.

use super::super::{
    exec::Exec,
    flow::{Flow, Raise, Result},
    frame::Then,
    object::Object,
    value::{ObjectId, Value},
};
use crate::{
    event::Verb,
    program::{Conversion, Register},
};

impl Exec<'_> {
    /// `dst` = `format(value, spec)` after the conversion.
    pub fn format_part(&mut self, conversion: Conversion, dst: Register, value: Value, spec: Register) -> Result<Flow> {
        if let Some(ask) = self.guard(value, Verb::Read) {
            return Ok(ask);
        }
        let text = match conversion {
            Conversion::Repr => self.machine.repr(value),
            _ => self.machine.str(value),
        };
        let _ = spec;
        match text {
            Some(text) => {
                let text = self.string(&text)?;
                self.stack.set(dst, text);
                Ok(Flow::Next)
            }
            None => {
                let empty = self.string("")?;
                self.call_library(self.statics.library.format, &[value, empty], Then::Store(dst))
            }
        }
    }

    /// `format % values`.
    pub fn percent_format(&mut self, format: ObjectId, values: Value) -> Result<Value> {
        let Object::Str(_) = self.object(format) else { return Err(Raise::Python) };
        let _ = values;
        Err(Raise::Python)
    }
}
