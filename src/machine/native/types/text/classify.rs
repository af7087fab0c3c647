//! `isalpha`, `isdigit`, `islower` and the like.
//!
//! Tests: `tests/programs/text/characters.py`.

use crate::machine::{
    native::types::text::Kind,
    run::{exec::Exec, flow::Result},
    state::value::Value,
};
use crate::text::classify::{Class, all_are};

/// Whether the text is of the class.
pub fn is(exec: &mut Exec<'_>, a: &[Value], kind: Kind, name: &str, class: Class) -> Result<Value> {
    let text = exec.text_receiver(a[0], kind, name)?;
    Ok(Value::bool(all_are(kind, text.bytes(), class)))
}
