//! Operators on texts, as most programs use them: what `operator` would come to. `None` means that it has to be asked.

use crate::machine::{
    run::{exec::Exec, flow::Result},
    state::{object::Object, value::Value},
};
use crate::program::BinaryOperator;

/// Texts that are longer are put together where their size is looked at first.
const SHORT: usize = 1 << 12;

impl Exec<'_> {
    /// `a op b`, for short texts that are joined or repeated.
    ///
    /// # Errors
    /// When the memory limit is reached.
    #[inline]
    pub fn quick_binary(&mut self, op: BinaryOperator, a: Value, b: Value) -> Result<Option<Value>> {
        let Value::Object(first) = a else { return Ok(None) };
        let Object::Str(text) = self.machine.space.heap.get(first) else { return Ok(None) };
        let text = text.as_str();
        match (op, b) {
            (BinaryOperator::Add, Value::Object(second)) => {
                let Object::Str(other) = self.machine.space.heap.get(second) else { return Ok(None) };
                let other = other.as_str();
                if text.len() + other.len() > SHORT {
                    return Ok(None);
                }
                let mut joined = std::mem::take(&mut self.scratch);
                joined.clear();
                joined.push_str(text);
                joined.push_str(other);
                let value = self.string(&joined);
                self.scratch = joined;
                value.map(Some)
            }
            (BinaryOperator::Multiply, Value::Int(times)) => {
                let Ok(times) = usize::try_from(times) else { return Ok(None) };
                if times == 1 || text.is_empty() || text.len().saturating_mul(times) > SHORT {
                    return Ok(None);
                }
                let mut repeated = std::mem::take(&mut self.scratch);
                repeated.clear();
                (0..times).for_each(|_| repeated.push_str(text));
                let value = self.string(&repeated);
                self.scratch = repeated;
                value.map(Some)
            }
            _ => Ok(None),
        }
    }
}
